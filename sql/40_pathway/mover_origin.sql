-- target: pathway.mover_origin
-- grain:  child_key
-- kind:   view
-- Where a baby who moved in came from (rulings 6). From outside England: a practice registered the child as an immigrant; or
-- no English birth notification is known, nor an English address or practice before the present address. The present practice
-- counts when it began well before that, for one begun some days before belongs to the move. What is not known counts as outside.
with

setting as (

    select
        max(setting.text_value) filter (where setting.name = 'england_code') as england_code,
        max(setting.value) filter (where setting.name = 'mover_earlier_practice_days')::integer as earlier_practice_days
    from definition.setting as setting

),

mover as (

    select
        has.child_key,
        child.person_record_key,
        child.registered_practice,
        coalesce(child.address_start_date, has.eligible_date) as came_on
    from pathway.eligibility as has
    inner join cohort.child as child on child.child_key = has.child_key
    where has.eligibility = 'MOVED_IN'

),

english_practice as (

    select practice.organisation_code
    from reference.practice as practice
    inner join reference.sub_icb as sub_icb on sub_icb.sub_icb_code = practice.sub_icb_code

)

select
    mover.child_key,
    exists (
        select
        from register.gp_registration as registration
        inner join definition.gp_registration_type as type on type.code = registration.registration_type and type.from_abroad
        where registration.child_key = mover.child_key
    )
    or not exists (
        select
        from register.pds_message as message
        cross join setting
        left join reference.postcode_area as area on area.postcode = message.postcode  -- left: none, or not in the directory
        where message.record_key = mover.person_record_key
            and (
                message.kind = 'pds-birth-notification-1'
                or (
                    area.country_code = setting.england_code
                    and coalesce(message.address_start_date, message.known_date) < mover.came_on
                )
                or (
                    message.general_medical_practice_code in (select english.organisation_code from english_practice as english)
                    and coalesce(message.practice_start_date, message.known_date)
                    < mover.came_on - case when message.general_medical_practice_code = mover.registered_practice
                        then setting.earlier_practice_days else 0 end
                )
            )
    ) as from_outside
from mover
