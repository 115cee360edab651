-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- Blood spot results as laboratories give them, one row for each condition reported. The outcome is the status as
-- understood: as sent where the condition can have it, else its parent, else as sent (feeds A.1). A delete takes the
-- sample's results out; their earlier versions stay.
select
    record.record_key,
    reported.condition as element,
    held.child_key,
    null::bigint as subject_record_key,
    landed.nhs_number,
    landed.person_birth_date,
    'NBSS' as kind,
    null::text as programme,
    reported.condition as event_code,
    'NBS' as event_code_scheme,
    null::text as procedure_code,
    null::text as product_code,
    landed.blood_spot_card_completion_date as event_date,
    'D' as event_date_precision,
    null::timestamptz as event_at,
    null::date as offer_date,
    landed.sample_received_date as received_date,
    landed.result_date,
    null::date as recorded_date,
    coalesce(landed.sample_sequence, 1) as sequence_number,
    coalesce(outcome.status, parent.status, reported.status) as outcome_code,
    'NBS' as outcome_code_scheme,
    null::text as attendance_status,
    null::text as consultation_mechanism,
    null::text as care_professional_staff_group,
    true as primary_source,
    landed.laboratory_ods_code as performing_organisation,
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
from landing.nbs_result as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'nbs-result' and record.source_system = 'nbs-result'
    and record.organisation_code = landed.laboratory_ods_code
    and record.source_key = landed.laboratory_sample_identifier || '/' || coalesce(landed.sample_sequence, 1)
cross join lateral (values
    ('PKU', landed.status_pku),
    ('SCD', landed.status_scd),
    ('CF', landed.status_cf),
    ('CHT', landed.status_cht),
    ('MCADD', landed.status_mcadd),
    ('HCU', landed.status_hcu),
    ('MSUD', landed.status_msud),
    ('GA1', landed.status_ga1),
    ('IVA', landed.status_iva),
    ('SCID', landed.status_scid),
    ('HT1', landed.status_ht1)
) as reported (condition, status)
left join definition.blood_spot_outcome as outcome  -- left: a status the condition cannot have
    on outcome.condition = reported.condition and outcome.status = reported.status
left join definition.blood_spot_outcome as parent
    on parent.condition = reported.condition and parent.status = left(reported.status, 2)
left join register.event as held  -- left: a result met for the first time
    on held.record_key = record.record_key and held.element = reported.condition
where landed.record_action <> 'D' and reported.status is not null
