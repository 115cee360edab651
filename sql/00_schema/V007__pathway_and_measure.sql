-- What was given to each child, and how many children are covered.

-- For the steps of one night; what a crash of the server takes, the resumed night fills again.
create unlogged table pathway.scoped_event (
    child_key bigint not null,
    record_key bigint not null,
    element text not null,
    kind text not null,
    programme text,
    event_code text,
    event_date date,
    offer_date date,
    received_date date,
    result_date date,
    recorded_date date,
    sequence_number integer,
    outcome_code text,
    outcome_code_scheme text,
    consultation_mechanism text,
    primary_source boolean,
    performing_organisation text
);
comment on table pathway.scoped_event is 'The events of the children whom tonight evaluates, as known tonight and without those withdrawn.';
comment on column pathway.scoped_event.child_key is 'The child.';
comment on column pathway.scoped_event.record_key is 'The record that tells of it.';
comment on column pathway.scoped_event.element is 'Which of the things that the record tells of; empty where it is one.';
comment on column pathway.scoped_event.kind is 'Kind of the event: VACC, HVRV, NBSS, NHSP, NIPE, NCMP or FEED.';
comment on column pathway.scoped_event.programme is 'Kind of vaccine.';
comment on column pathway.scoped_event.event_code is 'What was done: activity, condition or screen.';
comment on column pathway.scoped_event.event_date is 'Day on which it happened.';
comment on column pathway.scoped_event.offer_date is 'Day of the invitation.';
comment on column pathway.scoped_event.received_date is 'Day on which the laboratory had the sample.';
comment on column pathway.scoped_event.result_date is 'Day of the result.';
comment on column pathway.scoped_event.recorded_date is 'Day on which it was written down.';
comment on column pathway.scoped_event.sequence_number is 'Which sample.';
comment on column pathway.scoped_event.outcome_code is 'Outcome as sent.';
comment on column pathway.scoped_event.outcome_code_scheme is 'List that the outcome is of.';
comment on column pathway.scoped_event.consultation_mechanism is 'How the contact was held.';
comment on column pathway.scoped_event.primary_source is 'Whether whoever did it tells of it.';
comment on column pathway.scoped_event.performing_organisation is 'Organisation (ODS) that did it.';

create table pathway.dose_history (
    child_key bigint not null,
    programme text not null,
    dose_date date not null,
    record_key bigint not null,
    nights daterange not null
);
call engine.keep_history('pathway', 'dose', 'child_key, programme, dose_date');
comment on table pathway.dose_history is 'Doses given: records of one programme a few days apart are one dose. Read through the view pathway.dose.';
comment on column pathway.dose_history.child_key is 'The child.';
comment on column pathway.dose_history.programme is 'Kind of vaccine, a code of definition.programme.';
comment on column pathway.dose_history.dose_date is 'Day on which it was given: the earliest of the records that make up the dose.';
comment on column pathway.dose_history.record_key is 'The record that says so.';
comment on column pathway.dose_history.nights is 'Nights that knew it.';

-- Limits that count from the day of becoming eligible, in days.
create view pathway.rule_after as
select
    "limit".rule_id,
    max(days.amount) filter (where "limit".limit_name = 'DUE') as due_days,
    max(days.amount) filter (where "limit".limit_name = 'TARGET') as target_days,
    max(days.amount) filter (where "limit".limit_name = 'AMBER') as amber_days,
    max(days.amount) filter (where "limit".limit_name = 'RED') as red_days,
    max(days.amount) filter (where "limit".limit_name = 'LATEST') as latest_days
from definition.pathway_limit as "limit"
cross join lateral (
    select "limit".amount * case "limit".unit when 'WEEKS' then 7 else 1 end + "limit".extra_days as amount
) as days
where "limit".anchor = 'ELIGIBLE'
group by "limit".rule_id;

-- Few: nearly every child is taught with those born in its school year.
create table pathway.schooling_history (
    child_key bigint not null,
    years_later smallint not null,
    year_group smallint not null,
    school_year integer not null,
    listed_on date not null,
    school_urn text,
    record_key bigint not null,
    nights daterange not null
);
call engine.keep_history('pathway', 'schooling', 'child_key');

-- The days of every rule for every birth date there is: one age arithmetic, done once for each birth date.
create table pathway.calendar_history (
    birth_date date not null,
    years_later smallint not null,
    item_code text not null,
    rule_id text not null,
    rule_version integer not null,
    item_type text not null,
    responsible_role text not null,
    service_code text,
    course text,
    dose_no smallint,
    full_term_weeks integer,
    eligible text,
    unless text,
    waits_for text,
    effective_from date not null,
    effective_to date not null,
    schedule_held boolean not null,
    due_date date,
    earliest_date date,
    target_date date,
    amber_date date,
    red_date date,
    latest_date date,
    last_day date,
    due_days integer,
    target_days integer,
    amber_days integer,
    red_days integer,
    latest_days integer,
    nights daterange not null
);
-- A rule tells its item: the item stands in the grain because it is asked for.
call engine.keep_history('pathway', 'calendar', 'birth_date, item_code, years_later, rule_id');

create table pathway.eligibility_history (
    child_key bigint not null,
    eligibility text not null,
    eligible_date date not null,
    record_key bigint,
    nights daterange not null
);
call engine.keep_history('pathway', 'eligibility', 'child_key, eligibility');

create table pathway.course_dose_history (
    child_key bigint not null,
    course text not null,
    dose_date date not null,
    programme text not null,
    starts_interval boolean not null,
    dose_no smallint,
    fault text,
    days_since integer,
    record_key bigint not null,
    nights daterange not null
);
call engine.keep_history('pathway', 'course_dose', 'child_key, course, dose_date, programme');

create table pathway.blood_spot_history (
    child_key bigint not null,
    condition text not null,
    required boolean not null,
    effect text not null,
    status text,
    status_date date,
    sample_date date,
    received_date date,
    laboratory text,
    record_key bigint,
    nights daterange not null
);
call engine.keep_history('pathway', 'blood_spot', 'child_key, condition');
-- The few children of whom another sample was asked for, or the test refused.
create index blood_spot_history_unsettled on pathway.blood_spot_history (child_key) where effect in ('REPEAT', 'DECLINED');

create table pathway.fact_history (
    source text not null,
    child_key bigint not null,
    item_code text not null,
    completed_date date,
    completed_as text,
    closed_date date,
    closed_as text,
    declined_date date,
    deferred_until date,
    counted_doses smallint,
    waits_until date,
    offered_date date,
    last_offered_date date,
    offers smallint,
    outcome_code text,
    record_key bigint,
    nights daterange not null
);
call engine.keep_history('pathway', 'fact', 'child_key, item_code, source');

create table pathway.open_item_history (
    child_key bigint not null,
    item_code text not null,
    rule_id text not null,
    rule_version integer not null,
    state text not null,
    due_date date,
    target_date date,
    amber_date date,
    red_date date,
    latest_date date,
    deferred_until date,
    offered_date date,
    last_offered_date date,
    offers smallint,
    outcome_code text,
    owner_role text not null,
    owner_organisation text,
    nights daterange not null
);
call engine.keep_history('pathway', 'open_item', 'child_key, item_code');

create table pathway.clock_history (
    child_key bigint not null,
    next_change_on date not null,
    nights daterange not null
);
call engine.keep_history('pathway', 'clock', 'child_key');

create table measure.period_history (
    measure_id text not null,
    measure_version integer not null,
    period_type text not null,
    period_start date not null,
    period_end date not null,
    agency text,
    nights daterange not null
);
call engine.keep_history('measure', 'period', 'measure_id, measure_version, period_type, period_start');
comment on table measure.period_history is 'The periods each measure is kept up to date for. Read through the view measure.period.';
comment on column measure.period_history.measure_id is 'Measure.';
comment on column measure.period_history.measure_version is 'The version of it that applies to the period.';
comment on column measure.period_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column measure.period_history.period_start is 'First day.';
comment on column measure.period_history.period_end is 'Last day; not before the night that reads it: the period is still incomplete.';
comment on column measure.period_history.agency is 'Agency of a care measure, whose closed periods keep what was known then; null for coverage.';
comment on column measure.period_history.nights is 'Nights that knew it.';

create table measure.due_history (
    measure_id text not null,
    measure_version integer not null,
    attribution text not null,
    person_birth_date date not null,
    agency text,
    breakdown text not null,
    breakdown_value text not null,
    counted_from_date date not null,
    counted_before_date date not null,
    doses_from_date date,
    nights daterange not null
);
call engine.keep_history('measure', 'due', 'measure_id, measure_version, attribution, person_birth_date, breakdown_value');
comment on table measure.due_history is 'On which days children born on a day count for a measure. Read through the view measure.due.';
comment on column measure.due_history.measure_id is 'Measure.';
comment on column measure.due_history.measure_version is 'Version of its definition.';
comment on column measure.due_history.attribution is 'View of the population: REG registered, RES resident, RESP responsible.';
comment on column measure.due_history.person_birth_date is 'Birth date.';
comment on column measure.due_history.agency is 'Agency of a care measure; null for coverage.';
comment on column measure.due_history.breakdown is 'Code list of the breakdown; empty for a measure without one.';
comment on column measure.due_history.breakdown_value is 'Value of the breakdown; empty for none.';
comment on column measure.due_history.counted_from_date is 'First day on which they count: of a coverage measure the birthday that it evaluates.';
comment on column measure.due_history.counted_before_date is 'The day from which they no longer count; of a coverage measure the day after, and the first too late for a dose.';
comment on column measure.due_history.doses_from_date is 'First day whose doses count at all; null where every dose counts.';
comment on column measure.due_history.nights is 'Nights that knew it.';

create table measure.completion_history (
    measure_id text not null,
    measure_version integer not null,
    child_key bigint not null,
    completed_date date not null,
    nights daterange not null
);
call engine.keep_history('measure', 'completion', 'measure_id, measure_version, child_key');
comment on table measure.completion_history is 'Children who have had the doses a coverage measure asks for. Read through the view measure.completion.';
comment on column measure.completion_history.measure_id is 'Measure.';
comment on column measure.completion_history.measure_version is 'Version of its definition.';
comment on column measure.completion_history.child_key is 'The child.';
comment on column measure.completion_history.completed_date is 'Day of the dose that completed the course.';
comment on column measure.completion_history.nights is 'Nights that knew it.';

create table measure.fine_history (
    measure_id text not null,
    measure_version integer not null,
    period_type text not null,
    period_start date not null,
    period_end date not null,
    attribution text not null,
    practice_code text not null,
    network_code text not null,
    sub_icb_code text not null,
    icb_code text not null,
    region_code text not null,
    local_authority_code text not null,
    breakdown text not null,
    breakdown_value text not null,
    denominator bigint not null,
    numerator bigint not null,
    untraced_in_denominator bigint not null,
    nights daterange not null
);
call engine.keep_history('measure', 'fine', 'measure_id, measure_version, period_type, period_start, attribution, practice_code, network_code, sub_icb_code, icb_code, region_code, local_authority_code, breakdown_value');
comment on table measure.fine_history is 'Additive counts, once for each view of the population: any area''s figure is their sum. Read through the view measure.fine.';
comment on column measure.fine_history.measure_id is 'Measure.';
comment on column measure.fine_history.measure_version is 'Version of its definition.';
comment on column measure.fine_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column measure.fine_history.period_start is 'First day of the period.';
comment on column measure.fine_history.period_end is 'Last day of the period.';
comment on column measure.fine_history.attribution is 'View of the population: REG registered, RES resident, RESP responsible. The views are never added up.';
comment on column measure.fine_history.practice_code is 'Practice of REG rows; NOT_STATED for restricted children; empty in the other views.';
comment on column measure.fine_history.network_code is 'Primary care network of the practice; NOT_STATED for restricted children; empty for none.';
comment on column measure.fine_history.sub_icb_code is 'Sub-ICB location (ODS) that counts the children; empty where not known.';
comment on column measure.fine_history.icb_code is 'Integrated care board (ODS) that counts the children; empty where not known.';
comment on column measure.fine_history.region_code is 'Region (ODS) that counts the children; empty where not known.';
comment on column measure.fine_history.local_authority_code is 'Upper-tier authority that counts the children; empty where not known.';
comment on column measure.fine_history.breakdown is 'Code list of the breakdown; empty for a measure without one.';
comment on column measure.fine_history.breakdown_value is 'Value of the breakdown; empty for none.';
comment on column measure.fine_history.denominator is 'Children who should be counted.';
comment on column measure.fine_history.numerator is 'Those of them who count as covered or cared for.';
comment on column measure.fine_history.untraced_in_denominator is 'Those of the denominator whom no trace has confirmed (measures 0.11).';
comment on column measure.fine_history.nights is 'Nights that knew it.';

create table measure.newborn_history (
    child_key bigint not null,
    person_birth_date date not null,
    born_at timestamptz,
    gestation_weeks integer,
    boy boolean not null,
    restricted boolean not null,
    untraced boolean not null,
    died_date date,
    basis text,
    known_from_date date,
    sub_icb_code text not null,
    icb_code text not null,
    local_authority_code text not null,
    served boolean not null,
    home_icb_code text,
    mother_icb_code text,
    mother_served boolean not null,
    maternity_organisation text,
    hearing_organisation text,
    nights daterange not null
);
call engine.keep_history('measure', 'newborn', 'child_key');
comment on table measure.newborn_history is 'Babies whom screening measures count, and which board was responsible at birth (rulings 7). Read through the view measure.newborn.';
comment on column measure.newborn_history.child_key is 'The child.';
comment on column measure.newborn_history.person_birth_date is 'Birth date.';
comment on column measure.newborn_history.born_at is 'Time of birth; null where it is not known, or is of another day.';
comment on column measure.newborn_history.gestation_weeks is 'Length of gestation at birth; null where it is not known.';
comment on column measure.newborn_history.boy is 'Whether the testes are examined.';
comment on column measure.newborn_history.restricted is 'Counted, but under no provider (measures 0.10).';
comment on column measure.newborn_history.untraced is 'No trace has confirmed the child (measures 0.11).';
comment on column measure.newborn_history.died_date is 'Day of death; null for the living.';
comment on column measure.newborn_history.basis is 'What says who was responsible at birth: PRACTICE the baby''s, MOTHER the mother''s practice, RESIDENCE, COHORT where the register says it alone; null where nobody in England was.';
comment on column measure.newborn_history.known_from_date is 'Night that learned it; null for none.';
comment on column measure.newborn_history.sub_icb_code is 'Sub-ICB location (ODS) at birth; empty where not known.';
comment on column measure.newborn_history.icb_code is 'Integrated care board (ODS) responsible at birth; empty where none was.';
comment on column measure.newborn_history.local_authority_code is 'Upper-tier authority of that practice or residence; empty where not known.';
comment on column measure.newborn_history.served is 'Whether the place at birth is in the area served.';
comment on column measure.newborn_history.home_icb_code is 'Board of the first residence; null where not known.';
comment on column measure.newborn_history.mother_icb_code is 'Board of the mother''s practice at birth; null where not known.';
comment on column measure.newborn_history.mother_served is 'Whether that practice is in the area served.';
comment on column measure.newborn_history.maternity_organisation is 'Maternity service of the birth; null where nothing tells.';
comment on column measure.newborn_history.hearing_organisation is 'Hearing screening provider commissioned at the place at birth; null for none.';
comment on column measure.newborn_history.nights is 'Nights that knew it.';

create table measure.newborn_move_history (
    child_key bigint not null,
    notified_date date not null,
    icb_code text not null,
    served boolean not null,
    nights daterange not null
);
call engine.keep_history('measure', 'newborn_move', 'child_key, notified_date');
comment on table measure.newborn_move_history is 'Changes of the board responsible for a baby after birth. Read through the view measure.newborn_move.';
comment on column measure.newborn_move_history.child_key is 'The child.';
comment on column measure.newborn_move_history.notified_date is 'Night that learned of it; of what the first load brought, the day it began.';
comment on column measure.newborn_move_history.icb_code is 'Board responsible since; empty for a baby who left England.';
comment on column measure.newborn_move_history.served is 'Whether the place is in the area served.';
comment on column measure.newborn_move_history.nights is 'Nights that knew it.';

create table measure.screening_history (
    screen text not null,
    measure_id text not null,
    measure_version integer not null,
    period_type text not null,
    period_start date not null,
    child_key bigint not null,
    sub_icb_code text not null,
    icb_code text not null,
    local_authority_code text not null,
    provider_code text not null,
    untraced boolean not null,
    limit_date date not null,
    done_date date,
    standing text not null check (standing in ('OUT', 'MET', 'LATE', 'DECLINED', 'DIED', 'TO_FOLLOW_UP')),
    why_out text check (why_out in ('DIED', 'NOT_RESPONSIBLE_AT_BIRTH', 'MOVED_AWAY', 'TOO_OLD', 'NOT_YET_DUE')),
    nights daterange not null,
    check ((standing = 'OUT') = (why_out is not null))
);
call engine.keep_history('measure', 'screening', 'measure_id, measure_version, period_type, period_start, child_key');
comment on table measure.screening_history is 'Where each baby stands in each screening measure, for the periods still counted: the denominator is all but OUT, the numerator MET (measures 3). Read through the view measure.screening.';
comment on column measure.screening_history.screen is 'BLOOD_SPOT, HEARING or EXAMINATION.';
comment on column measure.screening_history.measure_id is 'Measure.';
comment on column measure.screening_history.measure_version is 'Version of its definition.';
comment on column measure.screening_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column measure.screening_history.period_start is 'First day of the period.';
comment on column measure.screening_history.child_key is 'The child.';
comment on column measure.screening_history.sub_icb_code is 'Sub-ICB location (ODS) that counts the baby; empty where not known.';
comment on column measure.screening_history.icb_code is 'Integrated care board (ODS) that counts the baby; empty where not known.';
comment on column measure.screening_history.local_authority_code is 'Upper-tier authority that counts the baby; empty where not known.';
comment on column measure.screening_history.provider_code is 'Provider that counts the baby; NOT_STATED for a restricted one, empty for none.';
comment on column measure.screening_history.untraced is 'No trace has confirmed the child (measures 0.11).';
comment on column measure.screening_history.limit_date is 'Last day in time.';
comment on column measure.screening_history.done_date is 'Day on which the screen was concluded, of the blood spot recorded; null while it is not.';
comment on column measure.screening_history.standing is 'OUT of the denominator, MET, LATE, DECLINED, DIED without it, TO_FOLLOW_UP.';
comment on column measure.screening_history.why_out is 'Why out; null for the denominator.';
comment on column measure.screening_history.nights is 'Nights that knew it.';

create table measure.screening_count_history (
    measure_id text not null,
    measure_version integer not null,
    period_type text not null,
    period_start date not null,
    period_end date not null,
    attribution text not null,
    sub_icb_code text not null,
    icb_code text not null,
    region_code text not null,
    local_authority_code text not null,
    provider_code text not null,
    denominator bigint not null,
    numerator bigint not null,
    untraced_in_denominator bigint not null,
    nights daterange not null
);
call engine.keep_history('measure', 'screening_count', 'measure_id, measure_version, period_type, period_start, attribution, sub_icb_code, icb_code, region_code, local_authority_code, provider_code');
comment on table measure.screening_count_history is 'Additive counts of the screening measures; a period no longer recounted keeps those of its last night. Read through the view measure.screening_count.';
comment on column measure.screening_count_history.measure_id is 'Measure.';
comment on column measure.screening_count_history.measure_version is 'Version of its definition.';
comment on column measure.screening_count_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column measure.screening_count_history.period_start is 'First day of the period.';
comment on column measure.screening_count_history.period_end is 'Last day of the period.';
comment on column measure.screening_count_history.attribution is 'View of the population.';
comment on column measure.screening_count_history.sub_icb_code is 'Sub-ICB location (ODS) that counts the babies; empty where not known.';
comment on column measure.screening_count_history.icb_code is 'Integrated care board (ODS) that counts the babies; empty where not known.';
comment on column measure.screening_count_history.region_code is 'Region (ODS) of that board; empty where not known.';
comment on column measure.screening_count_history.local_authority_code is 'Upper-tier authority that counts the babies; empty where not known.';
comment on column measure.screening_count_history.provider_code is 'Provider that counts the babies; NOT_STATED for restricted ones, empty for none.';
comment on column measure.screening_count_history.denominator is 'Babies who should be counted.';
comment on column measure.screening_count_history.numerator is 'Those of them screened in time.';
comment on column measure.screening_count_history.untraced_in_denominator is 'Those of the denominator whom no trace has confirmed (measures 0.11).';
comment on column measure.screening_count_history.nights is 'Nights that knew it.';

create table measure.result_history (
    measure_id text not null,
    measure_version integer not null,
    period_type text not null,
    period_start date not null,
    period_end date not null,
    attribution text not null,
    area_type text not null,
    area_code text not null,
    breakdown text not null,
    breakdown_value text not null,
    denominator bigint not null,
    numerator bigint not null,
    untraced_in_denominator bigint not null,
    nights daterange not null
);
call engine.keep_history('measure', 'result', 'measure_id, measure_version, period_type, period_start, attribution, area_type, area_code, breakdown, breakdown_value');
comment on table measure.result_history is 'The count of every measure, period and area, before disclosure control. Read through the view measure.result.';
comment on column measure.result_history.measure_id is 'Measure.';
comment on column measure.result_history.measure_version is 'Version of its definition.';
comment on column measure.result_history.period_type is 'QUARTER or YEAR, of the financial year.';
comment on column measure.result_history.period_start is 'First day of the period.';
comment on column measure.result_history.period_end is 'Last day of the period.';
comment on column measure.result_history.attribution is 'View of the population: REG registered, RES resident, RESP responsible.';
comment on column measure.result_history.area_type is 'PRACTICE, PCN, SICBL, ICB, LA, REGION, PROVIDER or ENGLAND.';
comment on column measure.result_history.area_code is 'Code of the area; NOT_STATED gathers restricted children at practice, network and provider level.';
comment on column measure.result_history.breakdown is 'Code list of the breakdown; empty on total rows.';
comment on column measure.result_history.breakdown_value is 'Value of the breakdown; empty on total rows.';
comment on column measure.result_history.denominator is 'Children who should be counted.';
comment on column measure.result_history.numerator is 'Those of them who count as covered or cared for.';
comment on column measure.result_history.untraced_in_denominator is 'Those of the denominator whom no trace has confirmed (measures 0.11).';
comment on column measure.result_history.nights is 'Nights that knew it.';
