-- target: identity.candidate
-- grain:  record_key, place
-- scope:  identity.work
-- joins:  hash
-- The persons that a record without a good number may be of, the best few: found by the blocking rules, compared field by
-- field, weighed by the linkage model, and judged. Nothing stands here of a record that resembles an invalidated person
-- (SG-06), nor of a restricted one (rulings 5).
with

model as (

    select
        model.*,
        ln(model.match_share) / ln(2) - persons.bits as prior_bits,
        -ln(1 / model.link_posterior - 1) / ln(2) as link_bits,
        -ln(1 / model.contradicted_posterior - 1) / ln(2) as contradicted_bits,
        -ln(1 / model.review_posterior - 1) / ln(2) as review_bits
    from definition.linkage_model as model
    inner join identity.name_frequency as persons on persons.kind = 'PERSONS'

),

setting as (

    select
        max(setting.value) filter (where setting.name = 'newborn_name_days') as newborn_name_days,
        max(setting.value) filter (where setting.name = 'given_name_letters') as given_name_letters
    from definition.setting as setting

),

weight as (

    select
        weight.field, weight.level, weight.term_frequency, weight.agrees, weight.meaning,
        ln(case when weight.term_frequency then weight.m else weight.m / weight.u end)::double precision
        / ln(2::double precision) as bits
    from definition.linkage_weight as weight

),

pending as materialized (

    select trait.*, match.number_contradicted
    from identity.match as match
    inner join identity.trait as trait on trait.record_key = match.record_key
    inner join identity.work as work on work.record_key = match.record_key
    where match.person_record_key is null and trait.standing = 'OPEN'
        -- A verified number that PDS does not hold is another child's, whatever else agrees (failsafe 3.8).
        and (
            match.number_contradicted or trait.nhs_number is null or not trait.number_verified
            or match.twin_undecided
        )
        and not exists (
            select from identity.trait as barred
            where barred.feed = 'pds' and barred.standing = 'BARRED' and barred.nhs_number = trait.nhs_number
        )

),

person as not materialized (

    select trait.*
    from identity.trait as trait
    where trait.feed = 'pds' and trait.standing in ('OPEN', 'BARRED')
        and not exists (
            select from identity.number as number
            where number.nhs_number = trait.nhs_number
        )

),

-- Both ways round.
variant as (

    select listed.folded_name, listed.folded_variant
    from definition.given_name_variant as listed
    union
    select listed.folded_variant, listed.folded_name
    from definition.given_name_variant as listed

),

-- The person that the record was linked to the night before.
history as (

    select pending.record_key, coalesce(decided.person_record_key, matched.person_record_key) as person_record_key
    from pending
    left join identity.match_history as matched  -- left: a new record
        on matched.record_key = pending.record_key and matched.nights @> engine.business_date() - 1
    left join identity.decision_history as decided  -- left: never compared
        on decided.record_key = pending.record_key and decided.nights @> engine.business_date() - 1
    where coalesce(decided.person_record_key, matched.person_record_key) is not null

),

found as (

    select pair.record_key, pair.person_record_key, min(pair.position) as position
    from (
        select own.record_key, theirs.record_key as person_record_key, (own.block_key & 255)::integer as position
        from (
            select pending.record_key, unnest(pending.block_keys) as block_key
            from pending
        ) as own
        inner join (
            select person.record_key, unnest(person.block_keys) as block_key
            from person
        ) as theirs on theirs.block_key = own.block_key
        union all
        select history.record_key, history.person_record_key, rule.position
        from history
        inner join definition.blocking_rule as rule on rule.rule = 'SOURCE_HISTORY' and rule.active
    ) as pair
    group by pair.record_key, pair.person_record_key

),

paired as materialized (

    select
        found.record_key,
        found.person_record_key,
        rule.rule as blocking_rule,
        model.letters_per_edit,
        model.close_similarity,
        setting.given_name_letters,
        record.number_contradicted,
        record.nhs_number,
        coalesce(record.nhs_number, record.number_as_sent) as number_sent,
        person.nhs_number as person_nhs_number,
        person.standing,
        record.given,
        person.given as person_given,
        -- Under 42 days of age a stand-in is no name (rulings 5).
        record.given_is_stand_in and engine.business_date() - coalesce(person.birth_date, record.birth_date)
        < setting.newborn_name_days as stand_in,
        person.given_is_stand_in and engine.business_date() - coalesce(person.birth_date, record.birth_date)
        < setting.newborn_name_days as person_stand_in,
        record.family,
        record.families,
        record.family_parts,
        person.family as person_family,
        person.families as person_families,
        person.family_parts as person_family_parts,
        record.birth_date,
        person.birth_date as person_birth_date,
        record.sex,
        person.sex as person_sex,
        record.outward,
        record.postcodes,
        record.places,
        person.outward as person_outward,
        person.postcodes as person_postcodes,
        person.places as person_places,
        record.practice,
        person.practice as person_practice,
        history.record_key is not null as was_linked
    from found
    cross join model
    cross join setting
    inner join definition.blocking_rule as rule on rule.position = found.position
    inner join pending as record on record.record_key = found.record_key
    inner join person on person.record_key = found.person_record_key
    left join history  -- left: not linked before, or to another
        on history.record_key = found.record_key and history.person_record_key = found.person_record_key
    where (
            rule.rule <> 'ADDRESS_NEAR_BIRTH'
            or coalesce(abs(record.birth_date - person.birth_date) <= model.near_birth_days, true)
        )
        -- A pair that people have told apart is not asked about again.
        and not exists (
            select from identity.ruling as told_apart
            where told_apart.record_key = found.record_key and told_apart.other_record_key = found.person_record_key
                and told_apart.verdict = 'DIFFERENT'
        )

),

compared as materialized (

    select
        paired.*,
        identity.number_level(
            paired.number_contradicted, paired.number_sent, paired.nhs_number is not null, paired.person_nhs_number)
            as number_level,
        identity.given_level(
            paired.given, paired.families, paired.stand_in, paired.person_given, paired.person_families,
            paired.person_stand_in, variant.folded_name is not null, paired.given_name_letters, paired.letters_per_edit,
            paired.close_similarity) as given_level,
        identity.family_level(
            paired.family, paired.families, paired.family_parts, paired.given, paired.person_family,
            paired.person_families, paired.person_family_parts, paired.person_given, paired.letters_per_edit,
            paired.close_similarity) as family_level,
        identity.birth_level(paired.birth_date, paired.person_birth_date) as birth_level,
        identity.place_level(
            paired.postcodes, paired.places, paired.outward, paired.person_postcodes, paired.person_places,
            paired.person_outward) as place_level,
        identity.same_level(paired.sex, paired.person_sex) as sex_level,
        identity.same_level(paired.practice, paired.person_practice) as practice_level
    from paired
    left join variant  -- left: most names are not forms of one another
        on variant.folded_name = paired.given and variant.folded_variant = paired.person_given

),

weighed as (

    select
        compared.*,
        number_weight.bits as number_bits,
        given_weight.bits
        + case when given_weight.term_frequency then least(given_name.bits, model.most_rarity_bits) else 0 end
            as given_bits,
        family_weight.bits
        + case when family_weight.term_frequency then least(family_name.bits, model.most_rarity_bits) else 0 end
            as family_bits,
        birth_weight.bits as birth_bits,
        place_weight.bits as place_bits,
        sex_weight.bits as sex_bits,
        practice_weight.bits as practice_bits,
        given_weight.agrees as given_agrees,
        family_weight.agrees as family_agrees,
        -- Brothers and sisters share all but these two.
        compared.given_level = 'DIFFERS' and not birth_weight.agrees and compared.birth_level <> 'MISSING'
            as another_child,
        birth_weight.agrees or compared.birth_level = 'MISSING' as birth_agrees
    from compared
    cross join model
    inner join weight as number_weight
        on number_weight.field = 'NUMBER' and number_weight.level = compared.number_level
    inner join weight as given_weight on given_weight.field = 'GIVEN' and given_weight.level = compared.given_level
    inner join weight as family_weight on family_weight.field = 'FAMILY' and family_weight.level = compared.family_level
    inner join weight as birth_weight on birth_weight.field = 'BIRTH' and birth_weight.level = compared.birth_level
    inner join weight as place_weight on place_weight.field = 'PLACE' and place_weight.level = compared.place_level
    inner join weight as sex_weight on sex_weight.field = 'SEX' and sex_weight.level = compared.sex_level
    inner join weight as practice_weight
        on practice_weight.field = 'PRACTICE' and practice_weight.level = compared.practice_level
    left join identity.name_frequency as given_name  -- left: only names that agree are looked up
        on given_name.kind = 'GIVEN' and given_name.name = compared.given and compared.given_level = 'EXACT'
    left join identity.name_frequency as family_name
        on family_name.kind = 'FAMILY'
        and family_name.name = case
            when compared.family_level = 'EXACT' or compared.family = any (compared.person_families)
                then compared.family
            when compared.family_level = 'PREVIOUS' then compared.person_family
        end

),

summed as (

    select
        weighed.*,
        round((
            model.prior_bits + weighed.number_bits + weighed.given_bits + weighed.family_bits + weighed.birth_bits
            + weighed.place_bits + weighed.sex_bits + weighed.practice_bits
        )::numeric, 2) as weight
    from weighed
    cross join model

),

-- A source's own record keeps its child as long as given name and birth date do (SOURCE_HISTORY), unless the fields by
-- themselves say who it is.
ranked as (

    select
        summed.*,
        summed.was_linked and summed.given_agrees and summed.birth_agrees and summed.birth_level <> 'MISSING'
        and not summed.number_contradicted
        -- Of odds in bits: nobody else is likelier than not.
        and coalesce(max(summed.weight) filter (where not summed.was_linked) over own, 0) <= 0 as kept_by_history,
        max(summed.weight) filter (where summed.standing = 'BARRED') over own >= model.review_bits as resembles_barred,
        bool_or(summed.person_nhs_number = summed.nhs_number and summed.birth_agrees) over own as number_of_same_day
    from summed
    cross join model
    window own as (partition by summed.record_key)

),

placed as (

    select
        ranked.*,
        row_number() over best as place,
        ranked.weight - case when not lead(ranked.another_child) over best then lead(ranked.weight) over best end as margin,
        ranked.weight - first_value(ranked.weight) over best as behind
    from ranked
    where ranked.standing = 'OPEN' and not coalesce(ranked.resembles_barred, false)
    window best as (
        partition by ranked.record_key
        order by ranked.another_child, ranked.kept_by_history desc, ranked.weight desc, ranked.person_nhs_number
    )

),

judged as (

    select
        placed.*,
        case
            when placed.weight < model.review_bits and not placed.kept_by_history then 'BELOW_REVIEW'
            when placed.another_child then 'ANOTHER_CHILD'
            when placed.margin < model.margin_bits and not placed.kept_by_history then 'CONTESTED'
            when not placed.given_agrees then 'GIVEN_NAME'
            when not placed.birth_agrees then 'BIRTH_DATE'
            -- Brothers with names alike share the address and the family name: without a birth date only both names decide.
            when placed.birth_level = 'MISSING' and not (placed.given_level = 'EXACT' and placed.family_agrees)
                then 'BIRTH_DATE'
            -- The number of one twin and the name of the other: a wrong number, or a second name.
            when placed.number_contradicted and placed.number_of_same_day
                and placed.person_nhs_number <> placed.nhs_number
                and exists (select from identity.twin as twin where twin.record_key = placed.person_record_key)
                then 'TWIN'
            when placed.given_level <> 'EXACT' and (
                exists (select from identity.twin as twin where twin.record_key = placed.record_key)
                or exists (select from identity.twin as twin where twin.record_key = placed.person_record_key)
            ) then 'TWIN'
            when placed.number_contradicted and placed.weight < model.contradicted_bits then 'NUMBER_CONTRADICTED'
            when placed.weight >= model.link_bits then 'LINKED'
            when placed.kept_by_history then 'KEPT'
            else 'BELOW_LINK'
        end as reason
    from placed
    cross join model
    where placed.place <= model.candidates_kept
        and (placed.place = 1 or placed.weight >= model.review_bits or placed.behind > -model.margin_bits)

)

select
    judged.record_key,
    judged.place::integer as place,
    judged.person_record_key,
    judged.blocking_rule,
    judged.weight,
    case
        when judged.place > 1 or judged.reason in ('BELOW_REVIEW', 'ANOTHER_CHILD') then 'UNLINKED'
        when judged.reason in ('LINKED', 'KEPT') then 'LINKED'
        else 'REVIEW'
    end as verdict,
    case when judged.place > 1 then 'NOT_BEST' else judged.reason end as reason,
    judged.given_level = 'EXACT' and judged.birth_level = 'EXACT' as tells_twins,
    jsonb_build_object(
        'PRIOR', jsonb_build_array(null, round(model.prior_bits::numeric, 2)),
        'NUMBER', jsonb_build_array(judged.number_level, round(judged.number_bits::numeric, 2)),
        'GIVEN', jsonb_build_array(judged.given_level, round(judged.given_bits::numeric, 2)),
        'FAMILY', jsonb_build_array(judged.family_level, round(judged.family_bits::numeric, 2)),
        'BIRTH', jsonb_build_array(judged.birth_level, round(judged.birth_bits::numeric, 2)),
        'PLACE', jsonb_build_array(judged.place_level, round(judged.place_bits::numeric, 2)),
        'SEX', jsonb_build_array(judged.sex_level, round(judged.sex_bits::numeric, 2)),
        'PRACTICE', jsonb_build_array(judged.practice_level, round(judged.practice_bits::numeric, 2))) as comparison,
    model.model_version
from judged
cross join model
