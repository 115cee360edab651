-- Whose record it is, and where each child stands.

-- One key for each child, for ever. Its model joins register.record, of which nothing is ever deleted: a foreign key would
-- ask the same again, row by row, and take longer than the rows.
create table identity.child (
    child_key bigint primary key,
    origin_record_key bigint not null unique,
    first_night date not null
);

create table identity.number_history (
    nhs_number text not null,
    surviving_nhs_number text not null,
    nights daterange not null
);
call engine.keep_history('identity', 'number', 'nhs_number');

-- Names for comparison: letters only, accents stripped, lower case; the original stays in the register. Plain names, most
-- of them, are spared the dictionary.
create function identity.unmarked(name text) returns text
    language sql immutable parallel safe
    return lower(regexp_replace(
        extension.unaccent('extension.unaccent'::regdictionary, normalize(name, nfc)), '[^A-Za-z]', '', 'g'));
comment on function identity.unmarked(text) is 'A name without accents, ligatures, punctuation and case.';

create function identity.folded(name text) returns text
    language sql immutable parallel safe
    return case when name ~ '^[A-Za-z]*$' then lower(name) else identity.unmarked(name) end;

-- The layouts of school imports have no identifier of their rows (docs/adr/0016).
create function register.school_row_key(
    layout text, nhs_number text, family_name text, given_name text, birth_date date, event_date date, programme text)
    returns text
    language sql immutable parallel safe
    return concat_ws('|',
        case when layout in ('COHORT', 'CLASS') then 'LIST' else 'VACC' end,
        coalesce(nhs_number, concat_ws(':', identity.folded(family_name), identity.folded(given_name), birth_date)),
        case when layout not in ('COHORT', 'CLASS') then event_date end,
        case when layout not in ('COHORT', 'CLASS') then coalesce(programme, '') end);
comment on function register.school_row_key(text, text, text, text, date, date, text) is
    'Key of a row of a school import: the child as the row names it; of a vaccination also its date and programme.';

create table identity.match_history (
    record_key bigint not null,
    feed text not null,
    person_record_key bigint,
    nhs_number text,
    number_contradicted boolean not null,
    birth_date_differs boolean not null,
    superseded_number_sent boolean not null,
    twin_undecided boolean not null,
    nights daterange not null
);
call engine.keep_history('identity', 'match', 'record_key');

create table identity.link_history (
    record_key bigint not null,
    feed text not null,
    child_key bigint,
    candidate_child_key bigint,
    method text not null,
    match_weight numeric,
    decision text not null,
    number_contradicted boolean not null,
    superseded_number_sent boolean not null,
    nights daterange not null
);
call engine.keep_history('identity', 'link', 'record_key');
create index link_history_child on identity.link_history (child_key) where upper_inf(nights);

create table cohort.child_history (
    child_key bigint not null,
    person_record_key bigint,
    nhs_number text,
    person_birth_date date,
    person_stated_gender_code text,
    gestation_weeks integer,
    life_state text not null,
    restricted boolean not null,
    bucket text not null,
    removal_group text,
    removal_date date,
    residence_kind text not null,
    residence_postcode text,
    address_start_date date,
    resident_lsoa text,
    resident_la text,
    resident_sub_icb text,
    resident_icb text,
    registered_practice text,
    practice_start_date date,
    practice_end_date date,
    practice_sub_icb text,
    practice_icb text,
    practice_la text,
    responsible_la text,
    counted_la text,
    counted_sub_icb text,
    counted_icb text,
    served_by_residence boolean not null,
    served_by_practice boolean not null,
    expected_hv text,
    expected_chis text,
    residence_chis text,
    hv_until_date date,
    age_out_date date,
    death_status text,
    death_known_date date,
    first_known_date date not null,
    nights daterange not null
);
call engine.keep_history('cohort', 'child', 'child_key');
create index child_history_opened on cohort.child_history using brin (lower(nights));
create index child_history_closed on cohort.child_history (upper(nights)) where not upper_inf(nights);
create index child_history_restricted on cohort.child_history (child_key) where restricted;

-- Numbers whose record PDS is known to hold newer than we do.
create table cohort.pds_awaited_history (
    nhs_number text not null,
    event_type text not null,
    status text not null,
    reason text not null,
    stops_lists boolean not null,
    since_date date not null,
    nights daterange not null
);
call engine.keep_history('cohort', 'pds_awaited', 'nhs_number');

-- Every open record that a register holds of a child, whoever sent it.
create table cohort.holding_history (
    child_key bigint not null,
    agency text not null,
    record_key bigint not null,
    organisation_code text not null,
    during daterange not null,
    is_open boolean not null,
    nights daterange not null
);
call engine.keep_history('cohort', 'holding', 'record_key');
-- Whole: the view of a night asks by its date, which an index of what is open does not serve.
create index holding_history_child on cohort.holding_history (child_key, agency);

create table cohort.custody_history (
    child_key bigint not null,
    agency text not null,
    state text not null,
    expected_organisation text,
    holder_organisation text,
    since_date date,
    since_known boolean not null,
    nights daterange not null
);
call engine.keep_history('cohort', 'custody', 'child_key, agency');
create index custody_history_opened on cohort.custody_history using brin (lower(nights));
create index custody_history_closed on cohort.custody_history (upper(nights)) where not upper_inf(nights);

create table exception.finding_history (
    type_code text not null,
    subject text not null,
    element text not null,
    child_key bigint,
    started_on date,
    holder text,
    facts jsonb not null,
    nights daterange not null
);
call engine.keep_history('exception', 'finding', 'type_code, subject, element');

create table exception.evidence_history (
    evidence text not null,
    type_code text not null,
    subject text not null,
    element text not null,
    evidence_date date not null,
    record_key bigint,
    nights daterange not null
);
call engine.keep_history('exception', 'evidence', 'evidence, type_code, subject, element');

-- The life of each case, never rewritten.
create table exception.case_event (
    exception_id uuid not null,
    event_no integer not null,
    kind text not null check (kind in ('RAISED', 'SUSPENDED', 'CLOSED', 'REOPENED', 'RESTORED', 'WITHDRAWN')),
    event_date date not null,
    type_code text not null,
    subject text not null,
    element text not null,
    child_key bigint,
    episode integer not null,
    reason text,
    until_date date,
    evidence_record_key bigint,
    rule_version integer not null,
    baseline boolean not null,
    primary key (exception_id, event_no)
);
create index case_event_subject on exception.case_event (type_code, subject, element);

-- The latest event of each case that is neither closed nor withdrawn.
create view exception.open_case as
select latest.*
from (
    select distinct on (event.exception_id)
        event.exception_id,
        event.event_no,
        event.kind,
        event.type_code,
        event.subject,
        event.element,
        event.child_key,
        event.episode,
        event.until_date,
        event.rule_version,
        event.baseline,
        first_value(event.event_date) over (partition by event.exception_id order by event.event_no) as raised_date
    from exception.case_event as event
    where event.event_date <= engine.known_at()
    order by event.exception_id, event.event_no desc
) as latest
where latest.kind not in ('CLOSED', 'WITHDRAWN');

create table exception.case_history (
    exception_id uuid not null,
    case_number bigint not null,
    type_code text not null,
    subject text not null,
    element text not null,
    child_key bigint,
    episode integer not null,
    severity integer not null,
    owner_role text not null,
    owner_organisation text,
    facts jsonb not null,
    state text not null,
    confirmed boolean not null,
    raised_date date not null,
    clock_start_date date not null,
    suspended_until date,
    closed_date date,
    closure_reason text,
    increment_no integer not null,
    rule_version integer not null,
    baseline boolean not null,
    nights daterange not null
);
call engine.keep_history('exception', 'case', 'exception_id');

-- What changes because a day passed is counted at the edge: level and date to act by.
create view exception.case_clock as
select
    cases.*,
    level.level as escalation_level,
    case level.unit
        when 'CALENDAR' then cases.clock_start_date + level.due_after
        else reference.working_day_add(cases.clock_start_date, level.due_after)
    end as action_by_date
from exception."case" as cases
left join lateral (
    select clock.level, clock.due_after, clock.unit
    from definition.clock as clock
    where clock.type_code = cases.type_code
        and (
            clock.reached_after = 0
            or case clock.unit
                when 'CALENDAR'
                    then coalesce(cases.closed_date, engine.business_date()) - cases.clock_start_date
                    >= clock.reached_after
                else reference.working_day_add(cases.clock_start_date, clock.reached_after)
                    < coalesce(cases.closed_date, engine.business_date())
            end
        )
    order by clock.level desc
    limit 1
) as level on true;
