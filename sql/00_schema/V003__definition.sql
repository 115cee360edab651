-- Definitions: what config/ says, as tables that the SQL of every stage joins, so that no policy number stands in SQL.
-- Replaced as a whole whenever a file changes; definition.file keeps which versions held on which nights.
-- Amounts and units: DAYS, WEEKS, MONTHS, YEARS go through reference.age_reached; WORKING through working_day_add.

create table definition.file (
    path text not null,
    version text not null,
    sha256 text not null,
    from_home boolean not null,
    nights daterange not null,
    primary key (path, nights),
    check (not isempty(nights))
);

comment on table definition.file is 'Every definition file and the nights for which each version of it held.';
comment on column definition.file.path is 'Path below config/.';
comment on column definition.file.version is 'Version the file states; empty where it states none.';
comment on column definition.file.sha256 is 'SHA-256 of its bytes, lower-case hex.';
comment on column definition.file.from_home is 'Whether it is the installation''s own file instead of the one shipped.';
comment on column definition.file.nights is 'Business dates for which it held: [first, next change).';

create table definition.used (
    business_date date not null,
    path text not null,
    sha256 text not null,
    primary key (business_date, path)
);

comment on table definition.used is 'Which version of each definition a night used, for ever.';
comment on column definition.used.business_date is 'The night.';
comment on column definition.used.path is 'Path below config/.';
comment on column definition.used.sha256 is 'SHA-256 of the version used.';

create table definition.setting (
    name text primary key,
    value integer,
    text_value text,
    unit text,
    why text not null,
    source text not null,
    confidence text not null,
    check ((value is null) <> (text_value is null))
);

comment on table definition.setting is 'Policy that belongs to no single rule: settings.yaml and service.yaml.';
comment on column definition.setting.name is 'Name, snake case; those of service.yaml begin with service_.';
comment on column definition.setting.value is 'Whole number; null where the setting is a word.';
comment on column definition.setting.text_value is 'Word; null where the setting is a number.';
comment on column definition.setting.unit is 'Unit of the number.';
comment on column definition.setting.why is 'What it decides.';
comment on column definition.setting.source is 'Where it is written.';
comment on column definition.setting.confidence is 'Mark of the fact: R, S, G, D, C or O.';

create table definition.served_chis (
    organisation_code text primary key
);

comment on table definition.served_chis is 'The CHIS that service.yaml names; empty means every CHIS of service_commission.csv.';
comment on column definition.served_chis.organisation_code is 'ODS code.';

create table definition.feed_limit (
    feed text primary key,
    limit_days integer not null
);

comment on table definition.feed_limit is 'How old the last list of each feed may be before it gives no verdict.';
comment on column definition.feed_limit.feed is 'Feed, as its inbox folder is called.';
comment on column definition.feed_limit.limit_days is 'Days between the list''s as-at date and the business date.';

-- Exception types ------------------------------------------------------------------------------------------------

create table definition.exception_type (
    type_code text primary key,
    rule_version integer not null,
    effective_from date not null,
    title text not null,
    what_is_missing text not null,
    catalogue_group text not null,
    agency text check (agency in ('GP', 'HV', 'CHIS')),
    grain text not null check (grain in ('CHILD', 'AGENCY', 'ITEM', 'RECORD', 'SENDER')),
    concerns_child boolean not null,
    severity smallint not null check (severity between 1 and 4),
    owner_role text not null,
    owner_organisation text not null check (owner_organisation in ('EXPECTED_CHIS', 'EXPECTED_HV', 'HOLDER', 'ITEM_OWNER', 'SERVICE')),
    restricted_role text not null,
    copied_to text[] not null,
    suppressed_when_restricted boolean not null,
    stands_after_death boolean not null,
    national_reason text,
    national_action text,
    national_message text,
    introduction text not null,
    recommendation text not null,
    reason_sentence text not null,
    sql_path text not null,
    confidence text not null
);

comment on table definition.exception_type is 'One row per exception type of the failsafe catalogue that this version of Muster runs.';
comment on column definition.exception_type.type_code is 'Permanent FS-nnn code.';
comment on column definition.exception_type.rule_version is 'Version of the rule, stored with every case.';
comment on column definition.exception_type.effective_from is 'First business date of this version.';
comment on column definition.exception_type.title is 'Plain-English name shown beside the code.';
comment on column definition.exception_type.what_is_missing is 'Words of the worklist column What is missing.';
comment on column definition.exception_type.catalogue_group is 'Heading of the catalogue under which it stands.';
comment on column definition.exception_type.agency is 'GP, HV or CHIS; null where it belongs to none of them.';
comment on column definition.exception_type.grain is 'What the element of a finding is: nothing, an agency, a pathway item, a register record or a sender.';
comment on column definition.exception_type.concerns_child is 'Whether the subject is a child; otherwise it is feed:sender.';
comment on column definition.exception_type.severity is 'Base severity, 1 the gravest; definition.exception_severity may raise it.';
comment on column definition.exception_type.owner_role is 'Role that acts.';
comment on column definition.exception_type.owner_organisation is 'Which organisation of the child or finding owns the case.';
comment on column definition.exception_type.restricted_role is 'Role that acts where the child is restricted.';
comment on column definition.exception_type.copied_to is 'Roles informed besides.';
comment on column definition.exception_type.suppressed_when_restricted is 'Whether it is not raised for a restricted child.';
comment on column definition.exception_type.stands_after_death is 'Whether a formal death leaves the case open.';
comment on column definition.exception_type.national_reason is 'EMS-FailsafeAlertReason-1 code; null where there is none.';
comment on column definition.exception_type.national_action is 'EMS-FailsafeAlertActionRequired-1 code; null where there is none.';
comment on column definition.exception_type.national_message is 'Failsafe message of the second national design; null where there is none.';
comment on column definition.exception_type.introduction is 'Why it matters.';
comment on column definition.exception_type.recommendation is 'What to do.';
comment on column definition.exception_type.reason_sentence is 'Why it is on the list, with facts in braces.';
comment on column definition.exception_type.sql_path is 'SELECT below sql/ that finds it.';
comment on column definition.exception_type.confidence is 'Mark of the trigger: R, S, G, D, C or O.';

create table definition.exception_severity (
    type_code text not null references definition.exception_type,
    position smallint not null,
    severity smallint not null check (severity between 1 and 4),
    from_age_amount integer,
    from_age_unit text check (from_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    before_age_amount integer,
    before_age_unit text check (before_age_unit in ('DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
    also_open text,
    item_state text,
    confidence text not null,
    primary key (type_code, position)
);

comment on table definition.exception_severity is 'Severities that hold for some children only; the gravest that applies wins.';
comment on column definition.exception_severity.type_code is 'Exception type.';
comment on column definition.exception_severity.position is 'Order in the file, from 1.';
comment on column definition.exception_severity.severity is 'Severity where the conditions of the row all hold.';
comment on column definition.exception_severity.from_age_amount is 'Holds from this age on; null for no such condition.';
comment on column definition.exception_severity.from_age_unit is 'Unit of it.';
comment on column definition.exception_severity.before_age_amount is 'Holds before this age is reached; null for no such condition.';
comment on column definition.exception_severity.before_age_unit is 'Unit of it.';
comment on column definition.exception_severity.also_open is 'Holds while this type too is found for the child; null for no such condition.';
comment on column definition.exception_severity.item_state is 'Holds while the pathway item of the finding is in this state; null for no such condition.';
comment on column definition.exception_severity.confidence is 'Mark of the fact.';

create table definition.exception_item (
    type_code text not null references definition.exception_type,
    position smallint not null,
    item_code text not null,
    primary key (type_code, position),
    unique (type_code, item_code)
);

comment on table definition.exception_item is 'Pathway items that an exception type watches.';
comment on column definition.exception_item.type_code is 'Exception type.';
comment on column definition.exception_item.position is 'Order in the file, from 1.';
comment on column definition.exception_item.item_code is 'The item (definition.pathway_item).';

create table definition.exception_parameter (
    type_code text not null references definition.exception_type,
    name text not null,
    value integer not null,
    unit text not null check (unit in ('DAYS', 'WORKING_DAYS', 'MONTHS', 'YEARS', 'TIMES', 'PERMILLE')),
    why text not null,
    source text not null,
    confidence text not null,
    primary key (type_code, name)
);

comment on table definition.exception_parameter is 'Thresholds of each rule, joined by its SELECT.';
comment on column definition.exception_parameter.type_code is 'Exception type.';
comment on column definition.exception_parameter.name is 'Name used in the SELECT.';
comment on column definition.exception_parameter.value is 'Whole number.';
comment on column definition.exception_parameter.unit is 'Unit of it.';
comment on column definition.exception_parameter.why is 'What it decides.';
comment on column definition.exception_parameter.source is 'Where it is written.';
comment on column definition.exception_parameter.confidence is 'Mark of the fact.';

create table definition.clock (
    type_code text not null references definition.exception_type,
    level smallint not null check (level between 1 and 3),
    reached_after integer not null,
    due_after integer not null,
    unit text not null check (unit in ('CALENDAR', 'WORKING')),
    primary key (type_code, level)
);

comment on table definition.clock is 'Escalation of each type: 1 service, 2 manager of the service, 3 service lead.';
comment on column definition.clock.type_code is 'Exception type.';
comment on column definition.clock.level is 'Escalation level.';
comment on column definition.clock.reached_after is 'The level holds from this long after the clock''s start.';
comment on column definition.clock.due_after is 'At this level the case is to be acted on this long after the clock''s start.';
comment on column definition.clock.unit is 'Calendar or working days.';

create table definition.closes_on (
    type_code text not null references definition.exception_type,
    evidence text not null,
    reason_code text not null,
    general boolean not null,
    sql_path text not null,
    primary key (type_code, evidence)
);

comment on table definition.closes_on is 'Evidence that closes cases of each type by itself.';
comment on column definition.closes_on.type_code is 'Exception type.';
comment on column definition.closes_on.evidence is 'Name of the SELECT in sql/50_exception/evidence.';
comment on column definition.closes_on.reason_code is 'Closure reason it gives.';
comment on column definition.closes_on.general is 'Whether it closes types in general (death, departure) rather than mending this very problem.';
comment on column definition.closes_on.sql_path is 'Path of the SELECT below sql/.';

create table definition.manual_closure (
    type_code text not null references definition.exception_type,
    reason_code text not null,
    primary key (type_code, reason_code)
);

comment on table definition.manual_closure is 'Closure reasons that staff may give for each type.';
comment on column definition.manual_closure.type_code is 'Exception type.';
comment on column definition.manual_closure.reason_code is 'Code of the list closure_reason.';

-- Outputs ---------------------------------------------------------------------------------------------------------

create table definition.output (
    output_id text primary key,
    version integer not null,
    title text not null,
    audience text not null,
    recipient text not null check (recipient in ('CHIS', 'RESTRICTED_LEAD', 'PRACTICE', 'AREA', 'PROVIDER', 'SERVICE', 'SENDER', 'PUBLIC')),
    tier text not null check (tier in ('T1', 'T2', 'T3', 'NONE')),
    formats text[] not null,
    restricted boolean not null,
    personal boolean not null,
    disclosure_profile text,
    row_limit integer,
    weekly_from smallint check (weekly_from between 1 and 7),
    daily_under_days integer,
    schedule_source text,
    schedule_confidence text
);

comment on table definition.output is 'Outputs that may be rendered; an undeclared one may not.';
comment on column definition.output.output_id is 'Id, also part of the file name.';
comment on column definition.output.version is 'Version of the declaration.';
comment on column definition.output.title is 'Title.';
comment on column definition.output.audience is 'Code of the list audience.';
comment on column definition.output.recipient is 'Kind of recipient; one file for each of them.';
comment on column definition.output.tier is 'Release tier.';
comment on column definition.output.formats is 'File formats.';
comment on column definition.output.restricted is 'Whether it carries restricted children, and then nobody else.';
comment on column definition.output.personal is 'Whether it has rows about people.';
comment on column definition.output.disclosure_profile is 'Profile of disclosure control; null for operations.';
comment on column definition.output.row_limit is 'Most rows in one file; null for no limit.';
comment on column definition.output.weekly_from is 'Day on which its weeks begin, Monday 1: the first night of a week sends the whole list; null where it is not weekly.';
comment on column definition.output.daily_under_days is 'On the other nights it lists the babies younger than this, in days; null for none.';
comment on column definition.output.schedule_source is 'Where the schedule is written.';
comment on column definition.output.schedule_confidence is 'Mark of the schedule.';

create table definition.output_column (
    output_id text not null references definition.output,
    sheet text not null,
    position smallint not null,
    header text not null,
    field text,
    kind text not null check (kind in ('FACT', 'STAFF', 'HIDDEN')),
    cell_type text not null check (cell_type in ('TEXT', 'DATE', 'INTEGER', 'PERCENT', 'LIST')),
    width smallint,
    list text,
    primary key (output_id, sheet, position)
);

comment on table definition.output_column is 'Columns of each sheet of an output.';
comment on column definition.output_column.output_id is 'Output.';
comment on column definition.output_column.sheet is 'Sheet, table or CSV.';
comment on column definition.output_column.position is 'From 1.';
comment on column definition.output_column.header is 'Header as printed.';
comment on column definition.output_column.field is 'Column of the publish row that fills it; null for a staff cell.';
comment on column definition.output_column.kind is 'Fact, staff cell or hidden.';
comment on column definition.output_column.cell_type is 'Type of cell.';
comment on column definition.output_column.width is 'Width in characters; null where the format has none.';
comment on column definition.output_column.list is 'Code list of a drop-down; null for none.';
