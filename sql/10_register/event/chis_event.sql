-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- The event history of child health registers, filed under the child of their own system. What was recorded elsewhere is
-- told again here, so none of it is first-hand. An event that a full history no longer holds is taken out; its earlier
-- versions stay.
select
    record.record_key,
    part.element,
    held.child_key,
    subject.record_key as subject_record_key,
    landed.nhs_number,
    landed.person_birth_date,
    landed.event_kind as kind,
    case
        when landed.event_kind = 'VACC' then coalesce(procedure.programme, product.programme, programme.code)
    end as programme,
    case landed.event_kind
        when 'HVRV' then activity.code
        when 'NBSS' then condition.code
        when 'NHSP' then screen.code
        when 'NIPE' then screen.code
        else landed.event_code
    end as event_code,
    case landed.event_kind
        when 'HVRV' then activity.scheme
        when 'NBSS' then 'NBS'
        else landed.event_code_scheme
    end as event_code_scheme,
    case when landed.event_kind = 'VACC' then procedure.code end as procedure_code,
    case when landed.event_kind = 'VACC' then product.code end as product_code,
    landed.event_date,
    coalesce(landed.event_date_precision, 'D') as event_date_precision,
    null::timestamptz as event_at,
    landed.offer_date,
    null::date as received_date,
    null::date as result_date,
    (landed.recorded_datetime at time zone 'Europe/London')::date as recorded_date,
    null::integer as sequence_number,
    case
        when landed.event_kind = 'NBSS'
            then coalesce(spot_status.status, spot_concept.status, spot_parent.status, sent.code)
        when landed.event_kind in ('VACC', 'HVRV') then coalesce(sent.code, 'COMPLETED')
        else sent.code
    end as outcome_code,
    case
        when landed.event_kind = 'NBSS' and sent.code ~ '^[0-9]{6,18}$' and spot_concept.status is null then 'SNOMED'
        when landed.event_kind = 'NBSS' then 'NBS'
        when landed.event_kind in ('NHSP', 'NIPE') and sent.code ~ '^[0-9]{6,18}$' then 'SNOMED'
        when landed.event_kind in ('NHSP', 'NIPE') then 'HISTORY'
        else 'LOCAL'
    end as outcome_code_scheme,
    null::text as attendance_status,
    null::text as consultation_mechanism,
    null::text as care_professional_staff_group,
    false as primary_source,
    landed.performing_organisation,
    landed.batch_number,
    null::integer as dose_sequence,
    landed.event_dose as dose_as_sent,
    null::text as location_code,
    null::numeric as measure_value,
    null::text as measure_unit,
    null::text as vaccine_manufacturer,
    null::date as expiry_date,
    landed.site_code,
    null::text as route_code,
    null::text as dose_amount,
    null::text as dose_unit_code,
    null::text as indication_code,
    landed.comment as remark,
    false as withdrawn,
    null::timestamptz as asserted_at,
    landed.row_hash,
    landed.file_id,
    landed.line_no
from landing.chis_event as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'chis-event' and record.source_system = landed.source_system_code
    and record.source_key = landed.source_event_identifier
left join register.record as subject  -- left: no child named
    on subject.feed = 'chis-register' and subject.source_system = landed.source_system_code
    and subject.source_key = landed.source_child_identifier
-- left: each kind has its own list
left join definition.vaccine_procedure as procedure on procedure.code = landed.event_code
left join definition.vaccine_product as product on product.code = landed.event_code
left join definition.programme as programme on programme.code = upper(landed.event_code)
left join definition.hv_activity as activity
    on activity.code = case when landed.event_code ~ '^[0-9]$' then '0' else '' end || upper(landed.event_code)
left join definition.blood_spot_condition as condition
    on landed.event_kind = 'NBSS'
    and (condition.code = upper(landed.event_code) or condition.procedure_code = landed.event_code)
left join definition.history_screen as screen
    on screen.kind = landed.event_kind and screen.code = upper(landed.event_code)
cross join lateral (
    select case
        when landed.outcome_code ~ '^([0-9]|[0-9]{3})$' then '0' || landed.outcome_code
        else upper(landed.outcome_code)
    end as code
) as sent
left join definition.blood_spot_outcome as spot_status
    on spot_status.condition = condition.code and spot_status.status = sent.code
left join definition.blood_spot_outcome as spot_concept
    on spot_concept.condition = condition.code and spot_concept.concept_code = sent.code
left join definition.blood_spot_outcome as spot_parent
    on spot_parent.condition = condition.code and spot_parent.status = left(sent.code, 2)
    and sent.code ~ '^[0-9]{2}([0-9]{2})?$'
cross join lateral (
    select case landed.event_kind
        when 'NBSS' then condition.code
        when 'NHSP' then 'SUMMARY'
        when 'NIPE' then 'SUMMARY'
        else ''
    end as element
) as part
left join register.event as held  -- left: an event met for the first time
    on held.record_key = record.record_key and held.element = part.element
where landed.record_action <> 'D'
