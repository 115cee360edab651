-- The frame that every stage hangs on: schemas, the two clocks, the run ledger, tonight's work.
-- Runs as muster_owner. The roles exist already: the bootstrap makes them before the pool opens.

create schema extension;
create extension pgcrypto with schema extension;
create extension fuzzystrmatch with schema extension;
create extension pg_trgm with schema extension;
create extension unaccent with schema extension;
grant usage on schema extension to muster_engine;

create schema engine;
create schema definition;
create schema reference;
create schema landing;
create schema next;
create schema register;
create schema identity;
create schema cohort;
create schema pathway;
create schema exception;
create schema measure;
create schema publish;

comment on schema extension is 'Functions of PostgreSQL''s own extensions.';
comment on schema engine is 'The run ledger, the file register and tonight''s work.';
comment on schema definition is 'Rules as data, loaded from config/ with version and hash.';
comment on schema reference is 'Organisations, geography and bank holidays, effective-dated.';
comment on schema landing is 'Typed rows of the files taken tonight; emptied when they are applied.';
comment on schema next is 'The next state of the table that a step is building.';
comment on schema register is 'What each source says, over time.';
comment on schema identity is 'Whose record it is.';
comment on schema cohort is 'Where each child stands, and with whom.';
comment on schema pathway is 'What is due for each child, and what became of it.';
comment on schema exception is 'What is wrong, and the life of each case.';
comment on schema measure is 'How many: additive counts.';
comment on schema publish is 'The rows that each output carries; row-level security lives here only.';

-- The engine works on data everywhere and owns tables only in landing and next.
grant usage on schema engine, definition, reference, register, identity, cohort, pathway, exception, measure, publish
    to muster_engine;
grant usage, create on schema landing, next to muster_engine;
alter default privileges grant select, insert, update, delete, truncate on tables to muster_engine;
grant usage on schema publish to muster_render;
grant usage on schema engine to muster_render;

-- The two clocks. Both are dates; both are set for one transaction by the launcher of a step.
create function engine.business_date() returns date
    language sql stable parallel safe
    return current_setting('muster.business_date')::date;
comment on function engine.business_date() is 'The working day whose lists this night makes (D). Rules are evaluated at this date.';

create function engine.known_at() returns date
    language sql stable parallel safe
    return current_setting('muster.known_at')::date;
comment on function engine.known_at() is 'The night whose knowledge is read: history rows whose nights hold this date.';

create function engine.baseline() returns boolean
    language sql stable parallel safe
    return coalesce(nullif(current_setting('muster.baseline', true), '')::boolean, false);
comment on function engine.baseline() is 'True in a first load (nightly --baseline).';

-- Version 5 UUID (RFC 9562) in the namespace of Muster: the same name gives the same identifier on every machine.
create function engine.uuid_v5(name text) returns uuid
    language sql immutable strict parallel safe
    return (
        select encode(
            set_byte(
                set_byte(hashed.bytes, 6, (get_byte(hashed.bytes, 6) & 15) | 80),
                8, (get_byte(hashed.bytes, 8) & 63) | 128), 'hex')::uuid
        from (
            select substring(
                extension.digest('\x6d75737465722e65786365707469006e'::bytea || convert_to(name, 'UTF8'), 'sha1') for 16)
                as bytes
        ) as hashed
    );
comment on function engine.uuid_v5(text) is 'UUID version 5 of a name in Muster''s namespace.';

-- A table with history: T_history holds every version with the nights that knew it; the plain name T is a view of the
-- night that is read. One open version for each grain, which the index below enforces; being whole, it also serves who
-- looks up the versions of one child as known at any night.
create procedure engine.keep_history(schema_name text, table_name text, grain text)
    language plpgsql as $$
begin
    execute format('create unique index %I on %I.%I (%s, upper(nights)) nulls not distinct',
        table_name || '_version', schema_name, table_name || '_history', grain);
    execute format('create view %1$I.%2$I as select * from %1$I.%3$I where nights @> engine.known_at()',
        schema_name, table_name, table_name || '_history');
end
$$;
comment on procedure engine.keep_history(text, text, text) is 'Adds the index of versions and the as-known view to a history table.';

-- Statistics of tables the engine does not own.
create function engine.analyse(schema_name text, table_name text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    execute format('analyze %I.%I', schema_name, table_name);
    -- Until it is summarised, what is new counts as matching every question asked of such an index.
    perform brin_summarize_new_values(part.indexrelid)
    from pg_index as part
    inner join pg_class as named on named.oid = part.indexrelid
    inner join pg_am as method on method.oid = named.relam
    where part.indrelid = format('%I.%I', schema_name, table_name)::regclass and method.amname = 'brin';
end
$$;
comment on function engine.analyse(text, text) is 'Refreshes the statistics and range indexes of one table after a step has written it.';
grant execute on function engine.analyse(text, text) to muster_engine;

create table engine.run (
    business_date date primary key,
    baseline boolean not null,
    full_evaluation boolean not null,
    state text not null check (state in ('RUNNING', 'PUBLISHED')),
    code_version text not null,
    definitions_hash text not null,
    first_night date not null
);
comment on table engine.run is 'One row per night: what it was asked to do and whether its outbox stands.';
comment on column engine.run.business_date is 'D: the working day whose lists the night makes.';
comment on column engine.run.baseline is 'A first load: no volume to compare with, clocks start later.';
comment on column engine.run.full_evaluation is 'Every child was to be evaluated.';
comment on column engine.run.state is 'RUNNING until the outbox folder stands under its final name, then PUBLISHED.';
comment on column engine.run.code_version is 'Version of the program that made the night.';
comment on column engine.run.definitions_hash is 'SHA-256 over the hashes of all definitions in force.';
comment on column engine.run.first_night is 'The first night of this installation.';

create table engine.step (
    business_date date not null references engine.run,
    name text not null,
    seconds numeric(12, 3) not null,
    rows_opened bigint not null,
    rows_closed bigint not null,
    primary key (business_date, name)
);
comment on table engine.step is 'What each step of a night wrote and how long it took.';
comment on column engine.step.business_date is 'The night.';
comment on column engine.step.name is 'The step; for a derived table its schema-qualified name.';
comment on column engine.step.seconds is 'Wall time of the last attempt, in seconds.';
comment on column engine.step.rows_opened is 'Row versions opened or rows appended.';
comment on column engine.step.rows_closed is 'Row versions closed or replaced.';

create unlogged table engine.child_in_scope (
    child_key bigint primary key
);
comment on table engine.child_in_scope is 'The children whose derived rows tonight may change.';
comment on column engine.child_in_scope.child_key is 'The child.';

create unlogged table engine.source_in_scope (
    record_key bigint primary key
);
comment on table engine.source_in_scope is 'The source records that the files being applied speak of: named in them, or absent from a full one.';
comment on column engine.source_in_scope.record_key is 'The record.';

create unlogged table engine.file_in_scope (
    file_id bigint primary key
);
comment on table engine.file_in_scope is 'The files being applied: at most one of each sender at a time, in the order of their sequence.';
comment on column engine.file_in_scope.file_id is 'The file.';
