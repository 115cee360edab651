-- The pathway and the measures, from config/pathway and config/measures.

-- The pathway ---------------------------------------------------------------------------------------------------

create table definition.pathway_item (
    item_code text primary key,
    title text not null,
    item_type text not null check (item_type in ('HV', 'SCR', 'VAC', 'SCH', 'REV')),
    position integer not null,
    tracked boolean not null,
    why_not_tracked text,
    older text not null check (older in ('NOT_HELD', 'NOT_APPLICABLE')),
    by_school_year boolean not null
);

comment on table definition.pathway_item is 'What is owed to children, from before birth to 19: contacts, screens, vaccination slots, school programmes.';
comment on column definition.pathway_item.item_code is 'Permanent code, for example VAC-12W-MENB.';
comment on column definition.pathway_item.title is 'Plain name.';
comment on column definition.pathway_item.item_type is 'Health visiting, screening, vaccination, school, other review.';
comment on column definition.pathway_item.position is 'Order on lists and in the handbook.';
comment on column definition.pathway_item.tracked is 'Whether children have a state of it.';
comment on column definition.pathway_item.why_not_tracked is 'Why not; null where they have.';
comment on column definition.pathway_item.older is 'What it is to children born before its first rule: of a schedule not held here, or not for them.';
comment on column definition.pathway_item.by_school_year is 'Whether the birth dates of its rules stand for school years: a child taught out of its year has the rule of those it is taught with.';

create table definition.pathway_rule (
    rule_id text primary key,
    rule_version integer not null,
    item_code text not null references definition.pathway_item,
    born_from date not null,
    born_to date not null,
    effective_from date not null,
    effective_to date not null,
    eligible text,
    unless text,
    waits_for text,
    course text,
    dose_no smallint,
    corrected boolean not null,
    responsible_role text not null,
    source text not null,
    confidence text not null,
    check (born_from <= born_to),
    check ((course is null) = (dose_no is null))
);

comment on table definition.pathway_rule is 'Which children have an item, one row per dated rule; its days are in definition.pathway_limit.';
comment on column definition.pathway_rule.rule_id is 'Permanent id of the rule.';
comment on column definition.pathway_rule.rule_version is 'Version of the rule, stored with every state.';
comment on column definition.pathway_rule.item_code is 'The item.';
comment on column definition.pathway_rule.born_from is 'First birth date, -infinity for no limit.';
comment on column definition.pathway_rule.born_to is 'Last birth date, infinity for no limit.';
comment on column definition.pathway_rule.effective_from is 'First day on which the rule is in force, -infinity for always.';
comment on column definition.pathway_rule.effective_to is 'Last day on which it is, infinity while it is.';
comment on column definition.pathway_rule.eligible is 'Only for children with this eligibility; null for all.';
comment on column definition.pathway_rule.unless is 'Not for children with this eligibility; null for none.';
comment on column definition.pathway_rule.waits_for is 'Blocked while the child has this eligibility; null for none.';
comment on column definition.pathway_rule.course is 'Course of vaccination whose doses fill it; null for other items.';
comment on column definition.pathway_rule.dose_no is 'Fewest counted doses of the course, the last of which fills it.';
comment on column definition.pathway_rule.corrected is 'Whether ages are corrected for birth before 40 weeks.';
comment on column definition.pathway_rule.responsible_role is 'Role that owes it.';
comment on column definition.pathway_rule.source is 'Where it is written.';
comment on column definition.pathway_rule.confidence is 'Mark of the fact.';

create table definition.pathway_limit (
    rule_id text not null references definition.pathway_rule,
    limit_name text not null check (limit_name in ('DUE', 'EARLIEST', 'TARGET', 'AMBER', 'RED', 'LATEST')),
    anchor text not null check (anchor in ('BIRTH', 'ELIGIBLE', 'SCHOOL_YEAR', 'DAY')),
    amount integer,
    unit text check (unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    extra_days integer not null,
    year_group smallint,
    month smallint,
    day_of_month smallint,
    fixed_date date,
    primary key (rule_id, limit_name)
);

comment on table definition.pathway_limit is 'The days of a rule: from birth, from the day of becoming eligible, in a school year, or fixed.';
comment on column definition.pathway_limit.rule_id is 'The rule.';
comment on column definition.pathway_limit.limit_name is 'From when it is due, before when nothing counts, end of the target window, amber, red, last day.';
comment on column definition.pathway_limit.anchor is 'What the day is counted from.';
comment on column definition.pathway_limit.amount is 'Whole units from BIRTH (negative: before it) or ELIGIBLE; else null.';
comment on column definition.pathway_limit.unit is 'Unit of it.';
comment on column definition.pathway_limit.extra_days is 'Days added to the age reached, or taken.';
comment on column definition.pathway_limit.year_group is 'School year group of SCHOOL_YEAR, Reception 0; else null.';
comment on column definition.pathway_limit.month is 'Month of that school year.';
comment on column definition.pathway_limit.day_of_month is 'Day of that month.';
comment on column definition.pathway_limit.fixed_date is 'The day itself for DAY; else null.';

-- Measures --------------------------------------------------------------------------------------------------------

create table definition.measure (
    measure_id text not null,
    measure_version integer not null,
    name text not null,
    family text not null,
    in_report boolean not null,
    position integer not null,
    effective_from date not null,
    effective_to date not null,
    anchor text not null check (anchor in ('BIRTHDAY_IN_PERIOD', 'PERIOD_END', 'BORN_IN_PERIOD', 'MOVED_IN_IN_PERIOD')),
    anchor_age_amount integer,
    anchor_age_unit text check (anchor_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    born_from date not null,
    born_to date not null,
    from_age_amount integer,
    from_age_unit text check (from_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    before_age_amount integer,
    before_age_unit text check (before_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    counted_from_amount integer,
    counted_from_unit text check (counted_from_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    agency text check (agency in ('GP', 'HV', 'CHIS')),
    breakdown text,
    acceptable_permille integer,
    achievable_permille integer,
    higher_is_better boolean not null,
    numerator_words text not null,
    denominator_words text not null,
    confidence text not null,
    primary key (measure_id, measure_version)
);

comment on table definition.measure is 'One row per published measure and version.';
comment on column definition.measure.measure_id is 'Permanent id, also the indicator of the open data.';
comment on column definition.measure.measure_version is 'Version, stored with every figure.';
comment on column definition.measure.name is 'Name, the same letter for letter in every output.';
comment on column definition.measure.family is 'COVER, POP-CARE or SCREENING.';
comment on column definition.measure.in_report is 'Whether the commissioner report and the open data carry it; the export carries every measure.';
comment on column definition.measure.position is 'Order on every sheet.';
comment on column definition.measure.effective_from is 'First period end to which this version applies.';
comment on column definition.measure.effective_to is 'Last such period end, infinity while in force.';
comment on column definition.measure.anchor is 'What counts a child: a birthday in the period, standing at its end, birth in it, or coming under a board''s responsibility in it.';
comment on column definition.measure.anchor_age_amount is 'The birthday; doses count up to and including it. Null for other anchors.';
comment on column definition.measure.anchor_age_unit is 'Unit of it.';
comment on column definition.measure.born_from is 'First birth date to which the measure applies, -infinity for no limit.';
comment on column definition.measure.born_to is 'Last such birth date, infinity for no limit.';
comment on column definition.measure.from_age_amount is 'Age from which children are counted at period end; null for no limit.';
comment on column definition.measure.from_age_unit is 'Unit of it.';
comment on column definition.measure.before_age_amount is 'Age before which children are counted at period end or on the day of a move; null for no limit.';
comment on column definition.measure.before_age_unit is 'Unit of it.';
comment on column definition.measure.counted_from_amount is 'Age before which a dose is not counted at all; null for none.';
comment on column definition.measure.counted_from_unit is 'Unit of it.';
comment on column definition.measure.agency is 'Agency of a care measure; null for others.';
comment on column definition.measure.breakdown is 'Code list of the breakdown; null for none.';
comment on column definition.measure.acceptable_permille is 'Acceptable threshold; null for none.';
comment on column definition.measure.achievable_permille is 'Achievable threshold; null for none.';
comment on column definition.measure.higher_is_better is 'Direction.';
comment on column definition.measure.numerator_words is 'Numerator in plain words.';
comment on column definition.measure.denominator_words is 'Denominator in plain words.';
comment on column definition.measure.confidence is 'Mark of the definition.';

create table definition.measure_period (
    measure_id text not null,
    measure_version integer not null,
    period_type text not null check (period_type in ('QUARTER', 'YEAR')),
    primary key (measure_id, measure_version, period_type),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_period is 'Period types for which a measure is published.';
comment on column definition.measure_period.measure_id is 'Measure.';
comment on column definition.measure_period.measure_version is 'Version of it.';
comment on column definition.measure_period.period_type is 'Financial quarter or year.';

create table definition.measure_area (
    measure_id text not null,
    measure_version integer not null,
    attribution text not null check (attribution in ('REG', 'RES', 'RESP')),
    area_type text not null check (area_type in ('PRACTICE', 'PCN', 'SICBL', 'ICB', 'LA', 'REGION', 'PROVIDER', 'ENGLAND')),
    primary key (measure_id, measure_version, attribution, area_type),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_area is 'Area types for which a measure is published, and the view of the population each uses.';
comment on column definition.measure_area.measure_id is 'Measure.';
comment on column definition.measure_area.measure_version is 'Version of it.';
comment on column definition.measure_area.attribution is 'Registered, resident or responsible population.';
comment on column definition.measure_area.area_type is 'Area type as the export writes it.';

create table definition.measure_programme (
    measure_id text not null,
    measure_version integer not null,
    programme text not null,
    primary key (measure_id, measure_version, programme),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_programme is 'Programmes whose doses a vaccination measure counts.';
comment on column definition.measure_programme.measure_id is 'Measure.';
comment on column definition.measure_programme.measure_version is 'Version of it.';
comment on column definition.measure_programme.programme is 'Code of the list programme.';

create table definition.measure_dose (
    measure_id text not null,
    measure_version integer not null,
    dose_no smallint not null,
    from_age_amount integer,
    from_age_unit text check (from_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    min_interval_days integer,
    primary key (measure_id, measure_version, dose_no),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_dose is 'Doses a child must have: counted doses are numbered by date; each row must be met by one of that number or later.';
comment on column definition.measure_dose.measure_id is 'Measure.';
comment on column definition.measure_dose.measure_version is 'Version of it.';
comment on column definition.measure_dose.dose_no is 'Smallest number among the counted doses.';
comment on column definition.measure_dose.from_age_amount is 'Age on or after which it must be given; null for none.';
comment on column definition.measure_dose.from_age_unit is 'Unit of it.';
comment on column definition.measure_dose.min_interval_days is 'Fewest days since the counted dose before it; null for none.';

create table definition.measure_state (
    measure_id text not null,
    measure_version integer not null,
    state text not null check (state in ('OK', 'MISSING', 'WRONG_ORGANISATION', 'OVERLAP', 'GHOST', 'UNKNOWN', 'NOT_EXPECTED')),
    under_care boolean not null,
    primary key (measure_id, measure_version, state),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_state is 'Custody states in the denominator of a care measure.';
comment on column definition.measure_state.measure_id is 'Measure.';
comment on column definition.measure_state.measure_version is 'Version of it.';
comment on column definition.measure_state.state is 'State of cohort.custody.';
comment on column definition.measure_state.under_care is 'Whether it is in the numerator as well.';

create table definition.measure_screen (
    measure_id text not null,
    measure_version integer not null,
    screen text not null check (screen in ('BLOOD_SPOT', 'HEARING', 'EXAMINATION')),
    condition text,
    death_rule text not null check (death_rule in ('BEFORE_AGE', 'WITHIN_LIMIT', 'BEFORE_COMPLETION', 'BY_PERIOD_END')),
    death_age_amount integer,
    death_age_unit text check (death_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    default_model text not null,
    complete_after_days integer not null,
    recounted_days integer not null,
    primary key (measure_id, measure_version),
    foreign key (measure_id, measure_version) references definition.measure,
    check ((death_rule = 'BEFORE_AGE') = (death_age_amount is not null))
);

comment on table definition.measure_screen is 'What a measure of newborn screening asks; its limits are in definition.measure_limit.';
comment on column definition.measure_screen.measure_id is 'Measure.';
comment on column definition.measure_screen.measure_version is 'Version of it.';
comment on column definition.measure_screen.screen is 'Which screen.';
comment on column definition.measure_screen.condition is 'Condition of the blood spot whose result counts; null for other screens.';
comment on column definition.measure_screen.death_rule is 'Which deaths take a baby out: before an age, within the limit, before the screen was done, by the end of the period.';
comment on column definition.measure_screen.death_age_amount is 'Age of BEFORE_AGE; null for others.';
comment on column definition.measure_screen.death_age_unit is 'Unit of it.';
comment on column definition.measure_screen.default_model is 'Model of providers that definition.measure_provider does not name; * where one limit holds for all.';
comment on column definition.measure_screen.complete_after_days is 'So long after its end a period is still incomplete, because limits run on.';
comment on column definition.measure_screen.recounted_days is 'So long after its end a period is counted anew each night; then its figure stands.';

create table definition.measure_status (
    measure_id text not null,
    measure_version integer not null,
    status text not null,
    primary key (measure_id, measure_version, status),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_status is 'Statuses of the blood spot that conclude the screen for a measure.';
comment on column definition.measure_status.measure_id is 'Measure.';
comment on column definition.measure_status.measure_version is 'Version of it.';
comment on column definition.measure_status.status is 'Status code of definition.blood_spot_status.';

create table definition.measure_limit (
    measure_id text not null,
    measure_version integer not null,
    model text not null,
    amount integer not null,
    unit text not null check (unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    hours integer,
    corrected boolean not null,
    source text not null,
    confidence text not null,
    primary key (measure_id, measure_version, model),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_limit is 'Until when a screen is in time for a measure, inclusive.';
comment on column definition.measure_limit.measure_id is 'Measure.';
comment on column definition.measure_limit.measure_version is 'Version of it.';
comment on column definition.measure_limit.model is 'Model of the provider; * for any.';
comment on column definition.measure_limit.amount is 'Whole units from birth, or from notice of the move.';
comment on column definition.measure_limit.unit is 'Unit of it.';
comment on column definition.measure_limit.hours is 'Hours that hold in its place where both times of day are known; null where days alone count.';
comment on column definition.measure_limit.corrected is 'Whether births before term are given the weeks they lack.';
comment on column definition.measure_limit.source is 'Where it is written.';
comment on column definition.measure_limit.confidence is 'Mark of the fact.';

create table definition.measure_provider (
    measure_id text not null,
    measure_version integer not null,
    provider text not null,
    model text not null,
    primary key (measure_id, measure_version, provider),
    foreign key (measure_id, measure_version) references definition.measure
);

comment on table definition.measure_provider is 'Providers whose model of screening is not the default one.';
comment on column definition.measure_provider.measure_id is 'Measure.';
comment on column definition.measure_provider.measure_version is 'Version of it.';
comment on column definition.measure_provider.provider is 'Organisation (ODS).';
comment on column definition.measure_provider.model is 'Its model.';
