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
    or (select night.whole from identity.whole_night as night)
union
select roll.record_key
from register.school_roll_history as roll
where lower(roll.nights) = engine.business_date() or upper(roll.nights) = engine.business_date()
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
-- Nobody asks how often a key or a part of a name occurs; counting that took longer than writing the rows.
alter table identity.trait_history
    alter column block_keys set statistics 0,
    alter column families set statistics 0,
    alter column family_parts set statistics 0,
    alter column postcodes set statistics 0,
    alter column places set statistics 0;

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

-- As many of each letter. It is asked only of the few texts that get so far: a query in a function costs more than the rest.
create function identity.same_letters(one text, other text) returns boolean
    language sql immutable parallel safe
    return (select string_agg(letter, '' order by letter) from regexp_split_to_table(one, '') as letter)
        = (select string_agg(letter, '' order by letter) from regexp_split_to_table(other, '') as letter);
comment on function identity.same_letters(text, text) is 'Whether two texts have the same letters in any order.';

create function identity.changed_round(one text, other text) returns boolean
    language sql immutable parallel safe
    return length(one) = length(other) and extension.levenshtein_less_equal(one, other, 2) = 2
        and identity.same_letters(one, other);
comment on function identity.changed_round(text, text)
    is 'Whether two texts differ by two letters or digits changed round.';

-- Names that one slip of a pen turns into each other, or that share most of their trigrams. Both are folded.
create function identity.close_names(one text, other text, letters_per_edit integer, similarity real) returns boolean
    language sql immutable parallel safe
    return extension.levenshtein_less_equal(one, other, least(length(one), length(other)) / letters_per_edit)
        <= least(length(one), length(other)) / letters_per_edit
        or extension.similarity(one, other) >= similarity
        or identity.changed_round(one, other);
comment on function identity.close_names(text, text, integer, real) is 'Whether two folded names are close.';

-- Given and family name the wrong way round, either perhaps with a slip besides. The name in force comes first of each list.
create function identity.names_swapped(
    given text, families text[], person_given text, person_families text[], letters_per_edit integer,
    similarity real) returns boolean
    language sql immutable parallel safe
    return (
            given = any (person_families)
            or identity.close_names(given, person_families[1], letters_per_edit, similarity)
        ) and (
            person_given = any (families)
            or identity.close_names(person_given, families[1], letters_per_edit, similarity)
        );
comment on function identity.names_swapped(text, text[], text, text[], integer, real)
    is 'Whether one''s given name is the other''s family name, both ways.';

-- Dates that differ in one digit, or in two changed round.
create function identity.one_digit_apart(one date, other date) returns boolean
    language sql immutable parallel safe
    return extension.levenshtein_less_equal(to_char(one, 'YYYYMMDD'), to_char(other, 'YYYYMMDD'), 1, 1, 1, 1) <= 1
        and length(to_char(one, 'YYYYMMDD')) = length(to_char(other, 'YYYYMMDD'))
        or identity.changed_round(to_char(one, 'YYYYMMDD'), to_char(other, 'YYYYMMDD'));
comment on function identity.one_digit_apart(date, date) is 'Whether two birth dates differ in one digit or by two digits changed round.';

-- The level of agreement of each field: the first that fits (definition.linkage_weight). A record comes first, then a person.
create function identity.number_level(
    contradicted boolean, sent text, is_number boolean, person_number text) returns text
    language sql immutable parallel safe
    return case
        when contradicted or sent is null then 'MISSING'
        when extension.levenshtein_less_equal(left(sent, 20), person_number, 1) <= 1 then 'NEAR'
        when is_number then 'DIFFERS'
        else 'MISSING'
    end;
comment on function identity.number_level(boolean, text, boolean, text) is 'How far an NHS number as sent agrees.';

create function identity.given_level(
    given text, families text[], stand_in boolean, person_given text, person_families text[], person_stand_in boolean,
    is_variant boolean, first_letters integer, letters_per_edit integer, similarity real) returns text
    language sql immutable parallel safe
    return case
        when coalesce(stand_in, false) or coalesce(person_stand_in, false) or given is null or person_given is null
            then 'MISSING'
        when given = person_given then 'EXACT'
        when is_variant then 'VARIANT'
        when given = any (person_families) and person_given = any (families) then 'SWAPPED'
        when length(given) = 1 or length(person_given) = 1
            then case when left(given, 1) = left(person_given, 1) then 'INITIAL' else 'DIFFERS' end
        when identity.close_names(given, person_given, letters_per_edit, similarity) then 'CLOSE'
        when identity.names_swapped(given, families, person_given, person_families, letters_per_edit, similarity)
            then 'SWAPPED'
        when left(given, first_letters) = left(person_given, first_letters) then 'STEM'
        else 'DIFFERS'
    end;
comment on function identity.given_level(text, text[], boolean, text, text[], boolean, boolean, integer, integer, real)
    is 'How far two given names agree.';

create function identity.family_level(
    family text, families text[], parts text[], given text, person_family text, person_families text[],
    person_parts text[], person_given text, letters_per_edit integer, similarity real) returns text
    language sql immutable parallel safe
    return case
        when family is null or person_family is null then 'MISSING'
        when family = person_family then 'EXACT'
        when families && person_families then 'PREVIOUS'
        when parts && person_parts then 'PART'
        when given = person_family and person_given = family then 'SWAPPED'
        when identity.close_names(family, person_family, letters_per_edit, similarity)
            or nullif(extension.dmetaphone(family), '') = extension.dmetaphone(person_family) then 'CLOSE'
        when identity.names_swapped(given, families, person_given, person_families, letters_per_edit, similarity)
            then 'SWAPPED'
        else 'DIFFERS'
    end;
comment on function identity.family_level(text, text[], text[], text, text, text[], text[], text, integer, real)
    is 'How far two family names agree.';

create function identity.birth_level(born date, person_born date) returns text
    language sql immutable parallel safe
    return case
        when born is null or person_born is null then 'MISSING'
        when born = person_born then 'EXACT'
        when to_char(born, 'YYYYDDMM') = to_char(person_born, 'YYYYMMDD') then 'SWAPPED'
        when identity.one_digit_apart(born, person_born) then 'ONE_DIGIT'
        when extract(year from born) = extract(year from person_born) then 'YEAR'
        else 'DIFFERS'
    end;
comment on function identity.birth_level(date, date) is 'How far two birth dates agree.';

create function identity.place_level(
    postcodes text[], places text[], outward text, person_postcodes text[], person_places text[],
    person_outward text) returns text
    language sql immutable parallel safe
    return case
        when postcodes = '{}' or person_postcodes = '{}' then 'MISSING'
        when places && person_places then 'ADDRESS'
        when postcodes && person_postcodes then 'POSTCODE'
        when extension.levenshtein_less_equal(postcodes[1], person_postcodes[1], 1) <= 1
            or identity.changed_round(postcodes[1], person_postcodes[1]) then 'NEAR'
        when outward = person_outward then 'OUTWARD'
        else 'DIFFERS'
    end;
comment on function identity.place_level(text[], text[], text, text[], text[], text) is 'How far two places agree.';

create function identity.same_level(one text, other text) returns text
    language sql immutable parallel safe
    return case when one is null or other is null then 'MISSING' when one = other then 'AGREES' else 'DIFFERS' end;
comment on function identity.same_level(text, text) is 'Whether two codes agree.';

-- What people said about who is who, never rewritten (docs/adr/0018).
create table identity.answer (
    answer_no bigint primary key,
    record_key bigint not null references register.record,
    other_record_key bigint not null references register.record,
    verdict text not null check (verdict in ('SAME', 'DIFFERENT', 'WITHDRAWN')),
    said_by text not null check (said_by <> ''),
    reason text not null check (reason <> ''),
    origin text not null,
    persons_needed integer not null,
    compared text not null,
    after_night date not null,
    check (record_key <> other_record_key)
);
create index answer_pair on identity.answer (record_key, other_record_key);

create table identity.ruling_history (
    record_key bigint not null,
    other_record_key bigint not null,
    verdict text not null check (verdict in ('SAME', 'DIFFERENT')),
    answer_no bigint not null,
    nights daterange not null
);
call engine.keep_history('identity', 'ruling', 'record_key, other_record_key');

create table identity.joined_history (
    record_key bigint not null,
    child_record_key bigint not null,
    nights daterange not null
);
call engine.keep_history('identity', 'joined', 'record_key');

-- What a record says of its child, as a fingerprint: whoever said that two records are different children is asked again
-- only when either says something else.
create view identity.likeness as
select
    said.record_key,
    encode(sha256(convert_to(concat_ws('|',
        said.nhs_number, identity.folded(said.family_name), identity.folded(said.given_name),
        said.person_birth_date, replace(said.postcode, ' ', '')), 'UTF8')), 'hex') as digest
from (
    select record_key, nhs_number, family_name, given_name, person_birth_date, postcode from register.person
    union all
    select record_key, nhs_number, family_name, given_name, person_birth_date, postcode from register.gp_registration
    union all
    select record_key, nhs_number, family_name, given_name, person_birth_date, postcode from register.hv_caseload
    union all
    select record_key, nhs_number, family_name, given_name, person_birth_date, postcode from register.chis_record
    union all
    select record_key, nhs_number, family_name, given_name, person_birth_date, postcode from register.school_roll
) as said;
