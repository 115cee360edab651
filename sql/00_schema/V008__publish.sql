-- What each output carries. Row-level security lives here only: the render role sees the rows of the one recipient that is
-- set for its transaction, and nothing when none is set.

create function publish.recipient() returns text
    language sql stable parallel safe
    return nullif(current_setting('muster.recipient', true), '');
comment on function publish.recipient() is 'The recipient whose output is being rendered; null when none is set.';
grant execute on function publish.recipient() to muster_render;

-- Fills the braces of a sentence with facts; a date is written as in prose.
create function publish.worded(template text, facts jsonb) returns text
    language plpgsql immutable parallel safe as $$
declare
    fact record;
    sentence text := template;
begin
    for fact in select key, value from jsonb_each_text(facts) order by key loop
        sentence := replace(
            sentence,
            '{' || fact.key || '}',
            case
                when fact.value ~ '^\d{4}-\d{2}-\d{2}$' then to_char(fact.value::date, 'FMDD FMMonth YYYY')
                else coalesce(fact.value, 'not known')
            end);
    end loop;
    return regexp_replace(sentence, '\{[a-z_]+\}', 'not known', 'g');
end
$$;
comment on function publish.worded(text, jsonb) is 'A rule''s sentence with its facts in place of the names in braces.';

create table publish.worklist_row_history (
    recipient_code text not null,
    exception_id uuid not null,
    case_number bigint not null,
    baseline boolean not null,
    restricted boolean not null,
    severity integer not null,
    action_by_date date not null,
    raised_date date not null,
    type_code text not null,
    missing_name text not null,
    person_family_name text,
    person_given_name text,
    nhs_number text,
    person_birth_date date,
    last_known_address text,
    postcode text,
    practice_code text,
    practice_name text,
    hv_team text,
    reason text not null,
    telephone text,
    mother_name text,
    mother_nhs_number text,
    increment_no integer not null,
    escalation_level integer not null,
    nights daterange not null
);
call engine.keep_history('publish', 'worklist_row', 'recipient_code, exception_id');

create table publish.row_key (
    row_key text primary key,
    exception_id uuid not null,
    business_date date not null,
    list_version integer not null,
    recipient_code text not null
);

create table publish.area_measure_history (
    recipient_code text not null,
    area_type text not null,
    area_code text not null,
    period_type text not null,
    period_start date not null,
    period_end date not null,
    measure_id text not null,
    measure_version integer not null,
    attribution text not null,
    breakdown text not null,
    breakdown_value text not null,
    denominator bigint not null,
    numerator bigint not null,
    nights daterange not null
);
call engine.keep_history('publish', 'area_measure',
    'recipient_code, area_type, area_code, period_type, period_start, measure_id, attribution, breakdown_value');

alter view publish.worklist_row set (security_invoker = true);
alter view publish.area_measure set (security_invoker = true);
alter table publish.worklist_row_history enable row level security;
alter table publish.area_measure_history enable row level security;
create policy engine_all on publish.worklist_row_history to muster_engine using (true) with check (true);
create policy engine_all on publish.area_measure_history to muster_engine using (true) with check (true);
create policy own_rows on publish.worklist_row_history for select to muster_render
    using (recipient_code = publish.recipient());
create policy own_rows on publish.area_measure_history for select to muster_render
    using (recipient_code = publish.recipient());
grant select on publish.worklist_row, publish.worklist_row_history, publish.area_measure, publish.area_measure_history
    to muster_render;

-- C-00412-7: a running number with its Luhn check digit, as muster.publish.worklist.CaseRef writes it.
create function publish.case_reference(case_number bigint) returns text
    language sql immutable strict parallel safe
    return 'C-' || lpad(case_number::text, greatest(5, length(case_number::text)), '0') || '-' || (
        select (10 - sum(case when place % 2 = 1 then (2 * digit) / 10 + (2 * digit) % 10 else digit end) % 10) % 10
        from (
            select places.place, substr(reverse(case_number::text), places.place, 1)::bigint as digit
            from generate_series(1, length(case_number::text)) as places (place)
        ) as digits
    );
comment on function publish.case_reference(bigint) is 'What people call a case: running number and check digit.';
