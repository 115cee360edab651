-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each signal: the same type, id and payload again is a duplicate; a status that no list knows, and a
-- number that is not held, are warnings.
with

signal as (

    select
        landed.file_id, landed.line_no, landed.warnings, landed.event_type, landed.status,
        row_number() over (
            partition by landed.event_type, landed.signal_id, landed.payload_sha256 order by landed.file_id
        ) > 1
        or exists (
            select
            from register.pds_signal as held
            where held.event_type = landed.event_type and held.signal_id = landed.signal_id
                and held.payload_sha256 = landed.payload_sha256
        ) as duplicate,
        landed.status is not null and not exists (
            select
            from definition.pds_signal as known
            where known.event_type = landed.event_type and known.status = landed.status
        ) as unmapped,
        not exists (
            select
            from register.record as record
            where record.feed = 'pds' and record.source_key = landed.nhs_number
        ) as not_linked
    from landing.mns as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id

),

judged as (

    select
        signal.file_id, signal.line_no, signal.duplicate,
        coalesce(signal.warnings, '{}')
        || case when signal.unmapped then array['RESULT_UNMAPPED'] else '{}' end
        || case when signal.not_linked then array['NOT_LINKED'] else '{}' end as warnings
    from signal

)

select
    judged.file_id,
    judged.line_no,
    case
        when judged.duplicate then 'DUPLICATE'
        when cardinality(judged.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case when judged.duplicate then '{}' else judged.warnings end as reason_codes
from judged
