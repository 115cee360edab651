-- The records that the files of chis-event being applied speak of: those named in them and, for a full file, those
-- that the same sender asserted before for the same system.
select record.record_key
from landing.chis_event as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'chis-event' and record.source_system = landed.source_system_code
    and record.source_key = landed.source_event_identifier
union
select record.record_key
from register.event as held
inner join register.record as record on record.record_key = held.record_key and record.feed = 'chis-event'
inner join engine.file as asserted on asserted.file_id = held.file_id
inner join engine.file as file on file.sender = asserted.sender and file.file_type = 'F' and file.feed = 'chis-event'
inner join engine.file_in_scope as scope on scope.file_id = file.file_id
where record.source_system in (
    select landed.source_system_code
    from landing.chis_event as landed
    where landed.file_id = file.file_id
)
-- An event whose line in the file was refused has not left the history: it stays as it was known.
and not exists (
    select from engine.line as refused
    where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
        and refused.key_values = array[record.source_system, record.source_key]
)
and not exists (
    select
    from landing.chis_event as landed
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no and decision.outcome = 'REJECTED'
    where landed.file_id = file.file_id
        and landed.source_system_code = record.source_system and landed.source_event_identifier = record.source_key
)
