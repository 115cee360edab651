-- target: identity.trait
-- grain:  record_key
-- scope:  identity.trait_in_scope
-- joins:  hash
-- What a person, or a record that the cross-check leaves unanswered, says of a child in the form in which it is compared: names folded, postcodes without spaces, an address as
-- postcode and house numbers, and the keys under which it is found. Of a person also what PDS said before, so that a
-- family that moved and changed its name is still found. A restricted record is matched by number only (rulings 5) and has
-- no keys. An invalidated person without a survivor is never a candidate; it is BARRED, so that whatever resembles it is
-- left alone (SG-06).
with

rule as not materialized (

    select
        max(rule.position) filter (where rule.rule = 'NUMBER') as number,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_FAMILY_SOUND') as family_sound,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_GIVEN') as given,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_POSTCODE') as postcode,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_FAMILY_PART') as family_part,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_NAMES_SWAPPED') as names_swapped,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_PRACTICE') as practice,
        max(rule.position) filter (where rule.rule = 'BIRTH_DATE_SWAPPED') as birth_swapped,
        max(rule.position) filter (where rule.rule = 'ADDRESS_NEAR_BIRTH') as address,
        max(rule.position) filter (where rule.rule = 'NAMES_OUTWARD') as names_outward,
        max(rule.position) filter (where rule.rule = 'NAMES_BIRTH_YEAR') as names_year,
        max(rule.position) filter (where rule.rule = 'GIVEN_POSTCODE') as given_postcode,
        max(rule.position) filter (where rule.rule = 'NAMES_HOUSE') as names_house
    from definition.blocking_rule as rule
    where rule.active

),

setting as not materialized (

    select
        max(setting.value) filter (where setting.name = 'given_name_letters') as given_name_letters,
        string_to_array(max(setting.text_value) filter (where setting.name = 'compared_sexes'), ' ') as compared_sexes
    from definition.setting as setting

),

newborn as not materialized (

    -- One expression for all beginnings, here and below: a record is asked once.
    select '^(' || string_agg(stand_in.folded_prefix, '|') || ')' as pattern
    from definition.newborn_name as stand_in

),

no_place as not materialized (

    select '^(' || string_agg(
        pseudo.postcode || case when pseudo.match = 'EXACT' then '$' else '' end, '|') || ')' as pattern
    from definition.pseudo_postcode as pseudo

),

no_practice as not materialized (

    select '^(' || string_agg(
        pseudo.code || case when pseudo.match = 'EXACT' then '$' else '' end, '|') || ')' as pattern
    from definition.pseudo_practice as pseudo

),

-- Only what the cross-check leaves unanswered is compared.
unanswered as not materialized (

    select match.record_key
    from identity.match as match
    where match.person_record_key is null

),

said as (

    select
        person.record_key, 'pds' as feed, person.nhs_number, null::text as number_as_sent, true as number_verified,
        person.family_name, person.previous_family_name, person.given_name, person.person_birth_date,
        person.person_stated_gender_code, person.address_line_1,
        person.postcode, person.general_medical_practice_code as practice,
        case
            when person.restricted or stillbirth.code is not null then 'CLOSED'
            when person.invalid and person.superseded_by_nhs_number is null then 'BARRED'
            when person.invalid then 'CLOSED'
            else 'OPEN'
        end as standing
    from register.person as person
    left join definition.stillborn_indicator as stillbirth  -- left: most were born alive
        on stillbirth.code = person.stillbirth_indicator and stillbirth.stillborn
    union all
    select
        registration.record_key, registration.feed, registration.nhs_number, registration.nhs_number_as_sent,
        registration.nhs_number_status_indicator_code in (
            select status.code from definition.number_status as status where status.verified),
        registration.family_name, registration.previous_family_name, registration.given_name,
        registration.person_birth_date,
        registration.person_stated_gender_code, registration.address_line_1,
        registration.postcode, registration.general_medical_practice_code, 'OPEN'
    from register.gp_registration as registration
    inner join unanswered on unanswered.record_key = registration.record_key
    union all
    select
        caseload.record_key, 'hv-caseload', caseload.nhs_number, caseload.nhs_number_as_sent,
        caseload.nhs_number_status_indicator_code in (
            select status.code from definition.number_status as status where status.verified),
        caseload.family_name, null, caseload.given_name, caseload.person_birth_date,
        caseload.person_stated_gender_code, caseload.address_line_1, caseload.postcode, null, 'OPEN'
    from register.hv_caseload as caseload
    inner join unanswered on unanswered.record_key = caseload.record_key
    union all
    select
        chis.record_key, 'chis-register', chis.nhs_number, chis.nhs_number_as_sent,
        chis.nhs_number_status_indicator_code in (
            select status.code from definition.number_status as status where status.verified),
        chis.family_name, chis.previous_family_name, chis.given_name, chis.person_birth_date,
        chis.person_stated_gender_code, chis.address_line_1, chis.postcode, chis.general_medical_practice_code,
        case when chis.restricted then 'CLOSED' else 'OPEN' end
    from register.chis_record as chis
    inner join unanswered on unanswered.record_key = chis.record_key
    union all
    -- A school sends numbers without their status: none of them is verified.
    select
        roll.record_key, 'school-vaccination', roll.nhs_number, null, false,
        roll.family_name, null, roll.given_name, roll.person_birth_date,
        roll.person_stated_gender_code, roll.address_line_1, roll.postcode, null, 'OPEN'
    from register.school_roll as roll
    inner join unanswered on unanswered.record_key = roll.record_key

),

-- A whole night asks for no list of what changed.
changed as not materialized (

    select said.*
    from said
    where (select night.whole from identity.whole_night as night)
        or said.record_key in (select in_scope.record_key from identity.trait_in_scope as in_scope)

),

-- What PDS said before of a person, where it differs from what it says now.
before as not materialized (

    select message.record_key, message.family_name, message.postcode, message.address_line_1
    from register.pds_message as message
    inner join register.person as person
        on person.record_key = message.record_key and not person.restricted and not person.invalid
    where message.known_date <= engine.known_at() and not coalesce(message.restricted, false)
        and (
            message.family_name <> person.family_name or message.postcode <> person.postcode
            or person.postcode is null and message.postcode is not null
            or message.address_line_1 <> person.address_line_1
        )

),

-- Places that PDS said before, where there are any.
place_before as (

    select
        placed.record_key,
        array_agg(distinct placed.postcode) as postcodes,
        array_agg(distinct placed.postcode || ' ' || placed.house) filter (where placed.house <> '') as places
    from (
        select
            before.record_key,
            upper(replace(before.postcode, ' ', '')) as postcode,
            identity.house(before.address_line_1) as house
        from before
        where before.postcode is not null
    ) as placed
    cross join no_place
    where placed.postcode !~ no_place.pattern
    group by placed.record_key

),

name_before as (

    select before.record_key, array_agg(distinct identity.folded(before.family_name)) as families
    from before
    where identity.folded(before.family_name) <> ''
    group by before.record_key

),

-- Each step below works out its columns once for each row: "offset 0" keeps the steps apart.
folded as (

    select
        changed.record_key, changed.feed, changed.standing, changed.nhs_number, changed.number_as_sent,
        coalesce(changed.number_verified, false) as number_verified,
        changed.person_birth_date as birth_date,
        case
            when changed.person_stated_gender_code = any ((select setting.compared_sexes from setting)::text[])
                then changed.person_stated_gender_code
        end as sex,
        nullif(left(identity.folded(changed.given_name), 60), '') as given,
        -- One letter is no family name.
        nullif(regexp_replace(left(identity.folded(changed.family_name), 60), '^.$', ''), '') as family,
        nullif(identity.folded(changed.previous_family_name), '') as previous_family,
        case
            when changed.family_name ~ '[- ]' or changed.previous_family_name ~ '[- ]'
                then regexp_split_to_array(
                    concat_ws(' ', changed.family_name, changed.previous_family_name), '[- ]+')
        end as words,
        case
            when changed.standing <> 'CLOSED'
                and upper(replace(changed.postcode, ' ', '')) !~ (select no_place.pattern from no_place)
                then upper(replace(changed.postcode, ' ', ''))
        end as postcode,
        nullif(identity.house(changed.address_line_1), '') as house,
        case when changed.practice !~ (select no_practice.pattern from no_practice) then changed.practice end as practice
    from changed
    offset 0

),

gathered as (

    select
        folded.*,
        array_remove(array[folded.family, folded.previous_family], null) || coalesce(name_before.families, '{}')
            as families,
        case
            when folded.words is null then '{}'::text[]
            else array(
                select distinct identity.folded(word.word)
                from unnest(folded.words) as word (word)
                where length(identity.folded(word.word)) > (select setting.given_name_letters from setting)
                order by 1
            )
        end as words_folded,
        array_remove(array[folded.postcode], null) || coalesce(place_before.postcodes, '{}') as postcodes,
        array_remove(array[folded.postcode || ' ' || folded.house], null) || coalesce(place_before.places, '{}')
            as places
    from folded
    left join place_before on place_before.record_key = folded.record_key  -- left: most lived nowhere else
    left join name_before on name_before.record_key = folded.record_key  -- left: most keep their name
    offset 0

),

keyed as (

    select
        gathered.*,
        gathered.families || gathered.words_folded as family_parts,
        -- Slips of the pen come past the middle of a name.
        left(gathered.given, 3) as given_begins,
        left(gathered.family, 3) as family_begins,
        left(gathered.postcode, length(gathered.postcode) - 3) as outward,
        gathered.birth_date::text as born,
        -- A day that could be a month, the other way round.
        case
            when extract(day from gathered.birth_date) <= 12 then to_char(gathered.birth_date, 'YYYY-DD-MM')
        end as born_swapped
    from gathered
    offset 0

)

select
    keyed.record_key,
    keyed.feed,
    record.source_system || ' ' || record.organisation_code as source_system,
    keyed.standing,
    keyed.nhs_number,
    keyed.number_as_sent,
    keyed.number_verified,
    keyed.given,
    coalesce(keyed.given ~ (select newborn.pattern from newborn), false) as given_is_stand_in,
    keyed.family,
    keyed.families,
    keyed.family_parts,
    keyed.birth_date,
    keyed.sex,
    keyed.outward,
    keyed.postcodes,
    keyed.places,
    keyed.practice,
    case
        when keyed.standing = 'CLOSED' then '{}'::bigint[]
        else
            array_remove(
                array[
                    identity.block_key(rule.number, keyed.nhs_number),
                    identity.block_key(rule.family_sound, keyed.born || extension.dmetaphone(keyed.family)),
                    identity.block_key(rule.given, keyed.born || keyed.given_begins),
                    identity.block_key(
                        rule.names_swapped,
                        keyed.born || case when keyed.feed = 'pds' then keyed.given else keyed.family end),
                    identity.block_key(rule.practice, keyed.born || keyed.practice),
                    identity.block_key(
                        rule.birth_swapped,
                        case when keyed.feed = 'pds' then keyed.born else keyed.born_swapped end || keyed.given),
                    identity.block_key(
                        rule.names_outward, keyed.given_begins || ' ' || keyed.family_begins || ' ' || keyed.outward),
                    -- A record with a birth date is found by that.
                    case
                        when keyed.feed = 'pds' or keyed.born is null
                            then identity.block_key(
                                rule.names_house,
                                keyed.given_begins || ' ' || keyed.family_begins || ' ' || keyed.house)
                    end,
                    identity.block_key(
                        rule.names_year, keyed.given || ' ' || keyed.family || ' ' || left(keyed.born, 4)),
                    identity.block_key(rule.postcode, keyed.born || keyed.postcodes[1]),
                    identity.block_key(rule.given_postcode, keyed.given_begins || ' ' || keyed.postcodes[1]),
                    case
                        when keyed.feed <> 'pds'
                            then identity.block_key(
                                rule.given_postcode, keyed.family_begins || ' ' || keyed.postcodes[1])
                    end,
                    identity.block_key(rule.address, keyed.places[1]),
                    identity.block_key(rule.family_part, keyed.born || keyed.family_parts[1])
                ],
                null)
            || case
                when cardinality(keyed.postcodes) > 1
                    then array(
                        select identity.block_key(rule.postcode, keyed.born || postcode.postcode)
                        from unnest(keyed.postcodes[2:]) as postcode (postcode)
                        where keyed.born is not null and rule.postcode is not null
                        union all
                        select identity.block_key(rule.given_postcode, keyed.given_begins || ' ' || postcode.postcode)
                        from unnest(keyed.postcodes[2:]) as postcode (postcode)
                        where keyed.given is not null and rule.given_postcode is not null
                    )
                else '{}'::bigint[]
            end
            || case
                when cardinality(keyed.places) > 1
                    then array(
                        select identity.block_key(rule.address, place.place)
                        from unnest(keyed.places[2:]) as place (place)
                        where rule.address is not null
                    )
                else '{}'::bigint[]
            end
            || case
                when cardinality(keyed.family_parts) > 1
                    then array(
                        select identity.block_key(rule.family_part, keyed.born || part.part)
                        from unnest(keyed.family_parts[2:]) as part (part)
                        where keyed.born is not null and rule.family_part is not null
                    )
                else '{}'::bigint[]
            end
    end as block_keys
from keyed
cross join rule
inner join register.record as record on record.record_key = keyed.record_key
