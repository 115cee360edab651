-- The file register and the line ledger: what was dropped, what was taken of it, and why not the rest.

create table engine.intake (
    business_date date primary key,
    files integer not null
);
comment on table engine.intake is 'Nights whose set of files is fixed: a resumed night takes the same.';
comment on column engine.intake.business_date is 'The night.';
comment on column engine.intake.files is 'Files looked at, taken or not.';

create table engine.file (
    file_id bigint primary key,
    business_date date not null,
    feed text not null,
    name text not null,
    path text not null,
    kept_as text,
    sender text,
    source_system_code text,
    sha256 text,
    bytes bigint,
    as_at_date date,
    sequence_number bigint,
    file_type text check (file_type in ('F', 'D')),
    declared_rows bigint,
    declared_hash_total bigint,
    declared_children bigint,
    released boolean not null default false,
    baseline boolean not null default false,
    advances boolean not null default false,
    rows_read bigint not null default 0,
    rows_data bigint not null default 0,
    rows_landed bigint not null default 0,
    rows_applied bigint not null default 0,
    rows_warned bigint not null default 0,
    rows_no_change bigint not null default 0,
    rows_stale bigint not null default 0,
    rows_duplicate bigint not null default 0,
    rows_skipped bigint not null default 0,
    rows_rejected bigint not null default 0,
    state text not null
        check (state in ('TAKEN', 'LANDED', 'APPLIED', 'REJECTED', 'HELD', 'WAITING', 'DUPLICATE')),
    reason_code text,
    note text,
    seconds numeric(12, 3) not null default 0
);
create index file_by_night on engine.file (business_date);
create index file_by_sender on engine.file (feed, sender, sequence_number);
create index file_by_freshness on engine.file (feed, sender, as_at_date) where advances or state = 'HELD';
create index file_by_content on engine.file (sha256);
create index file_by_place on engine.file (kept_as) where kept_as is not null;
comment on table engine.file is 'One row for each file that a night looked at. Its state only moves forward.';
comment on column engine.file.file_id is 'Dense and rising, in the order in which the files of a night are applied.';
comment on column engine.file.business_date is 'The night that looked at the file.';
comment on column engine.file.feed is 'The feed: the inbox folder.';
comment on column engine.file.name is 'Base name as dropped.';
comment on column engine.file.path is 'Where the file lay when it was looked at, below the home folder.';
comment on column engine.file.kept_as is 'Where it goes when the night is safe, below the home folder; null where it stays.';
comment on column engine.file.sender is 'Who sent it: the control file, the file name, or the feed.';
comment on column engine.file.source_system_code is 'The one system whose rows the file holds, where the feed names one.';
comment on column engine.file.sha256 is 'Digest of the content, in lower case; null where the file was not opened.';
comment on column engine.file.bytes is 'Length of the content.';
comment on column engine.file.as_at_date is 'The date the list speaks of.';
comment on column engine.file.sequence_number is 'The sender''s number of the file.';
comment on column engine.file.file_type is 'F replaces all its sender asserted, D changes what it names.';
comment on column engine.file.declared_rows is 'Rows by the control file.';
comment on column engine.file.declared_hash_total is 'Sum of the last four digits of the NHS numbers, by the control file.';
comment on column engine.file.declared_children is 'Distinct children by the control file.';
comment on column engine.file.released is 'A person let the file through the guards.';
comment on column engine.file.baseline is 'Taken by a first load: there was no volume to compare with.';
comment on column engine.file.advances is 'The sender''s sequence and freshness stand at this file or beyond it.';
comment on column engine.file.rows_data is 'Data rows, repeated headers left out: what the control file declares and the volume guards compare.';
comment on column engine.file.rows_read is 'Data rows, repeated headers included: the sum of all that follow but rows_landed.';
comment on column engine.file.rows_landed is 'Rows in the landing table; apply refuses any other number.';
comment on column engine.file.rows_applied is 'Rows simply applied.';
comment on column engine.file.rows_warned is 'Rows applied with a warning.';
comment on column engine.file.rows_no_change is 'Rows that say what is held already.';
comment on column engine.file.rows_stale is 'Rows older than what is held.';
comment on column engine.file.rows_duplicate is 'Rows that came twice.';
comment on column engine.file.rows_skipped is 'Rows that are no record of ours.';
comment on column engine.file.rows_rejected is 'Rows refused.';
comment on column engine.file.state is 'TAKEN, LANDED, APPLIED; or REJECTED, HELD, WAITING, DUPLICATE, which take nothing.';
comment on column engine.file.reason_code is 'Why a file was not taken.';
comment on column engine.file.note is 'For the operator; never a value of the file.';
comment on column engine.file.seconds is 'Time from opening the file to its rows committed in landing.';

create table engine.file_event (
    file_id bigint not null references engine.file,
    event_number integer not null,
    state text not null,
    reason_code text,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (file_id, event_number)
);
comment on table engine.file_event is 'Every change of a file''s state; append-only.';
comment on column engine.file_event.file_id is 'The file.';
comment on column engine.file_event.event_number is '1, 2, 3 for one file.';
comment on column engine.file_event.state is 'The state from here on.';
comment on column engine.file_event.reason_code is 'Why, where the file was not taken.';
comment on column engine.file_event.recorded_at is 'Receipt time; no rule reads it.';

create table engine.file_profile (
    file_id bigint primary key references engine.file,
    organisations integer not null,
    leavers bigint,
    joiners bigint,
    renumbered bigint
);
comment on table engine.file_profile is 'What each landed full file looked like beside what its sender asserted before: the history that the guards compare with (RP-12).';
comment on column engine.file_profile.file_id is 'The file.';
comment on column engine.file_profile.organisations is 'Organisations that the file speaks for.';
comment on column engine.file_profile.leavers is 'Records held of this sender, not ended, that the file lacks; null where nothing was held.';
comment on column engine.file_profile.joiners is 'Records of the file that were not held; null where nothing was held.';
comment on column engine.file_profile.renumbered is 'Records held whose NHS number is another in the file; null where nothing was held.';

create table engine.file_column (
    file_id bigint not null references engine.file,
    column_name text not null,
    filled bigint not null,
    primary key (file_id, column_name)
);
comment on table engine.file_column is 'How many rows of each landed full file have a value in each column.';
comment on column engine.file_column.file_id is 'The file.';
comment on column engine.file_column.column_name is 'Column of the landing table.';
comment on column engine.file_column.filled is 'Rows with a value, of engine.file.rows_landed.';

create table engine.line (
    file_id bigint not null references engine.file,
    line_no bigint,
    outcome text not null
        check (outcome in ('APPLIED_WITH_WARNING', 'NO_CHANGE', 'STALE', 'DUPLICATE', 'SKIPPED', 'REJECTED')),
    reason_codes text[] not null,
    field text,
    key_values text[]
);
create unique index line_once on engine.line (file_id, line_no) nulls not distinct;
comment on table engine.line is 'One row for each line that is not simply applied; unchanged lines are counted on the file only.';
comment on column engine.line.file_id is 'The file.';
comment on column engine.line.line_no is 'Physical line on which the record begins, header = 1; null for the file as a whole.';
comment on column engine.line.outcome is 'What became of the line.';
comment on column engine.line.reason_codes is 'Why; the deciding reason first.';
comment on column engine.line.field is 'The field that the deciding reason is about.';
comment on column engine.line.key_values is 'The sender''s own key of a refused line, in the order of the feed''s key columns; null where it cannot be told.';

create table engine.release (
    feed text not null,
    name text not null default '',
    released_by text not null,
    reason text not null,
    business_date date not null,
    used_on date,
    primary key (feed, name, business_date)
);
comment on table engine.release is 'A person let a held file, or all that a feed holds, through at the next night, once.';
comment on column engine.release.feed is 'The feed.';
comment on column engine.release.name is 'The file; empty for all files of the feed but those without rows.';
comment on column engine.release.released_by is 'Who.';
comment on column engine.release.reason is 'Why.';
comment on column engine.release.business_date is 'The last night when it was given.';
comment on column engine.release.used_on is 'The night that used it; null while it waits.';

create table engine.mesh_report (
    business_date date not null,
    path text not null,
    kept_as text not null,
    workflow_id text,
    local_id text,
    dts_id text,
    from_mailbox text,
    to_mailbox text,
    status text,
    status_code text,
    status_description text,
    status_at text,
    primary key (business_date, path)
);
comment on table engine.mesh_report is 'Delivery reports of MESH about what was sent: the outbound log. Never read as data.';
comment on column engine.mesh_report.business_date is 'The night that took the report.';
comment on column engine.mesh_report.path is 'Where its control file lay, below the home folder.';
comment on column engine.mesh_report.kept_as is 'Where its control file goes when the night is safe.';
comment on column engine.mesh_report.workflow_id is 'Workflow of the message reported on.';
comment on column engine.mesh_report.local_id is 'The sender''s own identifier of that message.';
comment on column engine.mesh_report.dts_id is 'MESH identifier of that message.';
comment on column engine.mesh_report.from_mailbox is 'Mailbox that sent the report.';
comment on column engine.mesh_report.to_mailbox is 'Mailbox that it was sent to.';
comment on column engine.mesh_report.status is 'SUCCESS or ERROR, as it says.';
comment on column engine.mesh_report.status_code is 'Code of the failure, for example 14: not collected.';
comment on column engine.mesh_report.status_description is 'The failure in words.';
comment on column engine.mesh_report.status_at is 'Time of the status as written, yyyymmddHHMMSS.';

create function engine.file_state_forward() returns trigger
    language plpgsql as $$
declare
    already boolean := tg_op = 'UPDATE' and old.state = new.state;
begin
    if already then
        return new;
    end if;
    -- A landed file may still be held: its figures are compared with the feed's history once all files have landed.
    if tg_op = 'UPDATE'
        and not (old.state = 'TAKEN' and new.state <> 'APPLIED'
            or old.state = 'LANDED' and new.state in ('APPLIED', 'HELD')) then
        raise exception 'File % cannot go from % to %.', new.file_id, old.state, new.state;
    end if;
    insert into engine.file_event (file_id, event_number, state, reason_code)
    select
        new.file_id,
        coalesce(max(event.event_number), 0) + 1,
        new.state,
        new.reason_code
    from engine.file_event as event
    where event.file_id = new.file_id;
    return new;
end
$$;
comment on function engine.file_state_forward() is 'States only move forward, and every move leaves a row in engine.file_event.';
create trigger file_state_forward after insert or update of state on engine.file
    for each row execute function engine.file_state_forward();

create function engine.append_only() returns trigger
    language plpgsql as $$
begin
    raise exception 'engine.% is append-only.', tg_table_name;
end
$$;
comment on function engine.append_only() is 'Refuses every change of a row that stands.';
create trigger append_only before update or delete on engine.file_event
    for each row execute function engine.append_only();
