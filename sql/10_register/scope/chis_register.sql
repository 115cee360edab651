-- The records that the files of chis-register being applied speak of: those named in them and, for a full file, those that the
-- same sender asserted before for an organisation that is in it.
select record.record_key
from landing.chis_register as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join engine.file as file on file.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record on record.feed = 'chis-register' and record.source_system = landed.source_system_code
    and record.source_key = landed.source_child_identifier
union
select held.record_key
from register.chis_record as held
inner join engine.file as file on file.sender = held.sender and file.file_type = 'F' and file.feed = 'chis-register'
inner join engine.file_in_scope as scope on scope.file_id = file.file_id
where held.source_system_code in (
    select landed.source_system_code
    from landing.chis_register as landed
    where landed.file_id = file.file_id
)
-- A record whose line in the file was refused has not left the list: it stays as it was known.
and not exists (
    select from engine.line as refused
    where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
        and refused.key_values = array[held.source_system_code, held.source_key]
)
