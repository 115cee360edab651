-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- Contacts and offers as health visiting providers give them, filed under the caseload episode, else under the patient. How
-- the child is fed, the score of an assessment, weight and length are elements of their own. A delete takes the contact out; its earlier
-- versions stay.
select
    record.record_key,
    part.element,
    held.child_key,
    coalesce(episode.record_key, patient.record_key) as subject_record_key,
    landed.nhs_number,
    landed.person_birth_date,
    part.kind,
    null::text as programme,
    part.event_code,
    part.event_code_scheme,
    null::text as procedure_code,
    null::text as product_code,
    landed.care_contact_date as event_date,
    'D' as event_date_precision,
    (landed.care_contact_date + landed.care_contact_time::time) at time zone 'Europe/London' as event_at,
    landed.invitation_date as offer_date,
    null::date as received_date,
    null::date as result_date,
    null::date as recorded_date,
    null::integer as sequence_number,
    part.outcome_code,
    part.outcome_code_scheme,
    landed.attendance_status,
    landed.consultation_mechanism,
    landed.care_professional_staff_group,
    true as primary_source,
    landed.organisation_identifier_code_of_provider as performing_organisation,
    null::text as batch_number,
    null::integer as dose_sequence,
    null::text as dose_as_sent,
    landed.activity_location_type_code as location_code,
    part.measure_value,
    part.measure_unit,
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
from landing.hv_contact as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'hv-contact' and record.source_system = 'hv-contact'
    and record.organisation_code = landed.organisation_identifier_code_of_provider
    and record.source_key = landed.care_contact_identifier
inner join engine.file as file on file.file_id = landed.file_id
left join register.record as episode  -- left: no episode named
    on episode.feed = 'hv-caseload' and episode.source_system = 'hv-caseload:' || file.sender
    and episode.organisation_code = landed.organisation_identifier_code_of_provider
    and episode.source_key = landed.service_request_identifier
left join register.record as patient  -- left: filed under an episode
    on patient.feed = 'hv-patient' and landed.service_request_identifier is null
    and patient.organisation_code = landed.organisation_identifier_code_of_provider
    and patient.source_key = landed.local_patient_identifier_extended
left join definition.hv_activity as activity on activity.code = landed.community_care_activity_type
left join definition.attendance_status as attendance on attendance.code = landed.attendance_status
cross join lateral (values
    (
        '', 'HVRV', landed.community_care_activity_type, activity.scheme,
        coalesce(landed.offer_outcome, attendance.offer_outcome), 'OFFER', null::numeric, null, true
    ),
    ('FEED', 'FEED', null, null, landed.breastfeeding_status, 'CSDS', null, null, landed.breastfeeding_status is not null),
    (
        'ASMT', 'ASMT', landed.assessment_tool_snomed_ct, 'SNOMED', landed.person_score, 'SCORE', null, null,
        coalesce(landed.assessment_tool_snomed_ct, landed.person_score) is not null
    ),
    ('WEIGHT', 'MEAS', 'WEIGHT', 'LOCAL', null, null, landed.person_weight::numeric, 'kg', landed.person_weight is not null),
    (
        'LENGTH', 'MEAS', 'LENGTH', 'LOCAL', null, null, landed.person_length_in_centimetres::numeric, 'cm',
        landed.person_length_in_centimetres is not null
    )
) as part (
    element, kind, event_code, event_code_scheme, outcome_code, outcome_code_scheme, measure_value, measure_unit, told
)
left join register.event as held  -- left: a contact met for the first time
    on held.record_key = record.record_key and held.element = part.element
where landed.record_action <> 'D' and part.told
