-- target:     register.event
-- grain:      record_key, element
-- scope:      source
-- provenance: file_id, line_no
-- Screens and vaccinations as messages give them, complete each time: one row for each condition, ear or part of the body
-- (feeds 7.1, 8.2). A vaccination that was not given is an event with its reason and no dose. What is taken back leaves
-- one row, withdrawn, so that an older message does not bring it again.
with

latest as (

    select distinct on (record.record_key)
        record.record_key, landed.*,
        -- Where the two disagree, the person was traced by the date of the routing.
        coalesce(landed.routing_person_birth_date, landed.person_birth_date) as born
    from landing.nems as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no
        and (
            decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING')
            or decision.outcome = 'SKIPPED' and 'EVENT_IGNORED' = any (decision.reason_codes)
        )
    inner join register.record as record
        on record.feed = 'nems' and record.source_key = landed.record_identifier
        and record.source_system = landed.event_code || ' ' || landed.record_identifier_system
        and record.organisation_code = landed.organisation_identifier_code_of_publisher
    where landed.event_code <> 'professional-contacts-1'
    order by record.record_key, landed.last_updated_date_time desc, landed.message_date_time desc,
        coalesce(landed.serial_change_number, -1) desc, landed.payload_sha256 desc

),

finding as (

    -- A row for each finding; a vaccination and what was taken back have one without. No join back: a night brings
    -- tens of thousands of messages, and nothing tells the planner how many.
    select
        latest.*, found.code, found.outcome, found.result_date::date as found_date, found.place,
        case latest.event_code
            when 'blood-spot-test-outcome-1' then condition.code
            when 'newborn-hearing-1' then
                case when hearing.test = hearing.element then hearing.element
                    when hearing.code is not null then hearing.test || '-' || hearing.element
                    else test.code end
            else case when found.code = 'bcg-eligibility' then 'BCG' else component.code end
        end as part,
        blood_spot.status as blood_spot_status
    from latest
    left join lateral unnest(latest.result_code, latest.result_outcome, latest.result_date)
        with ordinality as found (code, outcome, result_date, place)
        on latest.message_event_type <> 'delete'
    left join definition.blood_spot_condition as condition  -- left: of another screen, or not known yet
        on condition.procedure_code = found.code
    left join definition.blood_spot_outcome as blood_spot
        on blood_spot.condition = condition.code and blood_spot.concept_code = found.outcome
    left join definition.hearing_test as test on test.procedure_code = found.code
    left join definition.hearing_outcome as hearing on hearing.code = found.outcome and hearing.test = test.code
    left join definition.nipe_component as component on component.procedure_code = found.code
    where found.code is not null
        or latest.message_event_type = 'delete' or latest.event_code = 'vaccinations-1'

),

said as (

    select
        finding.*,
        coalesce(finding.part, finding.code, '')
        -- The same test of the same ear may come twice: each is a row of its own.
        || case when row_number() over same_part > 1 then '-' || row_number() over same_part else '' end as element
    from finding
    window same_part as (
        partition by finding.record_key, coalesce(finding.part, finding.code) order by finding.place
    )

),

setting as (

    select max(setting.value) filter (where setting.name = 'nipe_newborn_days') as nipe_newborn_days
    from definition.setting as setting

)

select
    said.record_key,
    said.element,
    held.child_key,
    null::bigint as subject_record_key,
    said.nhs_number,
    said.born as person_birth_date,
    case said.event_code
        when 'vaccinations-1' then 'VACC'
        when 'blood-spot-test-outcome-1' then 'NBSS'
        when 'newborn-hearing-1' then 'NHSP'
        else 'NIPE'
    end as kind,
    coalesce(procedure.programme, product.programme) as programme,
    case said.event_code
        when 'vaccinations-1' then said.vaccination_procedure_code
        when 'blood-spot-test-outcome-1' then coalesce(said.part, said.code)
        when 'newborn-hearing-1' then 'NHSP'
        else coalesce(
            comment.event_code,
            case
                when coalesce(said.found_date, said.record_start_date) - said.born
                    <= setting.nipe_newborn_days then 'NIPE-NB'
                when coalesce(said.found_date, said.record_start_date) is not null
                    and said.born is not null then 'NIPE-INF'
            end)
    end as event_code,
    case
        when said.event_code = 'vaccinations-1' or said.part is null and said.code is not null
            and said.event_code = 'blood-spot-test-outcome-1' then 'SNOMED'
        when said.event_code = 'blood-spot-test-outcome-1' then 'NBS'
        else 'LOCAL'
    end as event_code_scheme,
    coalesce(said.vaccination_procedure_code, said.code) as procedure_code,
    said.vaccine_product_code as product_code,
    coalesce(
        said.found_date,
        (said.vaccination_date_time at time zone 'Europe/London')::date,
        said.record_start_date) as event_date,
    'D' as event_date_precision,
    said.vaccination_date_time as event_at,
    null::date as offer_date,
    null::date as received_date,
    case when said.event_code = 'blood-spot-test-outcome-1' then said.result_issued_date end as result_date,
    (said.last_updated_date_time at time zone 'Europe/London')::date as recorded_date,
    null::integer as sequence_number,
    case
        when said.message_event_type = 'delete' then 'WITHDRAWN'
        when said.vaccination_not_given then coalesce(said.not_given_reason, 'NOT_GIVEN')
        when said.event_code = 'vaccinations-1' then 'COMPLETED'
        else coalesce(said.blood_spot_status, said.outcome, 'NOT_STATED')
    end as outcome_code,
    case
        when said.message_event_type = 'delete' or said.outcome is null and said.not_given_reason is null then null
        when said.blood_spot_status is not null then 'NBS'
        when said.part = 'BCG' then 'LOCAL'
        else 'SNOMED'
    end as outcome_code_scheme,
    null::text as attendance_status,
    null::text as consultation_mechanism,
    null::text as care_professional_staff_group,
    said.primary_source,
    coalesce(said.organisation_site_identifier, said.organisation_identifier_provider) as performing_organisation,
    said.batch_number,
    said.dose_sequence,
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
    said.message_event_type = 'delete' as withdrawn,
    said.last_updated_date_time as asserted_at,
    said.row_hash,
    said.file_id,
    said.line_no
from said
cross join setting
left join register.event as held  -- left: a result met for the first time
    on held.record_key = said.record_key and held.element = said.element
left join definition.nipe_comment as comment on comment.code = said.comment_category
left join definition.vaccine_procedure as procedure on procedure.code = said.vaccination_procedure_code
left join definition.vaccine_product as product on product.code = said.vaccine_product_code
