-- target: register.agency_message
-- grain:  record_key, file_id, line_no
-- kind:   append
-- What agencies said tonight of their records, the messages that came too late among them: a later night must know that
-- something newer was said, also where it changed nothing.
select
    record.record_key,
    landed.file_id,
    landed.line_no,
    landed.event_code as kind,
    landed.message_event_type,
    landed.last_updated_date_time as asserted_at,
    landed.message_date_time as sent_at,
    coalesce(landed.serial_change_number, -1) as serial_change_number,
    landed.payload_sha256,
    landed.message_id,
    landed.nhs_number,
    engine.business_date() as known_date
from landing.nems as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and (
        decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'STALE')
        or decision.outcome = 'SKIPPED' and 'EVENT_IGNORED' = any (decision.reason_codes)
    )
inner join register.record as record
    on record.feed = 'nems' and record.source_key = landed.record_identifier
    and record.source_system = landed.event_code || ' ' || landed.record_identifier_system
    and record.organisation_code = landed.organisation_identifier_code_of_publisher
