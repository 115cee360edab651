-- The numbers that the messages of PDS being applied speak of, and the agencies' records that are to be what the messages say.
-- A record of which only older messages came stays as it is.
select record.record_key
from landing.nems as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join register.record as record on record.feed = 'pds' and record.source_key = landed.nhs_number
where landed.record_identifier is null
union
select record.record_key
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
