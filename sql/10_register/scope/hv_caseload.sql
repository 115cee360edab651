-- The records that the files of hv-caseload being applied speak of: those named in them and, for a full file, those that the
-- same sender asserted before for an organisation that is in it.
select record.record_key
from landing.hv_caseload as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join engine.file as file on file.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record on record.feed = 'hv-caseload' and record.source_system = 'hv-caseload:' || file.sender
    and record.organisation_code = landed.organisation_identifier_code_of_provider
    and record.source_key = landed.service_request_identifier
union
select held.record_key
from register.hv_caseload as held
inner join engine.file as file on file.sender = held.sender and file.file_type = 'F' and file.feed = 'hv-caseload'
inner join engine.file_in_scope as scope on scope.file_id = file.file_id
where held.organisation_code in (
    select landed.organisation_identifier_code_of_provider
    from landing.hv_caseload as landed
    where landed.file_id = file.file_id
)
-- A record whose line in the file was refused has not left the list: it stays as it was known.
and not exists (
    select from engine.line as refused
    where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
        and refused.key_values = array[held.organisation_code, held.source_key]
)
