-- target: identity.child
-- grain:  origin_record_key
-- kind:   append
-- A key for every child not met before: a PDS record that stands for itself, or a CHIS record that no PDS record
-- answers. A practice list or a caseload never makes a child (rulings 3).
with

origin as (

    select person.record_key, person.nhs_number, person.person_birth_date
    from register.person as person
    where not exists (
        select from identity.number as number where number.nhs_number = person.nhs_number
    )
    union all
    select chis.record_key, null, chis.person_birth_date
    from register.chis_record as chis
    inner join identity.match as match on match.record_key = chis.record_key
    left join identity.decision as decision on decision.record_key = chis.record_key  -- left: nothing to compare
    where match.person_record_key is null and decision.person_record_key is null
        and not exists (select from identity.joined as joined where joined.record_key = chis.record_key)

)

select
    coalesce((select max(held.child_key) from identity.child as held), 0)
    + row_number() over (
        order by origin.nhs_number nulls last, origin.person_birth_date nulls last,
            record.feed, record.source_system, record.source_key
    ) as child_key,
    origin.record_key as origin_record_key,
    engine.business_date() as first_night
from origin
inner join register.record as record on record.record_key = origin.record_key
where not exists (select from identity.child as held where held.origin_record_key = origin.record_key)
