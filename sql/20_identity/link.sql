-- target: identity.link
-- grain:  record_key
-- Whose record each record is. A superseded number's record belongs to the survivor's child; an unlinked CHIS record is
-- its own child until it is linked; an unlinked practice or caseload record belongs to nobody.
select
    person.record_key,
    'pds' as feed,
    coalesce(survivor_child.child_key, own_child.child_key) as child_key,
    null::bigint as candidate_child_key,
    case when survivor_child.child_key is null then 'PDS' else 'SUPERSEDED' end as method,
    null::numeric as match_weight,
    'LINKED' as decision,
    false as number_contradicted,
    false as superseded_number_sent
from register.person as person
left join identity.number as number on number.nhs_number = person.nhs_number  -- left: most numbers stand
left join register.person as survivor  -- left: the survivor may not have come yet
    on survivor.nhs_number = number.surviving_nhs_number
left join identity.child as survivor_child on survivor_child.origin_record_key = survivor.record_key
left join identity.child as own_child on own_child.origin_record_key = person.record_key
union all
select
    match.record_key,
    match.feed,
    coalesce(linked_child.child_key, case when match.feed = 'chis-register' then own_child.child_key end),
    candidate_child.child_key,
    case when match.person_record_key is null then coalesce(decision.method, 'CROSS_CHECK') else 'CROSS_CHECK' end,
    case when match.person_record_key is null then decision.match_weight end,
    case
        when linked_child.child_key is not null then 'LINKED'
        when candidate_child.child_key is not null then 'REVIEW'
        else 'UNLINKED'
    end,
    match.number_contradicted,
    match.superseded_number_sent
from identity.match as match
left join identity.decision as decision on decision.record_key = match.record_key  -- left: the cross-check sufficed
left join identity.child as linked_child  -- left: no person answers
    on linked_child.origin_record_key = coalesce(match.person_record_key, decision.person_record_key)
left join identity.child as candidate_child  -- left: nobody to look at
    on candidate_child.origin_record_key = decision.candidate_person_record_key and match.person_record_key is null
left join identity.child as own_child on own_child.origin_record_key = match.record_key  -- left: linked from the start
union all
select
    event.record_key,
    'vaccination-v5',
    child.child_key,
    null,
    'NHS_NUMBER',
    null,
    case when child.child_key is null then 'UNLINKED' else 'LINKED' end,
    false,
    number.nhs_number is not null
from (
    select distinct given.record_key, given.nhs_number
    from register.event as given
) as event
left join identity.number as number on number.nhs_number = event.nhs_number  -- left: most numbers stand
left join register.person as person  -- left: a dose for a child not held is kept until the child comes
    on person.nhs_number = coalesce(number.surviving_nhs_number, event.nhs_number)
left join identity.child as child on child.origin_record_key = person.record_key
