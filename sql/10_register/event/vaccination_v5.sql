-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- Doses as the national vaccination events give them. The procedure decides the programme, else the product, else the
-- type in the file's name (rulings 4). A delete takes the dose out; its earlier versions stay.
select
    record.record_key,
    '' as element,
    held.child_key,
    null::bigint as subject_record_key,
    landed.nhs_number,
    landed.person_dob as person_birth_date,
    'VACC' as kind,
    coalesce(procedure.programme, product.programme, file_type.code) as programme,
    landed.vaccination_procedure_code as event_code,
    'SNOMED' as event_code_scheme,
    landed.vaccination_procedure_code as procedure_code,
    landed.vaccine_product_code as product_code,
    (landed.date_and_time at time zone 'Europe/London')::date as event_date,
    'D' as event_date_precision,
    landed.date_and_time as event_at,
    null::date as offer_date,
    null::date as received_date,
    null::date as result_date,
    landed.recorded_date,
    null::integer as sequence_number,
    'COMPLETED' as outcome_code,
    null::text as outcome_code_scheme,
    null::text as attendance_status,
    null::text as consultation_mechanism,
    null::text as care_professional_staff_group,
    landed.primary_source,
    landed.site_code as performing_organisation,
    landed.batch_number,
    landed.dose_sequence,
    null::text as dose_as_sent,
    landed.location_code,
    null::numeric as measure_value,
    null::text as measure_unit,
    landed.vaccine_manufacturer,
    landed.expiry_date,
    landed.site_of_vaccination_code as site_code,
    landed.route_of_vaccination_code as route_code,
    landed.dose_amount,
    landed.dose_unit_code,
    landed.indication_code,
    null::text as remark,
    false as withdrawn,
    null::timestamptz as asserted_at,
    landed.row_hash,
    landed.file_id,
    landed.line_no
from landing.vaccination_v5 as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'vaccination-v5' and record.source_system = landed.unique_id_uri
    and record.source_key = landed.unique_id
left join register.event as held on held.record_key = record.record_key  -- left: a dose met for the first time
left join definition.vaccine_procedure as procedure on procedure.code = landed.vaccination_procedure_code
left join definition.vaccine_product as product on product.code = landed.vaccine_product_code
left join definition.programme as file_type on file_type.file_type = landed.file_vaccine_type
where landed.action_flag <> 'DELETE'
