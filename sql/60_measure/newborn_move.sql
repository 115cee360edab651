-- target: measure.newborn_move
-- grain:  child_key, notified_date
-- scope:  all
-- joins:  hash
-- The changes of the board responsible for a baby after birth, as each night knew them: that of the baby's practice, else of
-- the mother's while the baby has had none and lives under the same board as at birth, else of the residence; of a restricted
-- baby, that of the register that holds the child. A move counts from the night that learned of it; what the first load
-- brought was learned before, so there the day the registration or the address began stands for it. What is not known is no
-- move, nor is death.
with

first as (

    select max(run.first_night) as night
    from engine.run as run
    where run.business_date = engine.business_date()

),

version as (

    select
        version.child_key,
        newborn.person_birth_date,
        newborn.icb_code as birth_icb_code,
        lower(version.nights) as night,
        case
            when version.bucket = 'LEFT_ENGLAND' then ''
            when version.restricted then version.counted_icb
            when version.registered_practice is not null then version.practice_icb
            when mothers.stands then newborn.mother_icb_code
            else version.resident_icb
        end as icb_code,
        case
            when version.bucket = 'LEFT_ENGLAND' then false
            when version.restricted then version.bucket = 'IN_AREA'
            when version.registered_practice is not null then version.served_by_practice
            when mothers.stands then newborn.mother_served
            else version.served_by_residence
        end as served,
        case
            when version.bucket = 'LEFT_ENGLAND' then version.removal_date
            when version.registered_practice is not null then version.practice_start_date
            else version.address_start_date
        end as since_date
    from (
        select
            version.*,
            coalesce(
                bool_or(version.registered_practice is not null) over (
                    partition by version.child_key order by lower(version.nights)
                    rows between unbounded preceding and 1 preceding
                ), false) as had_practice
        from cohort.child_history as version
        where version.child_key in (select newborn.child_key from measure.newborn as newborn)
    ) as version
    inner join measure.newborn as newborn on newborn.child_key = version.child_key
    cross join lateral (
        select newborn.mother_icb_code is not null and not version.had_practice
            and coalesce(version.resident_icb, newborn.home_icb_code) is not distinct from newborn.home_icb_code as stands
    ) as mothers
    where version.life_state = 'ALIVE' and version.bucket <> 'INVALIDATED'
        -- What was known before the place at birth was has no say.
        and (newborn.known_from_date is null or upper_inf(version.nights) or upper(version.nights) > newborn.known_from_date)

),

change as (

    select
        version.*,
        lag(version.icb_code, 1, version.birth_icb_code) over (
            partition by version.child_key order by version.night
        ) as icb_code_before
    from version
    where version.icb_code is not null

)

select
    change.child_key,
    case when change.night = first.night
        then greatest(least(coalesce(change.since_date, change.night), change.night), change.person_birth_date)
        else change.night
    end as notified_date,
    change.icb_code,
    change.served
from change
cross join first
where change.icb_code <> change.icb_code_before
