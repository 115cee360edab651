-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- Vaccinations given, and not given, in schools. The vaccine decides the programme, else the programme that the row names.
-- A dose not given is an event with its reason: no measure takes it for a dose.
select
    record.record_key,
    '' as element,
    held.child_key,
    null::bigint as subject_record_key,
    landed.nhs_number,
    landed.person_birth_date,
    'VACC' as kind,
    coalesce(landed.vaccine_programme, landed.programme) as programme,
    coalesce(landed.vaccine_as_sent, landed.programme) as event_code,
    'SCHOOL' as event_code_scheme,
    null::text as procedure_code,
    null::text as product_code,
    landed.event_date,
    'D' as event_date_precision,
    null::timestamptz as event_at,
    null::date as offer_date,
    null::date as received_date,
    null::date as result_date,
    null::date as recorded_date,
    null::integer as sequence_number,
    case
        when coalesce(landed.vaccinated, 'Y') = 'Y' then 'COMPLETED'
        else coalesce(landed.reason_not_vaccinated, 'NOT_GIVEN')
    end as outcome_code,
    case when landed.vaccinated = 'N' then 'SCHOOL' end as outcome_code_scheme,
    null::text as attendance_status,
    null::text as consultation_mechanism,
    null::text as care_professional_staff_group,
    true as primary_source,
    landed.organisation_code as performing_organisation,
    landed.batch_number,
    substring(coalesce(landed.dose_as_sent, substring(landed.vaccine_as_sent, ' ([1-9])$')), '^[0-9]+')::integer
        as dose_sequence,
    landed.dose_as_sent,
    null::text as location_code,
    null::numeric as measure_value,
    null::text as measure_unit,
    null::text as vaccine_manufacturer,
    landed.batch_expiry_date as expiry_date,
    landed.anatomical_site as site_code,
    null::text as route_code,
    null::text as dose_amount,
    null::text as dose_unit_code,
    null::text as indication_code,
    null::text as remark,
    false as withdrawn,
    null::timestamptz as asserted_at,
    landed.row_hash,
    landed.file_id,
    landed.line_no
from landing.school_vaccination as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'school-vaccination' and record.source_key = register.school_row_key(
        landed.layout, landed.nhs_number, landed.person_family_name, landed.person_given_name,
        landed.person_birth_date, landed.event_date, coalesce(landed.vaccine_programme, landed.programme))
left join register.event as held on held.record_key = record.record_key  -- left: a vaccination met for the first time
where landed.layout not in ('COHORT', 'CLASS')
