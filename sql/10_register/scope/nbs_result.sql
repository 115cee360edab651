-- The records that the files of nbs-result being applied speak of.
select record.record_key
from landing.nbs_result as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'nbs-result' and record.source_system = 'nbs-result'
    and record.organisation_code = landed.laboratory_ods_code
    and record.source_key = landed.laboratory_sample_identifier || '/' || coalesce(landed.sample_sequence, 1)
group by record.record_key
