-- The numbers held that the signals being applied speak of.
select record.record_key
from landing.mns as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join register.record as record on record.feed = 'pds' and record.source_key = landed.nhs_number
group by record.record_key
