-- target: register.pds_signal
-- grain:  file_id, line_no
-- kind:   append
-- Signals that PDS holds something new of a number, whoever the number is of: a signal makes no child and changes none.
select
    landed.file_id,
    landed.line_no,
    landed.signal_id,
    landed.payload_sha256,
    landed.event_type,
    landed.nhs_number,
    landed.event_date_time as asserted_at,
    coalesce(known.status, '*') as status,
    landed.registration_encounter_code,
    landed.serial_change_number,
    engine.business_date() as known_date
from landing.mns as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING')
left join definition.pds_signal as known  -- left: no status, or one that no list knows
    on known.event_type = landed.event_type and known.status = landed.status
