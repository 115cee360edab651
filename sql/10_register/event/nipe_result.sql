-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- Physical examinations as providers give them, one row for each part reported. Which of the two examinations it is, nobody
-- says: the age at it decides (feeds 7.1.3). A delete takes the examination out; its earlier versions stay.
select
    record.record_key,
    reported.element,
    held.child_key,
    null::bigint as subject_record_key,
    landed.nhs_number,
    landed.person_birth_date,
    'NIPE' as kind,
    null::text as programme,
    case
        when landed.examination_date - landed.person_birth_date <= setting.newborn_days then 'NIPE-NB'
        when landed.person_birth_date is not null then 'NIPE-INF'
    end as event_code,
    'LOCAL' as event_code_scheme,
    null::text as procedure_code,
    null::text as product_code,
    landed.examination_date as event_date,
    'D' as event_date_precision,
    (landed.examination_date + landed.examination_time::time) at time zone 'Europe/London' as event_at,
    null::date as offer_date,
    null::date as received_date,
    null::date as result_date,
    (landed.recorded_datetime at time zone 'Europe/London')::date as recorded_date,
    null::integer as sequence_number,
    reported.outcome as outcome_code,
    case when reported.element = 'BCG' then 'LOCAL' else 'SNOMED' end as outcome_code_scheme,
    null::text as attendance_status,
    null::text as consultation_mechanism,
    null::text as care_professional_staff_group,
    true as primary_source,
    landed.provider_ods_code as performing_organisation,
    null::text as batch_number,
    null::integer as dose_sequence,
    null::text as dose_as_sent,
    null::text as location_code,
    null::numeric as measure_value,
    null::text as measure_unit,
    null::text as vaccine_manufacturer,
    null::date as expiry_date,
    null::text as site_code,
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
from landing.nipe_result as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'nipe-result' and record.source_system = 'nipe-result'
    and record.organisation_code = landed.provider_ods_code
    and record.source_key = landed.source_record_identifier
cross join (
    select max(setting.value) filter (where setting.name = 'nipe_newborn_days') as newborn_days
    from definition.setting as setting
) as setting
cross join lateral (values
    ('HIPS', landed.hips),
    ('EYES', landed.eyes),
    ('HEART', landed.heart),
    ('TESTES', landed.testes),
    ('BCG', landed.bcg_eligible)
) as reported (element, outcome)
left join register.event as held  -- left: a result met for the first time
    on held.record_key = record.record_key and held.element = reported.element
where landed.record_action <> 'D' and reported.outcome is not null
