-- The records that the files of nipe-result being applied speak of.
select record.record_key
from landing.nipe_result as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'nipe-result' and record.source_system = 'nipe-result'
    and record.organisation_code = landed.provider_ods_code
    and record.source_key = landed.source_record_identifier
group by record.record_key
