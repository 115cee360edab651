-- target: identity.decision
-- grain:  record_key
-- joins:  hash
-- What became of each record that was compared: linked, for a person to look at, or left. Two records of one source are two
-- children until the given name and the birth date say otherwise: a second one that only resembles a person whom the
-- source already holds is looked at by a person.
with

best as (

    select candidate.*, trait.source_system
    from identity.candidate as candidate
    inner join identity.trait as trait on trait.record_key = candidate.record_key
    inner join identity.match as match
        on match.record_key = candidate.record_key and match.person_record_key is null
    where candidate.place = 1

),

-- How many records of one source are linked to a person.
held as (

    select linked.source_system, linked.person_record_key, count(*) as records
    from (
        select record.source_system || ' ' || record.organisation_code as source_system, match.person_record_key
        from identity.match as match
        inner join register.record as record on record.record_key = match.record_key
        where match.person_record_key in (select best.person_record_key from best where best.verdict = 'LINKED')
        union all
        select best.source_system, best.person_record_key
        from best
        where best.verdict = 'LINKED'
    ) as linked
    group by linked.source_system, linked.person_record_key

),

judged as (

    select
        best.*,
        best.verdict = 'LINKED' and not best.tells_twins and held.records > 1 as held_twice
    from best
    left join held  -- left: not linked
        on held.source_system = best.source_system and held.person_record_key = best.person_record_key

)

select
    judged.record_key,
    case when judged.verdict = 'LINKED' and not judged.held_twice then judged.person_record_key end
        as person_record_key,
    case when judged.verdict = 'REVIEW' or judged.held_twice then judged.person_record_key end
        as candidate_person_record_key,
    case when judged.reason = 'KEPT' and not judged.held_twice then 'SOURCE_HISTORY' else 'FELLEGI_SUNTER' end as method,
    judged.weight as match_weight,
    case when judged.held_twice then 'REVIEW' else judged.verdict end as decision,
    case when judged.held_twice then 'SAME_SOURCE' else judged.reason end as reason
from judged
