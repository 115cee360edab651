-- target: register.person
-- grain:  record_key
-- scope:  source
-- joins:  hash
-- What PDS says of each number. An extract is the whole of what PDS held when it was made, so it outranks every event
-- known before it; of the extract and the events known with it or after it, each facet takes the latest by its own date.
with

said as (

    select
        message.*,
        message.postcode is not null and not exists (
            select
            from definition.pseudo_postcode as pseudo
            where starts_with(replace(message.postcode, ' ', ''), pseudo.postcode)
                and (pseudo.match = 'PREFIX' or replace(message.postcode, ' ', '') = pseudo.postcode)
        ) as usual_postcode
    from register.pds_message as message
    inner join engine.source_in_scope as scope on scope.record_key = message.record_key

),

latest_extract as (

    select distinct on (said.record_key) said.*
    from said
    where said.kind = 'EXTRACT'
    order by said.record_key, said.known_date desc, said.serial_change_number desc nulls last,
        said.file_id desc, said.line_no desc

),

candidate as (

    select said.*, said.kind = 'EXTRACT' as from_extract
    from said
    left join latest_extract on latest_extract.record_key = said.record_key  -- left: known by events alone
    where latest_extract.record_key is null
        or (said.kind = 'EXTRACT' and said.file_id = latest_extract.file_id and said.line_no = latest_extract.line_no)
        or (said.kind <> 'EXTRACT' and said.known_date >= latest_extract.known_date)

),

demographic as (

    select distinct on (candidate.record_key) candidate.*
    from candidate
    where candidate.kind in ('EXTRACT', 'pds-birth-notification-1', 'pds-change-of-address-1', 'pds-change-of-gp-1',
        'pds-record-change-1', 'pds-death-notification-1')
    order by candidate.record_key, candidate.from_extract desc, candidate.kind = 'pds-birth-notification-1' desc,
        candidate.person_birth_date is not null desc, candidate.asserted_at desc, candidate.file_id desc

),

address as (

    select distinct on (candidate.record_key) candidate.*
    from candidate
    where candidate.kind in ('EXTRACT', 'pds-birth-notification-1', 'pds-change-of-address-1')
        or candidate.restricted
    order by candidate.record_key,
        coalesce(
            candidate.address_start_date,
            case when not candidate.from_extract then (candidate.asserted_at at time zone 'Europe/London')::date end)
            desc nulls last,
        candidate.asserted_at desc, candidate.from_extract, candidate.file_id desc

),

practice as (

    select distinct on (candidate.record_key) candidate.*
    from candidate
    where candidate.kind in ('EXTRACT', 'pds-change-of-gp-1')
    order by candidate.record_key,
        coalesce(
            case when candidate.general_medical_practice_code is null then candidate.removal_date end,
            candidate.practice_start_date,
            case when not candidate.from_extract then (candidate.asserted_at at time zone 'Europe/London')::date end)
            desc nulls last,
        candidate.asserted_at desc, candidate.from_extract, candidate.file_id desc

),

last_practice as (

    select distinct on (said.record_key)
        said.record_key, said.general_medical_practice_code
    from said
    where said.general_medical_practice_code is not null and said.kind in ('EXTRACT', 'pds-change-of-gp-1')
        and not exists (
            select
            from definition.pseudo_practice as pseudo
            where starts_with(said.general_medical_practice_code, pseudo.code)
                and (pseudo.match = 'PREFIX' or said.general_medical_practice_code = pseudo.code)
        )
    order by said.record_key, said.asserted_at desc, said.known_date desc, said.file_id desc

),

last_residence as (

    select distinct on (said.record_key)
        said.record_key, said.postcode
    from said
    where said.usual_postcode and not coalesce(said.restricted, false)
    order by said.record_key, said.asserted_at desc, said.known_date desc, said.file_id desc

),

restriction as (

    -- The flag lifts only when PDS shows a usual postcode again (rulings 5): an empty address, a pseudo postcode or an
    -- older message that comes late does not lift it.
    select distinct said.record_key, true as restricted
    from said
    where said.restricted
        and not exists (
            select
            from said as later
            where later.record_key = said.record_key and later.usual_postcode and not coalesce(later.restricted, false)
                and later.known_date >= said.known_date and later.asserted_at > said.asserted_at
        )

),

practice_left as (

    -- The first message without a practice after the last one with it.
    select said.record_key, min((said.asserted_at at time zone 'Europe/London')::date) as left_date
    from said
    inner join practice on practice.record_key = said.record_key and practice.general_medical_practice_code is null
    where said.kind in ('EXTRACT', 'pds-change-of-gp-1') and said.general_medical_practice_code is null
        and not exists (
            select from said as later
            where later.record_key = said.record_key and later.kind in ('EXTRACT', 'pds-change-of-gp-1')
                and later.general_medical_practice_code is not null and later.asserted_at >= said.asserted_at
        )
        and exists (select from last_practice where last_practice.record_key = said.record_key)
    group by said.record_key

),

death as (

    select distinct on (candidate.record_key) candidate.*
    from candidate
    where candidate.kind in ('EXTRACT', 'pds-death-notification-1')
    -- The latest statement wins (failsafe 3.4); an extract's blank takes back only what was known before it.
    order by candidate.record_key, candidate.from_extract and candidate.death_status is null,
        candidate.asserted_at desc, candidate.from_extract, candidate.file_id desc

),

birth as (

    select distinct on (said.record_key) said.*
    from said
    where said.kind = 'pds-birth-notification-1'
    order by said.record_key, said.asserted_at desc, said.file_id desc

),

reversal as (

    select said.record_key, max(said.known_date) as last_known_date
    from said
    where said.kind in ('EXTRACT', 'pds-death-notification-1') and coalesce(said.death_status, 'U') = 'U'
    group by said.record_key

),

death_known as (

    -- The night the status came; after a reversal, the night it came again.
    select
        said.record_key,
        said.death_status,
        coalesce(
            min(said.known_date) filter (
                where reversal.record_key is null or said.known_date >= reversal.last_known_date),
            min(said.known_date)) as known_date
    from said
    left join reversal on reversal.record_key = said.record_key  -- left: never taken back
    where said.death_status in ('1', '2')
    group by said.record_key, said.death_status

),

first_known as (

    select said.record_key, min(said.known_date) as known_date
    from said
    group by said.record_key

)

select
    demographic.record_key,
    held.child_key,
    demographic.nhs_number,
    latest_extract.superseded_by_nhs_number,
    coalesce(demographic.family_name, birth.family_name) as family_name,
    coalesce(demographic.given_name, birth.given_name) as given_name,
    demographic.other_given_name,
    demographic.title,
    demographic.previous_family_name,
    coalesce(demographic.person_birth_date, birth.person_birth_date) as person_birth_date,
    coalesce(demographic.person_stated_gender_code, birth.person_stated_gender_code) as person_stated_gender_code,
    case when not coalesce(restriction.restricted, false) then address.address_line_1 end as address_line_1,
    case when not coalesce(restriction.restricted, false) then address.address_line_2 end as address_line_2,
    case when not coalesce(restriction.restricted, false) then address.address_line_3 end as address_line_3,
    case when not coalesce(restriction.restricted, false) then address.address_line_4 end as address_line_4,
    case when not coalesce(restriction.restricted, false) then address.address_line_5 end as address_line_5,
    case when not coalesce(restriction.restricted, false) then address.postcode end as postcode,
    address.address_start_date,
    practice.general_medical_practice_code,
    case when practice.general_medical_practice_code is not null then practice.practice_start_date end
        as practice_start_date,
    case
        when practice.general_medical_practice_code is null and last_practice.record_key is not null
            then coalesce(practice.removal_date, practice_left.left_date)
        when practice.general_medical_practice_code is null then practice.removal_date
    end as practice_end_date,
    last_practice.general_medical_practice_code as last_practice_code,
    last_residence.postcode as last_postcode,
    practice.removal_reason,
    practice.removal_date,
    death.person_death_date,
    death.death_status,
    death.death_status_date,
    death_known.known_date as death_known_date,
    coalesce(latest_extract.invalid, false) as invalid,
    coalesce(restriction.restricted, false) as restricted,
    latest_extract.record_key is not null and not coalesce(latest_extract.removed_from_extract, false) as on_extract,
    latest_extract.telephone,
    birth.stillbirth_indicator,
    birth.mother_nhs_number,
    birth.mother_family_name,
    birth.gestation_weeks,
    first_known.known_date as first_known_date
from demographic
inner join first_known on first_known.record_key = demographic.record_key
left join latest_extract on latest_extract.record_key = demographic.record_key  -- left: known by events alone
left join address on address.record_key = demographic.record_key  -- left: no message about an address yet
left join practice on practice.record_key = demographic.record_key  -- left: no message about a practice yet
left join last_practice on last_practice.record_key = demographic.record_key  -- left: never had a practice
left join last_residence on last_residence.record_key = demographic.record_key  -- left: never had an address
left join restriction on restriction.record_key = demographic.record_key  -- left: never had an address
left join practice_left on practice_left.record_key = demographic.record_key  -- left: still has one, or never had
left join death on death.record_key = demographic.record_key  -- left: no message about a death
left join death_known  -- left: alive, or reversed
    on death_known.record_key = demographic.record_key and death_known.death_status = death.death_status
left join birth on birth.record_key = demographic.record_key  -- left: no birth notification
left join register.person as held on held.record_key = demographic.record_key  -- left: first met tonight
