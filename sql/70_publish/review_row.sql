-- target: publish.review_row
-- grain:  record_key, other_record_key
-- scope:  all
-- joins:  hash
-- The pairs of records of which a person is asked whether they are one child: what linkage left for a person to look at, and
-- what one person has called one child and another must confirm. They go to the CHIS expected to hold the candidate, else to
-- the one that sends the record. Nothing stands here of a child whom no list may name, as one who is
-- restricted, died, or whose number was withdrawn (SG-06).
with

-- An answer counts from the first night after it was given.
answer as (

    select
        answer.*,
        max(answer.answer_no) filter (where answer.verdict <> 'SAME')
            over (partition by answer.record_key, answer.other_record_key) as last_other_no
    from identity.answer as answer
    where answer.after_night < engine.business_date()

),

-- Said by too few persons so far.
unconfirmed as (

    select answer.record_key, answer.other_record_key
    from answer
    where answer.verdict = 'SAME' and answer.answer_no > coalesce(answer.last_other_no, 0)
    group by answer.record_key, answer.other_record_key
    having count(distinct lower(answer.said_by)) < max(answer.persons_needed)

),

asked as (

    select
        link.record_key,
        child.origin_record_key as other_record_key,
        decision.reason
    from identity.link as link
    inner join identity.child as child on child.child_key = link.candidate_child_key
    inner join identity.decision as decision on decision.record_key = link.record_key
    where link.decision = 'REVIEW'
    union all
    select unconfirmed.record_key, unconfirmed.other_record_key, 'SECOND_PERSON'
    from unconfirmed
    inner join identity.link as link on link.record_key = unconfirmed.record_key
    inner join identity.link as other_link on other_link.record_key = unconfirmed.other_record_key
    where link.child_key is distinct from other_link.child_key
        and not exists (
            select
            from identity.link as reviewed
            inner join identity.child as child on child.child_key = reviewed.candidate_child_key
            where reviewed.record_key = unconfirmed.record_key and reviewed.decision = 'REVIEW'
                and child.origin_record_key = unconfirmed.other_record_key
        )

),

-- What the sources say of the records that are asked about.
told as (

    select
        person.record_key, 'PDS' as source, person.nhs_number, person.family_name, person.given_name,
        person.person_birth_date,
        concat_ws(', ', person.address_line_1, person.address_line_2, person.address_line_3, person.address_line_4,
            person.address_line_5) as address,
        coalesce(person.postcode, person.last_postcode) as postcode,
        person.restricted or person.invalid as kept_back
    from register.person as person
    union all
    select
        registration.record_key, 'Practice ' || registration.general_medical_practice_code,
        coalesce(registration.nhs_number, registration.nhs_number_as_sent), registration.family_name,
        registration.given_name, registration.person_birth_date,
        concat_ws(', ', registration.address_line_1, registration.address_line_2, registration.address_line_3,
            registration.address_line_4, registration.address_line_5),
        registration.postcode, false
    from register.gp_registration as registration
    union all
    select
        caseload.record_key, 'Health visiting ' || caseload.organisation_code,
        coalesce(caseload.nhs_number, caseload.nhs_number_as_sent), caseload.family_name, caseload.given_name,
        caseload.person_birth_date,
        concat_ws(', ', caseload.address_line_1, caseload.address_line_2, caseload.address_line_3,
            caseload.address_line_4, caseload.address_line_5),
        caseload.postcode, false
    from register.hv_caseload as caseload
    union all
    select
        chis.record_key, 'CHIS ' || chis.organisation_code || ', register ' || chis.source_system_code,
        coalesce(chis.nhs_number, chis.nhs_number_as_sent), chis.family_name, chis.given_name, chis.person_birth_date,
        concat_ws(', ', chis.address_line_1, chis.address_line_2, chis.address_line_3, chis.address_line_4,
            chis.address_line_5),
        chis.postcode, chis.restricted
    from register.chis_record as chis
    union all
    select
        roll.record_key, 'School ' || coalesce(roll.school_urn, 'not named'), roll.nhs_number, roll.family_name,
        roll.given_name, roll.person_birth_date, concat_ws(', ', roll.address_line_1, roll.address_line_2, roll.town),
        roll.postcode, false
    from register.school_roll as roll

),

-- How far each field agrees, in the words of the weights; what is missing says nothing.
compared as (

    select
        candidate.record_key,
        candidate.person_record_key,
        string_agg(
            initcap(left(weight.meaning, 1)) || substr(weight.meaning, 2) || ': '
            || to_char((field.value ->> 1)::numeric, 'FMS990.0'),
            e'\n' order by field.key = 'NUMBER' desc, (field.value ->> 1)::numeric desc, field.key
        ) as comparison
    from asked
    inner join identity.candidate as candidate
        on candidate.record_key = asked.record_key and candidate.person_record_key = asked.other_record_key
    cross join lateral jsonb_each(candidate.comparison) as field
    inner join definition.linkage_weight as weight
        on weight.field = field.key and weight.level = field.value ->> 0
    where weight.level <> 'MISSING'
    group by candidate.record_key, candidate.person_record_key

),

words as (

    select
        said.record_key,
        said.other_record_key,
        string_agg(
            said.said_by || ': ' || lower(said.what) || coalesce(' (' || nullif(said.reason, '') || ')', '')
            || ', after the night of ' || to_char(said.after_night, 'FMDD FMMonth YYYY') || '.',
            e'\n' order by said.after_night, said.answer_no, said.said_by
        ) as said
    from (
        select
            answer.record_key, answer.other_record_key, answer.said_by, answer.reason, answer.after_night,
            answer.answer_no, coalesce(listed.meaning, 'what was said no longer holds') as what
        from answer
        left join definition.review_answer as listed on listed.verdict = answer.verdict  -- left: taken back
        union all
        select
            undecided.record_key, undecided.other_record_key, undecided.said_by, undecided.reason,
            undecided.after_night, 0, listed.meaning
        from identity.undecided as undecided
        inner join definition.review_answer as listed on listed.verdict is null
        where undecided.after_night < engine.business_date()
    ) as said
    group by said.record_key, said.other_record_key

)

select
    case
        when child.expected_chis in (select served.organisation_code from cohort.served_chis as served)
            then child.expected_chis
        when child.residence_chis in (select served.organisation_code from cohort.served_chis as served)
            then child.residence_chis
        else record.organisation_code
    end as recipient_code,
    asked.record_key,
    asked.other_record_key,
    own.source || ', ' || record.source_key as record_source,
    own.family_name as record_family_name,
    own.given_name as record_given_name,
    own.person_birth_date as record_birth_date,
    own.nhs_number as record_nhs_number,
    nullif(own.address, '') as record_address,
    own.postcode as record_postcode,
    theirs.source as other_source,
    theirs.family_name as other_family_name,
    theirs.given_name as other_given_name,
    theirs.person_birth_date as other_birth_date,
    theirs.nhs_number as other_nhs_number,
    nullif(theirs.address, '') as other_address,
    theirs.postcode as other_postcode,
    asked.reason,
    words.said,
    compared.comparison,
    rule.meaning as found_by,
    candidate.weight as match_weight,
    candidate.model_version
from asked
inner join register.record as record on record.record_key = asked.record_key
inner join told as own on own.record_key = asked.record_key and not own.kept_back
inner join told as theirs on theirs.record_key = asked.other_record_key and not theirs.kept_back
inner join identity.link as other_link on other_link.record_key = asked.other_record_key
inner join cohort.child as child on child.child_key = other_link.child_key
left join identity.candidate as candidate  -- left: put together by a person alone
    on candidate.record_key = asked.record_key and candidate.person_record_key = asked.other_record_key
left join definition.blocking_rule as rule on rule.rule = candidate.blocking_rule
left join compared  -- left: nothing that both say
    on compared.record_key = asked.record_key and compared.person_record_key = asked.other_record_key
left join words  -- left: nobody was asked yet
    on words.record_key = asked.record_key and words.other_record_key = asked.other_record_key
where not exists (select from publish.unlisted_child as unlisted where unlisted.child_key = child.child_key)
    -- Nor a record that is, or ever was, of such a child.
    and not exists (
        select
        from (
            select link.record_key, link.child_key from identity.link as link
            union all
            select before.record_key, before.child_key from identity.link_history as before
        ) as ever
        inner join publish.unlisted_child as unlisted on unlisted.child_key = ever.child_key
        where ever.record_key = asked.record_key
    )
    and (
        child.expected_chis in (select served.organisation_code from cohort.served_chis as served)
        or child.residence_chis in (select served.organisation_code from cohort.served_chis as served)
        or record.organisation_code in (select served.organisation_code from cohort.served_chis as served)
    )
