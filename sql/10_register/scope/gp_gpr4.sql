-- The records that the practice lists being applied speak of: those named in them, and all that the same practice listed
-- before. A list older than one taken before ends nobody's registration.
select record.record_key
from landing.gp_gpr4 as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join engine.file as file on file.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record on record.feed = 'gp-gpr4' and record.source_system = 'gp-gpr4:' || file.sender
    and record.organisation_code = landed.general_medical_practice_code
    and record.source_key = landed.record_number::text
union
select held.record_key
from register.gp_registration as held
inner join engine.file as file on file.sender = held.sender and file.feed = 'gp-gpr4'
inner join engine.file_in_scope as scope on scope.file_id = file.file_id
where held.feed = 'gp-gpr4'
    and not exists (
        select
        from engine.file as later
        where later.feed = file.feed and later.sender = file.sender and later.state = 'APPLIED'
            and later.as_at_date > file.as_at_date
    )
    -- A patient whose lines in the file were refused has not left the list: the record stays as it was known.
    and not exists (
        select from engine.line as refused
        where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
            and ltrim(refused.key_values[1], '0') = held.source_key
    )
