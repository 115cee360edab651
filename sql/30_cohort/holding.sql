-- target: cohort.holding
-- grain:  record_key
-- scope:  all
-- Every record a register holds of a child: with which organisation, during which dates, and whether it is open tonight.
-- A temporary registration is not a registration; a record absent from its sender's full list ended on that list's date.
select
    registration.child_key,
    'GP' as agency,
    registration.record_key,
    registration.general_medical_practice_code as organisation_code,
    -- An open record has no end: greatest() alone would take the start for it.
    case when registration.end_date is null and registration.absent_since_date is null
        then daterange(registration.listed_from_date, null)
        else daterange(
            registration.listed_from_date,
            greatest(
                least(registration.end_date, registration.absent_since_date), registration.listed_from_date))
    end as during,
    registration.absent_since_date is null
    and (registration.end_date is null or registration.end_date > engine.business_date())
    and (registration.start_date is null or registration.start_date <= engine.business_date()) as is_open
from register.gp_registration as registration
left join definition.gp_registration_type as type on type.code = registration.registration_type  -- left: unknown type
where registration.child_key is not null and coalesce(type.is_registration, true)
union all
select
    caseload.child_key,
    'HV',
    caseload.record_key,
    caseload.organisation_code,
    case when caseload.end_date is null and caseload.absent_since_date is null
        then daterange(caseload.start_date, null)
        else daterange(
            caseload.start_date, greatest(least(caseload.end_date, caseload.absent_since_date), caseload.start_date))
    end,
    caseload.absent_since_date is null
    and coalesce(status.held, false)
    and (caseload.start_date is null or caseload.start_date <= engine.business_date())
    and (caseload.end_date is null or caseload.end_date > engine.business_date())
from register.hv_caseload as caseload
left join definition.hv_episode_status as status on status.code = caseload.episode_status  -- left: unknown status
where caseload.child_key is not null
union all
select
    record.child_key,
    'CHIS',
    record.record_key,
    record.organisation_code,
    case
        when not coalesce(status.held, true) then daterange(null, record.record_status_date)
        when record.absent_since_date is null then daterange(record.record_status_date, null)
        else daterange(record.record_status_date, greatest(record.absent_since_date, record.record_status_date))
    end,
    record.absent_since_date is null and coalesce(status.held, true)
from register.chis_record as record
left join definition.chis_record_status as status on status.code = record.record_status  -- left: unknown status
where record.child_key is not null
