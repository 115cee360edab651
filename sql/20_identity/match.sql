-- target: identity.match
-- grain:  record_key
-- Whether a register record, or a name on a school's list, is that of the person whose number it carries: the cross-check of rulings 5. What cannot be
-- linked so is listed, not guessed.
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'newborn_name_days') as newborn_name_days,
        max(setting.value) filter (where setting.name = 'given_name_letters') as given_name_letters
    from definition.setting as setting

),

record as (

    select
        registration.record_key, registration.feed, registration.nhs_number, registration.family_name,
        registration.previous_family_name, registration.given_name, registration.person_birth_date
    from register.gp_registration as registration
    union all
    select
        caseload.record_key, 'hv-caseload', caseload.nhs_number, caseload.family_name,
        null, caseload.given_name, caseload.person_birth_date
    from register.hv_caseload as caseload
    union all
    select
        chis.record_key, 'chis-register', chis.nhs_number, chis.family_name,
        chis.previous_family_name, chis.given_name, chis.person_birth_date
    from register.chis_record as chis
    union all
    select
        roll.record_key, 'school-vaccination', roll.nhs_number, roll.family_name, null, roll.given_name,
        roll.person_birth_date
    from register.school_roll as roll

),

numbered as (

    select
        record.*,
        coalesce(number.surviving_nhs_number, record.nhs_number) as surviving_nhs_number,
        number.nhs_number is not null as superseded_number_sent
    from record
    left join identity.number as number on number.nhs_number = record.nhs_number  -- left: most numbers stand

),

-- The beginnings of newborns' stand-ins as one expression: a name is asked once.
newborn as (

    select '^(' || string_agg(stand_in.folded_prefix, '|') || ')' as pattern
    from definition.newborn_name as stand_in

),

-- Each name is folded once ("offset 0" keeps the steps apart), and in parallel.
compared as (

    select
        numbered.*,
        person.record_key as person_record_key,
        person.person_birth_date as person_birth_date_on_pds,
        folded.given,
        folded.person_given,
        coalesce(folded.given, '') <> '' and coalesce(folded.person_given, '') <> '' as both_given,
        coalesce(folded.family, '') <> '' and coalesce(folded.person_family, '') <> '' as both_family,
        folded.is_newborn and coalesce(folded.given ~ (select newborn.pattern from newborn), false) as given_is_stand_in,
        folded.is_newborn and coalesce(folded.person_given ~ (select newborn.pattern from newborn), false)
            as person_given_is_stand_in,
        numbered.person_birth_date = person.person_birth_date as birth_date_agrees,
        reference.birth_dates_nearly_agree(numbered.person_birth_date, person.person_birth_date)
            as birth_date_nearly_agrees,
        -- A family name contradicts when it equals no current or previous family name of the other.
        folded.family <> folded.person_family
        and folded.family is distinct from identity.folded(person.previous_family_name)
        and identity.folded(numbered.previous_family_name) is distinct from folded.person_family as family_differs,
        (select setting.given_name_letters from setting) as given_name_letters
    from numbered
    inner join register.person as person on person.nhs_number = numbered.surviving_nhs_number
    cross join lateral (
        select
            identity.folded(numbered.given_name) as given,
            identity.folded(person.given_name) as person_given,
            identity.folded(numbered.family_name) as family,
            identity.folded(person.family_name) as person_family,
            coalesce(
                engine.business_date() - coalesce(person.person_birth_date, numbered.person_birth_date)
                < (select setting.newborn_name_days from setting), false) as is_newborn
        offset 0
    ) as folded

),

named as (

    select
        compared.*,
        compared.both_given
        and left(compared.given, compared.given_name_letters)
        <> left(compared.person_given, compared.given_name_letters)
        and not compared.given_is_stand_in and not compared.person_given_is_stand_in as given_contradicts,
        compared.both_family and compared.family_differs as family_contradicts
    from compared

),

better_sibling as (

    -- A child of the same birth date at the same address whose given name fits better: a twin's row under the wrong number.
    -- With a twin about, a given name that contradicts is never outvoted by what twins share.
    select distinct named.record_key
    from named
    cross join definition.linkage_model as model
    inner join register.person as own on own.record_key = named.person_record_key
    inner join register.person as sibling
        on sibling.person_birth_date = own.person_birth_date
        and coalesce(sibling.postcode, sibling.last_postcode) = coalesce(own.postcode, own.last_postcode)
        and sibling.address_line_1 is not distinct from own.address_line_1
        and sibling.record_key <> own.record_key
        and sibling.superseded_by_nhs_number is null
    where named.given <> named.person_given and named.given <> '' and not named.given_is_stand_in
        and (
            identity.folded(sibling.given_name) = named.given
            or named.given_contradicts
            or (
                left(named.given, named.given_name_letters) <> left(named.person_given, named.given_name_letters)
                and left(identity.folded(sibling.given_name), named.given_name_letters)
                = left(named.given, named.given_name_letters)
            )
            or (
                identity.close_names(
                    identity.folded(sibling.given_name), named.given, model.letters_per_edit, model.close_similarity)
                and not identity.close_names(
                    named.person_given, named.given, model.letters_per_edit, model.close_similarity)
            )
        )

),

judged as (

    select
        named.record_key,
        named.person_record_key,
        named.superseded_number_sent,
        named.person_birth_date is not null and not coalesce(named.birth_date_agrees, false) as birth_date_differs,
        better_sibling.record_key is null
        and case
            when named.birth_date_agrees
                then not named.given_contradicts and not named.family_contradicts
                or named.given_contradicts and named.both_family and not named.family_contradicts
                or named.family_contradicts and named.both_given and not named.given_contradicts
            when named.birth_date_nearly_agrees or named.person_birth_date is null
                or named.person_birth_date_on_pds is null
                then named.both_given and not named.given_contradicts
                and named.both_family and not named.family_contradicts
            else false
        end as agrees
    from named
    left join better_sibling on better_sibling.record_key = named.record_key  -- left: no sibling fits better

)

select
    numbered.record_key,
    numbered.feed,
    case when judged.agrees then judged.person_record_key end as person_record_key,
    numbered.nhs_number,
    coalesce(not judged.agrees, false) as number_contradicted,
    coalesce(judged.birth_date_differs and judged.agrees, false) as birth_date_differs,
    numbered.superseded_number_sent
from numbered
left join judged on judged.record_key = numbered.record_key  -- left: no number, or one PDS does not hold
