-- target: exception.finding
-- part:   type_code = FS-108
-- grain:  subject, element
-- scope:  all
-- A practice whose list holds a child whom PDS shows elsewhere or nowhere, or whose current list lacks a child whom PDS
-- shows there, once the disagreement has lasted longer than the rule tolerates.
with

list as (

    select
        list.organisation_code,
        min(list.first_full_night) as first_full_night
    from register.organisation_list as list
    where list.feed in ('gp-registration', 'gp-gpr4') and list.first_full_night is not null
    group by list.organisation_code

),

listed_elsewhere as (

    select
        child.child_key,
        registration.general_medical_practice_code as practice,
        -- The later of the two dated facts: the list's start, and PDS's. A list without starts is dated by itself.
        greatest(max(registration.listed_from_date), coalesce(child.practice_start_date, child.practice_end_date))
            as since_date,
        'listed' as disagreement
    from cohort.child as child
    inner join cohort.holding as holding
        on holding.child_key = child.child_key and holding.agency = 'GP' and holding.is_open
    inner join register.gp_registration as registration on registration.record_key = holding.record_key
    where registration.general_medical_practice_code is distinct from child.registered_practice
        and child.person_record_key is not null
    group by child.child_key, registration.general_medical_practice_code, child.practice_start_date,
        child.practice_end_date

),

last_listed as (

    -- The night on which the practice's list first lacked a child that it held before.
    select registration.child_key, registration.general_medical_practice_code as practice,
        max(least(
            registration.end_date,
            case when registration.absent_since_date is not null then lower(registration.nights) end)) as lacked_date
    from register.gp_registration as registration
    where registration.child_key is not null
    group by registration.child_key, registration.general_medical_practice_code

),

lacking as (

    select
        child.child_key,
        child.registered_practice as practice,
        greatest(list.first_full_night, child.practice_start_date, last_listed.lacked_date) as since_date,
        'absent' as disagreement
    from cohort.child as child
    inner join cohort.custody as custody
        on custody.child_key = child.child_key and custody.agency = 'GP'
        and custody.state in ('MISSING', 'WRONG_ORGANISATION')
    inner join list on list.organisation_code = child.registered_practice
    left join last_listed  -- left: the list never held the child
        on last_listed.child_key = child.child_key and last_listed.practice = child.registered_practice

),

disagreement as (

    select * from listed_elsewhere
    union all
    select * from lacking

)

select
    disagreement.child_key::text as subject,
    disagreement.practice as element,
    disagreement.child_key,
    disagreement.since_date as started_on,
    disagreement.practice as holder,
    jsonb_build_object(
        'since', disagreement.since_date, 'practice', disagreement.practice,
        'pds_practice', child.registered_practice, 'disagreement', disagreement.disagreement) as facts
from disagreement
inner join cohort.child as child on child.child_key = disagreement.child_key
inner join definition.exception_parameter as tolerance
    on tolerance.type_code = 'FS-108' and tolerance.name = 'tolerance'
where child.life_state = 'ALIVE'
    and child.bucket in ('IN_AREA', 'UNTRACED')
    and not child.restricted
    and engine.business_date() - disagreement.since_date > tolerance.value
