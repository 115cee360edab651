-- target: publish.worklist_row
-- grain:  recipient_code, exception_id
-- scope:  all
-- The open cases on the worklist of each Child Health Information Service: those of the children it is expected to hold.
-- A restricted child's row carries no location and goes to the named holder's own file. A child who died or was stillborn
-- is named on no list: the row gives the task and the number. A child whose number was invalidated is on no list at all, nor is one of whom a signal
-- tells of a death or of a number that no longer holds, until newer data of PDS settles it (rulings 3).
with

setting as (

    select max(setting.value) filter (where setting.name = 'list_mother_until_years') as mother_until_years
    from definition.setting as setting

),

chis as (

    select distinct on (record.child_key) record.*
    from register.chis_record as record
    where record.child_key is not null
    order by record.child_key, (record.absent_since_date is null) desc, record.record_status_date desc nulls last,
        record.record_key

),

team as (

    select distinct on (caseload.child_key) caseload.child_key, caseload.team_identifier
    from register.hv_caseload as caseload
    inner join cohort.holding as holding on holding.record_key = caseload.record_key and holding.is_open
    order by caseload.child_key, caseload.start_date desc nulls last, caseload.record_key

),

worked as (

    select
        cases.*,
        child.restricted,
        child.life_state,
        child.person_birth_date,
        child.nhs_number,
        child.registered_practice,
        child.residence_postcode,
        child.person_record_key,
        case
            when child.expected_chis in (select served.organisation_code from cohort.served_chis as served)
                then child.expected_chis
            when child.residence_chis in (select served.organisation_code from cohort.served_chis as served)
                then child.residence_chis
            when chis.organisation_code in (select served.organisation_code from cohort.served_chis as served)
                then chis.organisation_code
        end as recipient_code
    from exception.case_clock as cases
    inner join cohort.child as child on child.child_key = cases.child_key
    left join chis on chis.child_key = cases.child_key  -- left: on no CHIS register
    where cases.state = 'OPEN' and child.bucket <> 'INVALIDATED'
        and not exists (select from cohort.stopped_child as stopped where stopped.child_key = child.child_key)

)

select
    worked.recipient_code,
    worked.exception_id,
    worked.case_number,
    worked.baseline,
    worked.restricted,
    worked.severity,
    worked.action_by_date,
    worked.raised_date,
    worked.type_code,
    type.what_is_missing as missing_name,
    case when worked.life_state = 'ALIVE' then coalesce(person.family_name, chis.family_name) end as person_family_name,
    case when worked.life_state = 'ALIVE' then coalesce(person.given_name, chis.given_name) end as person_given_name,
    worked.nhs_number,
    case when worked.life_state = 'ALIVE' and not worked.restricted then worked.person_birth_date end
        as person_birth_date,
    case when worked.life_state = 'ALIVE' and not worked.restricted then
        coalesce(
            nullif(concat_ws(', ', person.address_line_1, person.address_line_2, person.address_line_3,
                person.address_line_4, person.address_line_5), ''),
            nullif(concat_ws(', ', chis.address_line_1, chis.address_line_2, chis.address_line_3,
                chis.address_line_4, chis.address_line_5), ''))
    end as last_known_address,
    case when worked.life_state = 'ALIVE' and not worked.restricted then coalesce(person.postcode, chis.postcode) end
        as postcode,
    case when worked.life_state = 'ALIVE' and not worked.restricted
        then coalesce(worked.registered_practice, person.last_practice_code) end as practice_code,
    case when worked.life_state = 'ALIVE' and not worked.restricted then surgery.name end as practice_name,
    case when worked.life_state = 'ALIVE' and not worked.restricted then team.team_identifier end as hv_team,
    case when worked.restricted then 'Contact the failsafe lead.'
        else publish.worded(type.reason_sentence, named_facts.facts) end as reason,
    case when worked.life_state = 'ALIVE' and not worked.restricted then person.telephone end as telephone,
    case when worked.life_state = 'ALIVE' and not worked.restricted
            and reference.age_reached(worked.person_birth_date, setting.mother_until_years, 'YEARS')
            > engine.business_date()
        then person.mother_family_name end as mother_name,
    case when worked.life_state = 'ALIVE' and not worked.restricted
            and reference.age_reached(worked.person_birth_date, setting.mother_until_years, 'YEARS')
            > engine.business_date()
        then coalesce(person.mother_nhs_number, chis.mother_nhs_number) end as mother_nhs_number,
    worked.increment_no,
    worked.escalation_level
from worked
cross join setting
inner join definition.exception_type as type on type.type_code = worked.type_code
left join register.person as person on person.record_key = worked.person_record_key  -- left: known from CHIS alone
left join chis on chis.child_key = worked.child_key  -- left: on no CHIS register
left join team on team.child_key = worked.child_key  -- left: on no caseload
left join publish.organisation_name as surgery
    on surgery.code = coalesce(worked.registered_practice, person.last_practice_code)
left join lateral (
    select jsonb_object_agg(
        fact.key,
        case when name.name is null then fact.value else name.name || ' (' || fact.value || ')' end
    ) as facts
    from jsonb_each_text(worked.facts) as fact (key, value)
    left join publish.organisation_name as name on name.code = fact.value
) as named_facts on true
where worked.recipient_code is not null
