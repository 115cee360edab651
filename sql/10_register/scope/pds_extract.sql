-- The numbers that the extracts being applied speak of. A full extract speaks too of every number that was on an extract
-- before and is not in it.
select record.record_key
from landing.pds_extract as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join register.record as record on record.feed = 'pds' and record.source_key = landed.nhs_number
union
select person.record_key
from register.person as person
inner join engine.file as file on file.feed = 'pds-extract' and file.file_type = 'F'
inner join engine.file_in_scope as scope on scope.file_id = file.file_id
where person.on_extract
