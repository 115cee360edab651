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

create table publish.pds_refresh_row_history (
    recipient_code text not null,
    nhs_number text not null,
    reason text not null,
    since_date date not null,
    nights daterange not null
);
call engine.keep_history('publish', 'pds_refresh_row', 'recipient_code, nhs_number');
alter view publish.pds_refresh_row set (security_invoker = true);
alter table publish.pds_refresh_row_history enable row level security;
create policy engine_all on publish.pds_refresh_row_history to muster_engine using (true) with check (true);
create policy own_rows on publish.pds_refresh_row_history for select to muster_render
    using (recipient_code = publish.recipient());
grant select on publish.pds_refresh_row, publish.pds_refresh_row_history to muster_render;
-- What the national list reconciliation tells a practice of its list (feeds 4.1).
create table publish.gp_list_history (
    recipient_code text not null,
    as_at_date date not null,
    nights daterange not null
);
call engine.keep_history('publish', 'gp_list', 'recipient_code');

create table publish.gp_list_difference_history (
    recipient_code text not null,
    side text not null,
    record_key bigint not null,
    surname text,
    forenames text,
    birth_date text,
    nhs_number text,
    address_line_1 text,
    address_line_2 text,
    address_line_3 text,
    address_line_4 text,
    address_line_5 text,
    postcode text,
    title text,
    sex text,
    status text,
    status_date text,
    date_accepted text,
    nights daterange not null
);
call engine.keep_history('publish', 'gp_list_difference', 'recipient_code, side, record_key');

create table publish.gp_list_demographic_history (
    recipient_code text not null,
    record_key bigint not null,
    rule_id text not null,
    nhs_number text not null,
    gp_birth_date text,
    gp_gender text,
    gp_given_name text,
    gp_family_name text,
    gp_previous_family_name text,
    gp_title text,
    gp_address_line_1 text,
    gp_address_line_2 text,
    gp_address_line_3 text,
    gp_address_line_4 text,
    gp_address_line_5 text,
    gp_postcode text,
    gp_practice_code text,
    pds_serial_number text,
    pds_birth_date text,
    pds_gender text,
    pds_given_name text,
    pds_family_name text,
    pds_title text,
    pds_address text,
    pds_postcode text,
    pds_practice_code text,
    guidance text not null,
    nights daterange not null
);
call engine.keep_history('publish', 'gp_list_demographic', 'recipient_code, record_key, rule_id');

create table publish.row_key (
    row_key text primary key,
    exception_id uuid not null,
    business_date date not null,
    list_version integer not null,
    recipient_code text not null
);

-- What has been published of each period, one row for each file. A period published once is not published again.
create table publish.publication (
    output_id text not null,
    period_type text not null,
    period_start date not null,
    recipient_code text not null,
    version integer not null,
    period_end date not null,
    snapshot_date date not null,
    business_date date not null references engine.run,
    file_name text not null,
    sha256 text not null,
    primary key (output_id, period_type, period_start, recipient_code, version, file_name)
);
comment on table publish.publication is 'What has been published of each period: one row per file, written with the word that its night is published.';
comment on column publish.publication.output_id is 'The output, as config/outputs declares it.';
comment on column publish.publication.period_type is 'QUARTER or YEAR.';
comment on column publish.publication.period_start is 'First day of the period.';
comment on column publish.publication.recipient_code is 'For whom the file is, as in the manifest.';
comment on column publish.publication.version is '1, or more for a re-issue.';
comment on column publish.publication.period_end is 'Last day of the period.';
comment on column publish.publication.snapshot_date is 'The day whose knowledge the figures hold; the first night where that day lies before it.';
comment on column publish.publication.business_date is 'The night that published it.';
comment on column publish.publication.file_name is 'Path in the night''s folder.';
comment on column publish.publication.sha256 is 'Digest of the file, lower-case hexadecimal.';

create table publish.withheld (
    business_date date not null references engine.run,
    period_type text not null,
    period_start date not null,
    reason text not null,
    primary key (business_date, period_type, period_start)
);
comment on table publish.withheld is 'Periods that a night could not publish, because no safe release was found. The next night tries again.';
comment on column publish.withheld.business_date is 'The night.';
comment on column publish.withheld.period_type is 'QUARTER or YEAR.';
comment on column publish.withheld.period_start is 'First day of the period.';
comment on column publish.withheld.reason is 'What disclosure control said; it names areas and measures, never a number.';

create table publish.period_due_history (
    period_type text not null,
    period_start date not null,
    period_end date not null,
    snapshot_date date not null,
    known_on date not null,
    nights daterange not null
);
call engine.keep_history('publish', 'period_due', 'period_type, period_start');
comment on table publish.period_due_history is 'The periods that a night publishes. Read through the view publish.period_due.';
comment on column publish.period_due_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column publish.period_due_history.period_start is 'First day.';
comment on column publish.period_due_history.period_end is 'Last day.';
comment on column publish.period_due_history.snapshot_date is 'Its end and the days of service.yaml after it.';
comment on column publish.period_due_history.known_on is 'The night whose knowledge the figures hold: the snapshot date, or the first night where that is later.';
comment on column publish.period_due_history.nights is 'Nights that published it.';

create table publish.area_history (
    area_type text not null,
    area_code text not null,
    area_name text not null,
    nights daterange not null
);
call engine.keep_history('publish', 'area', 'area_type, area_code');
comment on table publish.area_history is 'Areas whose figures are published. Read through the view publish.area.';
comment on column publish.area_history.area_type is 'PCN, SICBL, ICB, REGION, ENGLAND or LA.';
comment on column publish.area_history.area_code is 'ODS code; GSS for an authority and England.';
comment on column publish.area_history.area_name is 'Full name; the code where no reference set has one.';
comment on column publish.area_history.nights is 'Nights that published figures.';

create table publish.area_measure_history (
    recipient_code text not null,
    period_type text not null,
    period_start date not null,
    attribution text not null,
    area_type text not null,
    area_code text not null,
    within_type text not null,
    within_code text not null,
    measure_id text not null,
    measure_version integer not null,
    area_name text,
    open_data boolean not null,
    availability text not null check (availability in ('COUNTED', 'NOT_AVAILABLE', 'NOT_APPLICABLE')),
    denominator bigint not null,
    numerator bigint not null,
    nights daterange not null
);
call engine.keep_history('publish', 'area_measure', 'recipient_code, period_type, period_start, attribution, area_type, area_code, within_type, within_code, measure_id');
comment on table publish.area_measure_history is 'The counts from which a release is made, before disclosure control. Read through the view publish.area_measure.';
comment on column publish.area_measure_history.recipient_code is 'AGGREGATE: disclosure control works on all areas together, and no file holds these rows as they stand.';
comment on column publish.area_measure_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column publish.area_measure_history.period_start is 'First day of the period.';
comment on column publish.area_measure_history.attribution is 'View of the population: REG registered, RES resident, RESP responsible.';
comment on column publish.area_measure_history.area_type is 'PCN, SICBL, ICB, REGION, ENGLAND or LA.';
comment on column publish.area_measure_history.area_code is 'Code of the area; of a part also empty or NOT_STATED: children with no code at this level.';
comment on column publish.area_measure_history.within_type is 'Type of the area above, of whose counts this row is a part; empty for a whole area.';
comment on column publish.area_measure_history.within_code is 'Code of the area above; empty for a whole area, and where it is not known.';
comment on column publish.area_measure_history.measure_id is 'Measure.';
comment on column publish.area_measure_history.measure_version is 'Version of its definition.';
comment on column publish.area_measure_history.area_name is 'Name of a whole area; null for a part.';
comment on column publish.area_measure_history.open_data is 'Whether the row belongs to the open file as well as to the commissioners'' reports.';
comment on column publish.area_measure_history.availability is 'COUNTED; NOT_AVAILABLE without evidence; NOT_APPLICABLE where nobody is eligible.';
comment on column publish.area_measure_history.denominator is 'Children who should be counted.';
comment on column publish.area_measure_history.numerator is 'Those of them who count as covered or cared for.';
comment on column publish.area_measure_history.nights is 'Nights that published it.';

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
alter view publish.gp_list_difference set (security_invoker = true);
alter view publish.gp_list_demographic set (security_invoker = true);
alter table publish.gp_list_difference_history enable row level security;
alter table publish.gp_list_demographic_history enable row level security;
create policy engine_all on publish.gp_list_difference_history to muster_engine using (true) with check (true);
create policy engine_all on publish.gp_list_demographic_history to muster_engine using (true) with check (true);
create policy own_rows on publish.gp_list_difference_history for select to muster_render
    using (recipient_code = publish.recipient());
create policy own_rows on publish.gp_list_demographic_history for select to muster_render
    using (recipient_code = publish.recipient());
grant select on publish.gp_list_difference, publish.gp_list_difference_history, publish.gp_list_demographic,
    publish.gp_list_demographic_history to muster_render;

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
