-- Clerical review as a list that goes out and comes back (docs/adr/0019).

create table publish.review_row_history (
    recipient_code text not null,
    record_key bigint not null,
    other_record_key bigint not null,
    record_source text not null,
    record_family_name text,
    record_given_name text,
    record_birth_date date,
    record_nhs_number text,
    record_address text,
    record_postcode text,
    other_source text not null,
    other_family_name text,
    other_given_name text,
    other_birth_date date,
    other_nhs_number text,
    other_address text,
    other_postcode text,
    reason text not null,
    said text,
    comparison text,
    found_by text,
    match_weight numeric,
    model_version integer,
    nights daterange not null
);
call engine.keep_history('publish', 'review_row', 'record_key, other_record_key');
alter view publish.review_row set (security_invoker = true);
alter table publish.review_row_history enable row level security;
create policy engine_all on publish.review_row_history to muster_engine using (true) with check (true);
create policy own_rows on publish.review_row_history for select to muster_render
    using (recipient_code = publish.recipient());
grant select on publish.review_row, publish.review_row_history to muster_render;

create table publish.review_key (
    row_key text primary key,
    record_key bigint not null references register.record,
    other_record_key bigint not null references register.record,
    business_date date not null,
    list_version integer not null,
    recipient_code text not null,
    facts_digest text not null
);

-- Whoever could not tell, and why: the next reader sees it. It decides nothing.
create table identity.undecided (
    record_key bigint not null references register.record,
    other_record_key bigint not null references register.record,
    said_by text not null check (said_by <> ''),
    reason text not null,
    origin text not null,
    after_night date not null,
    primary key (record_key, other_record_key, said_by, after_night)
);
