-- The vaccination schedule and the measures, from config/pathway and config/measures.

-- Vaccination schedule --------------------------------------------------------------------------------------------

create table definition.vaccination_slot (
    rule_id text primary key,
    rule_version integer not null,
    slot_code text not null,
    title text not null,
    dose_no smallint not null,
    born_from date not null,
    born_to date not null,
    due_amount integer,
    due_unit text check (due_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    due_year_group smallint,
    min_age_amount integer,
    min_age_unit text check (min_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    max_age_amount integer,
    max_age_unit text check (max_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    min_interval_days integer,
    target_amount integer,
    target_unit text check (target_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    amber_amount integer,
    amber_unit text check (amber_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    red_amount integer,
    red_unit text check (red_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    effective_from date not null,
    responsible_role text not null,
    source text not null,
    confidence text not null,
    check (born_from <= born_to),
    check ((due_amount is null) <> (due_year_group is null))
);

comment on table definition.vaccination_slot is 'Which children have which vaccination slot and when: one row per dated rule. A slot''s rules share no birth date.';
comment on column definition.vaccination_slot.rule_id is 'Permanent id of the rule.';
comment on column definition.vaccination_slot.rule_version is 'Version of the rule.';
comment on column definition.vaccination_slot.slot_code is 'Pathway item code VAC-visit-antigen.';
comment on column definition.vaccination_slot.title is 'Plain name of the slot.';
comment on column definition.vaccination_slot.dose_no is 'Number of the dose in its course.';
comment on column definition.vaccination_slot.born_from is 'First birth date, -infinity for no limit.';
comment on column definition.vaccination_slot.born_to is 'Last birth date, infinity for no limit.';
comment on column definition.vaccination_slot.due_amount is 'Age at which it is due; null for a school slot.';
comment on column definition.vaccination_slot.due_unit is 'Unit of it.';
comment on column definition.vaccination_slot.due_year_group is 'School year group in whose September it is due; null for an age slot.';
comment on column definition.vaccination_slot.min_age_amount is 'Youngest valid age; null for none.';
comment on column definition.vaccination_slot.min_age_unit is 'Unit of it.';
comment on column definition.vaccination_slot.max_age_amount is 'Not offered after the day this age is reached; null for none.';
comment on column definition.vaccination_slot.max_age_unit is 'Unit of it.';
comment on column definition.vaccination_slot.min_interval_days is 'Fewest days since the last dose of definition.slot_interval_programme; null for none.';
comment on column definition.vaccination_slot.target_amount is 'End of the target window; null for a school slot.';
comment on column definition.vaccination_slot.target_unit is 'Unit of it.';
comment on column definition.vaccination_slot.amber_amount is 'Age at which it is overdue; null for a school slot.';
comment on column definition.vaccination_slot.amber_unit is 'Unit of it.';
comment on column definition.vaccination_slot.red_amount is 'Age at which it is long overdue; null for a school slot.';
comment on column definition.vaccination_slot.red_unit is 'Unit of it.';
comment on column definition.vaccination_slot.effective_from is 'First day on which the rule is in force, -infinity for always.';
comment on column definition.vaccination_slot.responsible_role is 'Role that gives it.';
comment on column definition.vaccination_slot.source is 'Where it is written.';
comment on column definition.vaccination_slot.confidence is 'Mark of the fact.';

create table definition.slot_programme (
    rule_id text not null references definition.vaccination_slot,
    programme text not null,
    primary key (rule_id, programme)
);

comment on table definition.slot_programme is 'Programmes any of which fills the slot of a rule.';
comment on column definition.slot_programme.rule_id is 'Rule of definition.vaccination_slot.';
comment on column definition.slot_programme.programme is 'Code of the list programme.';

create table definition.slot_interval_programme (
    rule_id text not null references definition.vaccination_slot,
    programme text not null,
    primary key (rule_id, programme)
);

comment on table definition.slot_interval_programme is 'Programmes whose last dose starts the interval of a rule.';
comment on column definition.slot_interval_programme.rule_id is 'Rule of definition.vaccination_slot.';
comment on column definition.slot_interval_programme.programme is 'Code of the list programme.';

-- Measures --------------------------------------------------------------------------------------------------------

create table definition.measure (
    measure_id text not null,
    measure_version integer not null,
    name text not null,
    family text not null,
    position integer not null,
    effective_from date not null,
    effective_to date not null,
    anchor text not null check (anchor in ('BIRTHDAY_IN_PERIOD', 'PERIOD_END')),
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
comment on column definition.measure.family is 'COVER or POP-CARE.';
comment on column definition.measure.position is 'Order on every sheet.';
comment on column definition.measure.effective_from is 'First period end to which this version applies.';
comment on column definition.measure.effective_to is 'Last such period end, infinity while in force.';
comment on column definition.measure.anchor is 'Whether a birthday in the period or standing at its end counts a child.';
comment on column definition.measure.anchor_age_amount is 'The birthday; doses count up to and including it. Null at period end.';
comment on column definition.measure.anchor_age_unit is 'Unit of it.';
comment on column definition.measure.born_from is 'First birth date to which the measure applies, -infinity for no limit.';
comment on column definition.measure.born_to is 'Last such birth date, infinity for no limit.';
comment on column definition.measure.from_age_amount is 'Age from which children are counted at period end; null for no limit.';
comment on column definition.measure.from_age_unit is 'Unit of it.';
comment on column definition.measure.before_age_amount is 'Age before which children are counted at period end; null for no limit.';
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
