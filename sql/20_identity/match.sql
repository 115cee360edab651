-- target: identity.match
-- grain:  record_key
-- joins:  hash
-- Whether a register record, or a name on a school's list, is that of the person whose number it carries: the cross-check
-- of rulings 5. What cannot be linked so is listed, not guessed. Where PDS holds another child of the same birth date at that
-- address, whichever the given name fits better is meant, or the one whose birth order it gives; where neither decides, the
-- number is not contradicted and not enough either: it goes to a person.
with

setting as not materialized (

    select
        max(setting.value) filter (where setting.name = 'newborn_name_days') as newborn_name_days,
        max(setting.value) filter (where setting.name = 'given_name_letters') as given_name_letters
    from definition.setting as setting

),

record as (

    select
        registration.record_key, registration.feed, registration.nhs_number, registration.family_name,
        registration.previous_family_name, registration.given_name, registration.person_birth_date,
        null::integer as birth_order
    from register.gp_registration as registration
    union all
    select
        caseload.record_key, 'hv-caseload', caseload.nhs_number, caseload.family_name,
        null, caseload.given_name, caseload.person_birth_date, null
    from register.hv_caseload as caseload
    union all
    select
        chis.record_key, 'chis-register', chis.nhs_number, chis.family_name,
        chis.previous_family_name, chis.given_name, chis.person_birth_date, chis.birth_order
    from register.chis_record as chis
    union all
    select
        roll.record_key, 'school-vaccination', roll.nhs_number, roll.family_name, null, roll.given_name,
        roll.person_birth_date, null
    from register.school_roll as roll

),

numbered as materialized (

    select
        record.*,
        number.nhs_number is not null as superseded_number_sent,
        person.record_key as person_record_key,
        person.family_name as person_family_name,
        person.previous_family_name as person_previous_family_name,
        person.given_name as person_given_name,
        person.person_birth_date as person_birth_date_on_pds,
        -- Most records say the same to the letter: of those no name is looked at. Newborns may bear a stand-in for one.
        coalesce(
            record.person_birth_date = person.person_birth_date and record.given_name = person.given_name
            and record.family_name = person.family_name
            and engine.business_date() - person.person_birth_date >= (select setting.newborn_name_days from setting),
            false) as same_to_the_letter
    from record
    left join identity.number as number on number.nhs_number = record.nhs_number  -- left: most numbers stand
    left join register.person as person  -- left: no number, or one that PDS does not hold
        on person.nhs_number = coalesce(number.surviving_nhs_number, record.nhs_number)

),

-- The beginnings of newborns' stand-ins as one expression: a name is asked once.
newborn as (

    select '^(' || string_agg(stand_in.folded_prefix, '|') || ')' as pattern
    from definition.newborn_name as stand_in

),

-- Each name is folded once ("offset 0" keeps the steps apart).
compared as (

    select
        numbered.*,
        folded.given,
        folded.person_given,
        folded.family,
        folded.person_family,
        coalesce(folded.given, '') <> '' and coalesce(folded.person_given, '') <> '' as both_given,
        coalesce(folded.family, '') <> '' and coalesce(folded.person_family, '') <> '' as both_family,
        folded.is_newborn,
        folded.is_newborn and coalesce(folded.given ~ (select newborn.pattern from newborn), false) as given_is_stand_in,
        folded.is_newborn and coalesce(folded.person_given ~ (select newborn.pattern from newborn), false)
            as person_given_is_stand_in,
        numbered.person_birth_date = numbered.person_birth_date_on_pds as birth_date_agrees,
        reference.birth_dates_nearly_agree(numbered.person_birth_date, numbered.person_birth_date_on_pds)
            as birth_date_nearly_agrees,
        -- A family name contradicts when it equals no current or previous family name of the other.
        folded.family <> folded.person_family
        and folded.family is distinct from identity.folded(numbered.person_previous_family_name)
        and identity.folded(numbered.previous_family_name) is distinct from folded.person_family as family_differs,
        (select setting.given_name_letters from setting) as given_name_letters
    from numbered
    cross join lateral (
        select
            identity.folded(numbered.given_name) as given,
            identity.folded(numbered.person_given_name) as person_given,
            identity.folded(numbered.family_name) as family,
            identity.folded(numbered.person_family_name) as person_family,
            coalesce(
                engine.business_date() - coalesce(numbered.person_birth_date_on_pds, numbered.person_birth_date)
                < (select setting.newborn_name_days from setting), false) as is_newborn
        offset 0
    ) as folded
    where numbered.person_record_key is not null and not numbered.same_to_the_letter

),

named as materialized (

    select
        compared.*,
        compared.both_given
        and left(compared.given, compared.given_name_letters)
        <> left(compared.person_given, compared.given_name_letters)
        and not compared.given_is_stand_in and not compared.person_given_is_stand_in as given_contradicts,
        compared.both_family and compared.family_differs as family_contradicts,
        -- "Twin 2" says which of them it is.
        coalesce(
            compared.birth_order,
            case when compared.given_is_stand_in then substring(compared.given_name, '([1-9])[^0-9]*$')::integer end)
            as said_birth_order
    from compared

),

-- The child of the number and every child of the same birth date at that address, where there are any of those.
claimant as (

    select
        named.record_key,
        person.record_key = named.person_record_key as is_own,
        named.said_birth_order = (
            select max(message.birth_order)
            from register.pds_message as message
            where message.record_key = person.record_key and message.known_date <= engine.known_at()
        ) as birth_order_agrees,
        named.given, named.family, named.given_is_stand_in, named.given_name_letters,
        identity.folded(person.given_name) as person_given,
        identity.folded(person.family_name) as person_family,
        named.is_newborn
        and coalesce(identity.folded(person.given_name) ~ (select newborn.pattern from newborn), false)
            as person_given_is_stand_in
    from named
    inner join register.person as own on own.record_key = named.person_record_key
    inner join register.person as person
        on person.person_birth_date = own.person_birth_date
        and coalesce(person.postcode, person.last_postcode) = coalesce(own.postcode, own.last_postcode)
        and person.address_line_1 is not distinct from own.address_line_1
        and (person.superseded_by_nhs_number is null or person.record_key = own.record_key)

),

-- How well the given name fits each: the levels of linkage in their order, of those that mean agreement.
fitting as (

    select
        claimant.record_key,
        min(weight.position) filter (where claimant.is_own) as own_fit,
        min(weight.position) filter (where not claimant.is_own) as sibling_fit,
        bool_or(claimant.is_own and weight.level = 'EXACT') as own_exactly,
        -- No name, or a newborn's stand-in, on either side: it speaks for no twin and against none.
        bool_or(
            claimant.is_own and (
                coalesce(claimant.given, '') = '' or claimant.given_is_stand_in
                or coalesce(claimant.person_given, '') = '' or claimant.person_given_is_stand_in
            )
        ) as own_name_silent,
        coalesce(bool_or(claimant.birth_order_agrees) filter (where claimant.is_own), false) as own_birth_order,
        coalesce(bool_or(claimant.birth_order_agrees) filter (where not claimant.is_own), false) as sibling_birth_order
    from claimant
    cross join definition.linkage_model as model
    left join definition.given_name_variant as variant  -- left: most names are not forms of one another
        on least(variant.folded_name, variant.folded_variant) = least(claimant.given, claimant.person_given)
        and greatest(variant.folded_name, variant.folded_variant) = greatest(claimant.given, claimant.person_given)
    left join definition.linkage_weight as weight  -- left: the name says nothing of this child
        on weight.field = 'GIVEN' and weight.agrees
        and weight.level = identity.given_level(
            nullif(claimant.given, ''), array[claimant.family], claimant.given_is_stand_in,
            nullif(claimant.person_given, ''), array[claimant.person_family], claimant.person_given_is_stand_in,
            variant.folded_name is not null, claimant.given_name_letters, model.letters_per_edit, model.close_similarity)
    group by claimant.record_key
    having count(*) filter (where not claimant.is_own) > 0

),

-- Of two records of one source under one number, one may be the twin's.
claimed_twice as (

    select distinct fitting.record_key
    from fitting
    inner join numbered as own on own.record_key = fitting.record_key
    inner join register.record as own_source on own_source.record_key = fitting.record_key
    inner join numbered as other
        on other.person_record_key = own.person_record_key and other.feed = own.feed
        and other.record_key <> own.record_key
    inner join register.record as other_source
        on other_source.record_key = other.record_key and other_source.source_system = own_source.source_system
        and other_source.organisation_code = own_source.organisation_code
    where fitting.own_name_silent

),

twin as (

    select
        fitting.record_key,
        case
            when fitting.sibling_fit < coalesce(fitting.own_fit, 1000) then 'SIBLING'
            when fitting.own_exactly or fitting.own_fit < coalesce(fitting.sibling_fit, 1000) then 'OWN'
            when fitting.sibling_birth_order and not fitting.own_birth_order then 'SIBLING'
            when fitting.own_birth_order and not fitting.sibling_birth_order then 'OWN'
            -- Then the number stands, as for any other newborn (rulings 5): nobody fits better.
            when fitting.own_name_silent and not fitting.sibling_birth_order and claimed_twice.record_key is null
                then 'OWN'
            else 'UNDECIDED'
        end as meant
    from fitting
    left join claimed_twice on claimed_twice.record_key = fitting.record_key  -- left: a number claimed once

),

judged as (

    select
        named.record_key,
        named.person_birth_date is not null and not coalesce(named.birth_date_agrees, false) as birth_date_differs,
        coalesce(twin.meant, 'OWN') as meant,
        case
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
    left join twin on twin.record_key = named.record_key  -- left: no other child of that day lives there

),

answered as (

    select
        numbered.record_key,
        numbered.feed,
        numbered.nhs_number,
        numbered.superseded_number_sent,
        numbered.person_record_key,
        numbered.person_record_key is not null and (
            told_apart.record_key is not null
            or not numbered.same_to_the_letter and (not coalesce(judged.agrees, false) or judged.meant = 'SIBLING')
        ) as contradicted,
        coalesce(judged.meant = 'UNDECIDED', false)
        -- A restricted child is matched by number only: there is nothing for a person to look at.
        and not exists (
            select from register.person as person
            where person.record_key = numbered.person_record_key and person.restricted
        ) as undecided,
        coalesce(judged.birth_date_differs, false) as birth_date_differs
    from numbered
    left join judged on judged.record_key = numbered.record_key  -- left: nothing to look at
    left join identity.ruling as told_apart  -- left: nobody has said that it is another child
        on told_apart.record_key = numbered.record_key and told_apart.other_record_key = numbered.person_record_key
        and told_apart.verdict = 'DIFFERENT'

)

select
    answered.record_key,
    answered.feed,
    case when not answered.contradicted and not answered.undecided then answered.person_record_key end
        as person_record_key,
    answered.nhs_number,
    answered.contradicted as number_contradicted,
    answered.birth_date_differs and not answered.contradicted and not answered.undecided as birth_date_differs,
    answered.superseded_number_sent,
    answered.undecided and not answered.contradicted as twin_undecided
from answered
