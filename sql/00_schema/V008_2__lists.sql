-- Lists for those who own cases: practices, health visiting providers and other services (reports 6).

create table publish.list_row_history (
    output_id text not null,
    recipient_code text not null,
    row_id text not null,
    exception_id uuid,
    case_number bigint,
    child_key bigint not null,
    item_code text,
    baseline boolean not null,
    daily boolean not null,
    severity integer,
    person_family_name text,
    person_given_name text,
    nhs_number text,
    person_birth_date date,
    missing text,
    since_date date,
    due_from_date date,
    due_by_date date,
    offers integer,
    last_offered_date date,
    is_item boolean not null,
    arrival text,
    notified_date date,
    address text,
    postcode text,
    practice_code text,
    practice_name text,
    blood_spot_seen boolean,
    hearing_seen boolean,
    reason text,
    request text,
    nights daterange not null
);
call engine.keep_history('publish', 'list_row', 'output_id, recipient_code, row_id');
-- Each list is read for itself, under row-level security.
create index list_row_history_recipient on publish.list_row_history (recipient_code, output_id) where upper_inf(nights);
alter view publish.list_row set (security_invoker = true);
alter table publish.list_row_history enable row level security;
create policy engine_all on publish.list_row_history to muster_engine using (true) with check (true);
create policy own_rows on publish.list_row_history for select to muster_render
    using (recipient_code = publish.recipient());
grant select on publish.list_row, publish.list_row_history to muster_render;

create table publish.recipient_list_history (
    output_id text not null,
    recipient_code text not null,
    recipient_name text not null,
    whole boolean not null,
    nights daterange not null
);
call engine.keep_history('publish', 'recipient_list', 'output_id, recipient_code');

create table publish.list_key (
    row_key text primary key,
    output_id text not null,
    row_id text not null,
    exception_id uuid,
    child_key bigint not null,
    item_code text,
    business_date date not null,
    list_version integer not null,
    recipient_code text not null,
    facts_digest text not null
);
