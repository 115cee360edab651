-- Linkage of records without a good number: what is compared, who is compared with whom, and what came of it.

-- The nights that look at every record again: a first load, a full evaluation, other definitions or another program.
create view identity.whole_night as
select not exists (
    select
    from engine.run as tonight
    inner join engine.run as before
        on before.business_date = (
            select max(earlier.business_date) from engine.run as earlier
            where earlier.business_date < engine.business_date()
        )
    where tonight.business_date = engine.business_date()
        and not tonight.baseline and not tonight.full_evaluation
        and tonight.code_version = before.code_version
        and tonight.definitions_hash = before.definitions_hash
) as whole;
comment on view identity.whole_night is 'Whether tonight looks at every record again, not only at what changed.';
comment on column identity.whole_night.whole is 'True in a first or full night, or when the rules or the program changed.';

-- Records of which a register or PDS says something else than last night; in a whole night, all of them.
create view identity.changed_record as
select person.record_key
from register.person_history as person
where lower(person.nights) = engine.business_date() or upper(person.nights) = engine.business_date()
    or (select night.whole from identity.whole_night as night)
union
select registration.record_key
from register.gp_registration_history as registration
where lower(registration.nights) = engine.business_date() or upper(registration.nights) = engine.business_date()
    or (select night.whole from identity.whole_night as night)
union
select caseload.record_key
from register.hv_caseload_history as caseload
where lower(caseload.nights) = engine.business_date() or upper(caseload.nights) = engine.business_date()
    or (select night.whole from identity.whole_night as night)
union
select chis.record_key
from register.chis_record_history as chis
where lower(chis.nights) = engine.business_date() or upper(chis.nights) = engine.business_date()
    or (select night.whole from identity.whole_night as night);
comment on view identity.changed_record is 'Records of which a source says something else tonight than before.';
comment on column identity.changed_record.record_key is 'The record.';

-- Those, and the records that the cross-check answers otherwise than last night.
create view identity.trait_in_scope as
select changed.record_key
from identity.changed_record as changed
union
select match.record_key
from identity.match_history as match
where lower(match.nights) = engine.business_date() or upper(match.nights) = engine.business_date();
comment on view identity.trait_in_scope is 'Records whose comparable form may be another tonight than before.';
comment on column identity.trait_in_scope.record_key is 'The record.';

create table identity.trait_history (
    record_key bigint not null,
    feed text not null,
    source_system text not null,
    standing text not null check (standing in ('OPEN', 'BARRED', 'CLOSED')),
    nhs_number text,
    number_as_sent text,
    number_verified boolean not null,
    given text,
    given_is_stand_in boolean not null,
    family text,
    families text[] not null,
    family_parts text[] not null,
    birth_date date,
    sex text,
    outward text,
    postcodes text[] not null,
    places text[] not null,
    practice text,
    block_keys bigint[] not null,
    nights daterange not null
);
call engine.keep_history('identity', 'trait', 'record_key');
create index trait_history_number on identity.trait_history (nhs_number) where upper_inf(nights);

create table identity.name_frequency_history (
    kind text not null check (kind in ('GIVEN', 'FAMILY', 'PERSONS')),
    name text not null,
    bits integer not null,
    nights daterange not null
);
call engine.keep_history('identity', 'name_frequency', 'kind, name');

create table identity.twin_history (
    record_key bigint not null,
    nights daterange not null
);
call engine.keep_history('identity', 'twin', 'record_key');

create table identity.work_history (
    record_key bigint not null,
    nights daterange not null
);
call engine.keep_history('identity', 'work', 'record_key');

create table identity.candidate_history (
    record_key bigint not null,
    place integer not null,
    person_record_key bigint not null,
    blocking_rule text not null,
    weight numeric not null,
    verdict text not null check (verdict in ('LINKED', 'REVIEW', 'UNLINKED')),
    reason text not null,
    tells_twins boolean not null,
    comparison jsonb not null,
    model_version integer not null,
    nights daterange not null
);
call engine.keep_history('identity', 'candidate', 'record_key, place');

create table identity.decision_history (
    record_key bigint not null,
    person_record_key bigint,
    candidate_person_record_key bigint,
    method text not null,
    match_weight numeric not null,
    decision text not null check (decision in ('LINKED', 'REVIEW', 'UNLINKED')),
    reason text not null,
    nights daterange not null
);
call engine.keep_history('identity', 'decision', 'record_key');

-- The key of a blocking rule: two rows that share one are compared. The low byte is the rule's position.
create function identity.block_key(rule integer, value text) returns bigint
    language sql immutable strict parallel safe
    return (hashtextextended(value, 0) & (-256)::bigint) | rule::bigint;
comment on function identity.block_key(integer, text) is 'Key of one blocking rule for one value; null where either is.';

-- House numbers are written alike everywhere, street names are not; a house without a number goes by its letters.
create function identity.house(address_line text) returns text
    language sql immutable parallel safe
    return coalesce(
        nullif(btrim(regexp_replace(address_line, '[^0-9]+', ' ', 'g')), ''), identity.folded(address_line));
comment on function identity.house(text) is 'The part of a first address line by which two spellings of it are compared.';

-- Names that one slip of a pen turns into each other, or that share most of their trigrams. Both are folded.
create function identity.close_names(one text, other text, letters_per_edit integer, similarity real) returns boolean
    language sql immutable parallel safe
    return extension.levenshtein_less_equal(one, other, least(length(one), length(other)) / letters_per_edit)
        <= least(length(one), length(other)) / letters_per_edit
        or extension.similarity(one, other) >= similarity;
comment on function identity.close_names(text, text, integer, real) is 'Whether two folded names are close.';

-- Dates that differ in one digit.
create function identity.one_digit_apart(one date, other date) returns boolean
    language sql immutable parallel safe
    return extension.levenshtein_less_equal(to_char(one, 'YYYYMMDD'), to_char(other, 'YYYYMMDD'), 1, 1, 1, 1) <= 1
        and length(to_char(one, 'YYYYMMDD')) = length(to_char(other, 'YYYYMMDD'));
comment on function identity.one_digit_apart(date, date) is 'Whether two birth dates differ in one digit.';
