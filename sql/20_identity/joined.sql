-- target: identity.joined
-- grain:  record_key
-- Records that people have put to a child: the record by which that child is known. Answers that lead on from one another
-- are followed to their end; answers that run in a circle put nothing together.
with recursive

same as (

    select ruling.record_key, ruling.other_record_key
    from identity.ruling as ruling
    where ruling.verdict = 'SAME'

),

chain as (

    select same.record_key, same.other_record_key as last_record_key, array[same.record_key] as passed
    from same
    union all
    select chain.record_key, same.other_record_key, chain.passed || same.record_key
    from chain
    inner join same on same.record_key = chain.last_record_key
    where same.record_key <> all (chain.passed)

)

select
    chain.record_key,
    coalesce(survivor.record_key, matched.person_record_key, decided.person_record_key, chain.last_record_key)
        as child_record_key
from chain
left join register.person as person on person.record_key = chain.last_record_key  -- left: the end is a CHIS record
left join identity.number as number on number.nhs_number = person.nhs_number  -- left: most numbers stand
left join register.person as survivor on survivor.nhs_number = number.surviving_nhs_number
left join identity.match as matched on matched.record_key = chain.last_record_key  -- left: the end is a person
left join identity.decision as decided on decided.record_key = chain.last_record_key
where not exists (select from same where same.record_key = chain.last_record_key)
