-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of an event history. What a code means depends on the kind of event (rulings 4): a dose,
-- review, condition or screen that no list holds is refused; a result that no list holds is kept with a warning.
with

reading as (

    select
        landed.file_id, landed.line_no,
        case landed.event_kind
            when 'VACC' then coalesce(procedure.programme, product.programme, programme.code) is null
            when 'HVRV' then activity.code is null
            when 'NBSS' then condition.code is null
                or (spot_status.status is null and spot_concept.status is null and parent.code is null
                    and sent.code !~ '^[0-9]{6,18}$')
            when 'NHSP' then screen.code is null
            when 'NIPE' then screen.code is null
            else false
        end as unknown_code,
        case landed.event_kind
            when 'NBSS' then spot_status.status is null and spot_concept.status is null
            when 'NHSP' then outcome.code is null and hearing.code is null
            when 'NIPE' then outcome.code is null and physical.code is null
            else false
        end as unmapped
    from landing.chis_event as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    -- left throughout: each kind has its own list
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
    left join definition.blood_spot_status as parent
        on condition.code is not null and parent.parent is null and parent.code = left(sent.code, 2)
        and sent.code ~ '^[0-9]{2}([0-9]{2})?$'
    left join definition.history_outcome as outcome on outcome.code = sent.code
    left join definition.hearing_outcome as hearing on hearing.code = sent.code
    left join definition.nipe_outcome as physical on physical.code = sent.code

),

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings, landed.record_action,
        held.row_hash as held_hash,
        held.record_key is not null as held,
        reading.unknown_code,
        reading.unmapped,
        linkage.contradicted,
        (
            linkage.contradicted
            -- A child whom PDS has not sent may be known to another system's register.
            or person.nhs_number is null and not exists (
                select from register.chis_record as chis
                where chis.nhs_number = landed.nhs_number
                    and reference.birth_dates_agree(landed.person_birth_date, chis.person_birth_date)
            )
        )
        and (
            landed.source_child_identifier is null
            or not exists (
                select from register.chis_record as chis
                where chis.source_system_code = landed.source_system_code
                    and chis.source_key = landed.source_child_identifier
            )
        ) as not_linked,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.chis_event as landed
    inner join reading on reading.file_id = landed.file_id and reading.line_no = landed.line_no
    inner join register.record as record
        on record.feed = 'chis-event' and record.source_system = landed.source_system_code
        and record.source_key = landed.source_event_identifier
    left join register.event as held on held.record_key = record.record_key  -- left: an event met for the first time
    left join register.person as person  -- left: a child whom PDS has not sent
        on person.nhs_number = landed.nhs_number
    cross join lateral (
        select person.nhs_number is not null
            and not reference.birth_dates_agree(landed.person_birth_date, person.person_birth_date) as contradicted
    ) as linkage
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 then 'REJECTED'
        when line.record_action = 'D' and not line.held then 'REJECTED'
        when line.record_action = 'D' then 'APPLIED'
        when line.unknown_code then 'REJECTED'
        when line.row_hash = line.held_hash then 'NO_CHANGE'
        when cardinality(line.warnings) > 0 or line.unmapped or (line.record_action = 'U' and not line.held)
            or line.contradicted or line.not_linked then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 then array['DUPLICATE_KEY']
        when line.record_action = 'D' and not line.held then array['UNKNOWN_KEY']
        when line.record_action = 'D' then '{}'
        when line.unknown_code then array['UNKNOWN_CODE']
        when line.row_hash = line.held_hash then '{}'
        else coalesce(line.warnings, '{}')
            || case when line.unmapped then array['RESULT_UNMAPPED'] else '{}' end
            || case when line.record_action = 'U' and not line.held then array['UNKNOWN_KEY'] else '{}' end
            || case when line.contradicted then array['DOB_DISAGREES'] else '{}' end
            || case when line.not_linked then array['NOT_LINKED'] else '{}' end
    end as reason_codes
from line
