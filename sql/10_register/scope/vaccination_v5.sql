-- The doses that the files being applied speak of.
select record.record_key
from landing.vaccination_v5 as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'vaccination-v5' and record.source_system = landed.unique_id_uri
    and record.source_key = landed.unique_id
group by record.record_key
