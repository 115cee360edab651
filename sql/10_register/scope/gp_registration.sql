-- The records that the files of gp-registration being applied speak of: those named in them and, for a full file, those that the
-- same sender asserted before for an organisation that is in it.
select record.record_key
from landing.gp_registration as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join engine.file as file on file.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record on record.feed = 'gp-registration' and record.source_system = 'gp-registration:' || file.sender
    and record.organisation_code = landed.general_medical_practice_code_patient_registration
    and record.source_key = landed.local_patient_identifier_extended
union
select held.record_key
from register.gp_registration as held
inner join engine.file as file on file.sender = held.sender and file.file_type = 'F' and file.feed = 'gp-registration'
inner join engine.file_in_scope as scope on scope.file_id = file.file_id
where held.feed = 'gp-registration' and held.general_medical_practice_code in (
    select landed.general_medical_practice_code_patient_registration
    from landing.gp_registration as landed
    where landed.file_id = file.file_id
)
-- A record whose line in the file was refused has not left the list: it stays as it was known.
and not exists (
    select from engine.line as refused
    where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
        and refused.key_values = array[held.source_key, held.general_medical_practice_code]
)
