-- target: measure.newborn
-- grain:  child_key
-- scope:  all
-- joins:  hash
-- The babies of the periods still counted, and which board was responsible for them at birth (rulings 7): that of the first
-- practice known within some days of birth, else of the mother's practice, else of the first residence, by the dates PDS
-- gives; for who is in the register alone, of what the register first said. Nobody in England was where the first residence
-- lies outside it and no English practice of mother or baby is as old, or where a practice registered the baby as come from
-- abroad.
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'birth_responsibility_days')::integer as responsibility_days,
        max(setting.text_value) filter (where setting.name = 'england_code') as england_code
    from definition.setting as setting

),

baby as (

    select
        child.child_key,
        child.person_record_key,
        child.person_birth_date,
        child.gestation_weeks,
        coalesce(child.person_stated_gender_code = '1', false) as boy,
        child.restricted,
        child.life_state,
        child.bucket,
        child.person_birth_date + setting.responsibility_days as at_birth_until
    from cohort.child as child
    cross join setting
    where child.person_birth_date >= (select min(period.born_from) from measure.screening_period as period)
        and child.bucket not in ('STILLBORN', 'INVALIDATED')

),

said as (

    select
        baby.child_key,
        baby.at_birth_until,
        message.*,
        (message.asserted_at at time zone 'Europe/London')::date as said_date
    from baby
    inner join register.pds_message as message on message.record_key = baby.person_record_key

),

birth as (

    select distinct on (said.child_key)
        said.child_key,
        said.known_date,
        said.said_date,
        said.mother_practice_code,
        said.delivery_place_code,
        said.person_birth_at
    from said
    where said.kind = 'pds-birth-notification-1'
    order by said.child_key, said.asserted_at desc, said.file_id desc

),

told as (

    select
        said.child_key,
        'PRACTICE' as basis,
        'PRACTICE' as kind,
        said.general_medical_practice_code as code,
        coalesce(said.practice_start_date, said.said_date) as on_date,
        said.at_birth_until,
        said.known_date
    from said
    where said.general_medical_practice_code is not null and not exists (
        select
        from definition.pseudo_practice as pseudo
        where starts_with(said.general_medical_practice_code, pseudo.code)
            and (pseudo.match = 'PREFIX' or said.general_medical_practice_code = pseudo.code)
    )
    union all
    select
        said.child_key,
        'RESIDENCE',
        'POSTCODE',
        said.postcode,
        coalesce(said.address_start_date, said.said_date),
        said.at_birth_until,
        said.known_date
    from said
    where said.postcode is not null and not coalesce(said.restricted, false)
    union all
    select birth.child_key, 'MOTHER', 'PRACTICE', birth.mother_practice_code, birth.said_date, date 'infinity', birth.known_date
    from birth
    where birth.mother_practice_code is not null

),

first_told as (

    select distinct on (told.child_key, told.basis) told.*
    from told
    where told.on_date <= told.at_birth_until
    order by told.child_key, told.basis, told.on_date, told.known_date, told.code

),

-- A pseudo postcode is in no directory.
area as (

    select
        'PRACTICE' as kind,
        practice.organisation_code as code,
        practice.in_england,
        practice.sub_icb_code,
        practice.icb_code,
        practice.local_authority_code
    from cohort.practice_place as practice
    union all
    select
        'POSTCODE',
        home.postcode,
        home.country_code = setting.england_code,
        home.sub_icb_code,
        home.icb_code,
        home.local_authority_code
    from cohort.postcode_place as home
    cross join setting

),

-- What the register itself first said: of who is in no message of PDS, or in restricted ones alone.
first_version as (

    select distinct on (version.child_key)
        version.child_key,
        baby.at_birth_until,
        version.bucket,
        lower(version.nights) as known_date,
        least(lower(version.nights), coalesce(version.practice_start_date, version.address_start_date)) as on_date,
        case when by_register.answer then version.counted_sub_icb else version.resident_sub_icb end as sub_icb_code,
        case when by_register.answer then version.counted_icb else version.resident_icb end as icb_code,
        version.counted_la as local_authority_code
    from cohort.child_history as version
    inner join baby on baby.child_key = version.child_key
    cross join lateral (
        select version.restricted or version.registered_practice is not null as answer
    ) as by_register
    order by version.child_key, lower(version.nights)

),

place as (

    select
        first_told.child_key,
        first_told.basis,
        first_told.on_date,
        first_told.known_date,
        coalesce(area.in_england, false) as in_england,
        area.code is not null and not area.in_england as abroad,
        coalesce(area.sub_icb_code, '') as sub_icb_code,
        coalesce(area.icb_code, '') as icb_code,
        coalesce(area.local_authority_code, '') as local_authority_code
    from first_told
    left join area on area.kind = first_told.kind and area.code = first_told.code  -- left: a code of no directory
    union all
    select
        version.child_key,
        'COHORT',
        version.on_date,
        version.known_date,
        true,
        false,
        coalesce(version.sub_icb_code, ''),
        version.icb_code,
        coalesce(version.local_authority_code, '')
    from first_version as version
    where version.icb_code is not null and version.bucket <> 'LEFT_ENGLAND' and version.on_date <= version.at_birth_until

),

origin as (

    select
        place.child_key,
        bool_or(place.abroad and place.basis = 'RESIDENCE')
        and not bool_or(place.in_england and place.basis = 'MOTHER')
        and not coalesce(
            min(place.on_date) filter (where place.in_england and place.basis = 'PRACTICE')
            <= min(place.on_date) filter (where place.basis = 'RESIDENCE'), false) as outside,
        max(place.icb_code) filter (where place.in_england and place.basis = 'RESIDENCE') as home_icb_code
    from place
    group by place.child_key

),

from_abroad as (

    select distinct registration.child_key
    from register.gp_registration as registration
    inner join definition.gp_registration_type as type on type.code = registration.registration_type and type.from_abroad

),

at_birth as (

    select distinct on (place.child_key) place.*
    from place
    inner join origin on origin.child_key = place.child_key and not origin.outside
    where place.in_england and place.icb_code <> ''
        and not exists (select from from_abroad where from_abroad.child_key = place.child_key)
    order by place.child_key, array_position(array['PRACTICE', 'MOTHER', 'RESIDENCE', 'COHORT'], place.basis)

),

-- Who is commissioned at those places.
service as (

    select distinct on (spot.sub_icb_code, spot.icb_code, spot.local_authority_code, commission.service_code)
        spot.sub_icb_code,
        spot.icb_code,
        spot.local_authority_code,
        commission.service_code,
        commission.organisation_code,
        commission.organisation_code in (select served.organisation_code from cohort.served_chis as served) as served
    from (select distinct place.sub_icb_code, place.icb_code, place.local_authority_code from place) as spot
    inner join cohort.commission_in_force as commission
        on (commission.area_type, commission.area_code) in (
            ('SICBL', spot.sub_icb_code), ('ICB', spot.icb_code), ('LA', spot.local_authority_code)
        )
    where commission.service_code in ('CHIS', 'MAT', 'NHSP')
    order by spot.sub_icb_code, spot.icb_code, spot.local_authority_code, commission.service_code,
        commission.place, commission.organisation_code

),

-- The trust of a site: a site's code begins with its trust's.
maternity as (

    select distinct on (delivered.code) delivered.code, service.organisation_code
    from (select distinct birth.delivery_place_code as code from birth where birth.delivery_place_code is not null) as delivered
    left join reference.organisation as service  -- left: no list of maternity services, or not on it
        on service.role = 'MAT' and starts_with(delivered.code, service.organisation_code)
    order by delivered.code, length(service.organisation_code) desc nulls last

),

chis_birth as (

    select record.child_key, min(record.person_birth_time) as birth_time
    from register.chis_record as record
    inner join baby on baby.child_key = record.child_key and baby.person_birth_date = record.person_birth_date
    where record.person_birth_time is not null
    group by record.child_key

),

dead as (

    select
        baby.child_key,
        coalesce(person.person_death_date, person.death_status_date, person.death_known_date) as died_date
    from baby
    inner join register.person as person on person.record_key = baby.person_record_key
    where baby.life_state = 'DECEASED'

)

select
    baby.child_key,
    baby.person_birth_date,
    case when (time.born_at at time zone 'Europe/London')::date = baby.person_birth_date then time.born_at end as born_at,
    baby.gestation_weeks,
    baby.boy,
    baby.restricted,
    baby.bucket = 'UNTRACED' as untraced,
    dead.died_date,
    at_birth.basis,
    at_birth.known_date as known_from_date,
    coalesce(at_birth.sub_icb_code, '') as sub_icb_code,
    coalesce(at_birth.icb_code, '') as icb_code,
    coalesce(at_birth.local_authority_code, '') as local_authority_code,
    coalesce(chis.served, false) as served,
    origin.home_icb_code,
    nullif(mother.icb_code, '') as mother_icb_code,
    coalesce(mother_chis.served, false) as mother_served,
    coalesce(maternity.organisation_code, birth.delivery_place_code, maternity_here.organisation_code)
        as maternity_organisation,
    hearing.organisation_code as hearing_organisation
from baby
-- left: not every baby has each
left join birth on birth.child_key = baby.child_key
left join chis_birth on chis_birth.child_key = baby.child_key
left join dead on dead.child_key = baby.child_key
left join origin on origin.child_key = baby.child_key
left join at_birth on at_birth.child_key = baby.child_key
left join place as mother on mother.child_key = baby.child_key and mother.basis = 'MOTHER' and mother.in_england
left join maternity on maternity.code = birth.delivery_place_code
left join service as chis
    on chis.service_code = 'CHIS' and chis.sub_icb_code = at_birth.sub_icb_code
    and chis.icb_code = at_birth.icb_code and chis.local_authority_code = at_birth.local_authority_code
left join service as mother_chis
    on mother_chis.service_code = 'CHIS' and mother_chis.sub_icb_code = mother.sub_icb_code
    and mother_chis.icb_code = mother.icb_code and mother_chis.local_authority_code = mother.local_authority_code
left join service as maternity_here
    on maternity_here.service_code = 'MAT' and maternity_here.sub_icb_code = at_birth.sub_icb_code
    and maternity_here.icb_code = at_birth.icb_code
    and maternity_here.local_authority_code = at_birth.local_authority_code
left join service as hearing
    on hearing.service_code = 'NHSP' and hearing.sub_icb_code = at_birth.sub_icb_code
    and hearing.icb_code = at_birth.icb_code and hearing.local_authority_code = at_birth.local_authority_code
cross join lateral (
    select coalesce(
        birth.person_birth_at,
        (baby.person_birth_date + chis_birth.birth_time::time) at time zone 'Europe/London'
    ) as born_at
) as time
