-- The job repository of Spring Batch has a schema of its own; the migration after this one fills it.
create schema batch;
comment on schema batch is 'The job repository of Spring Batch.';
grant usage on schema batch to muster_engine;
alter default privileges in schema batch grant usage, select on sequences to muster_engine;
