-- target: identity.link
-- grain:  record_key
-- Whose record each record is. A superseded number's record belongs to the survivor's child; an unlinked CHIS record is
-- its own child until it is linked; an unlinked record of a practice, a caseload or a school belongs to nobody. An event
-- belongs to the child of its number, which a CHIS register alone may know; where nobody bears that number, or bears it
-- with another birth date, to the child of the record that its source files it under. What people have decided goes before
-- what was compared.
with

register_link as (

    select
        match.record_key,
        match.feed,
        coalesce(linked_child.child_key, case when match.feed = 'chis-register' then own_child.child_key end) as child_key,
        candidate_child.child_key as candidate_child_key,
        case
            when joined.record_key is not null then 'CLERICAL'
            when match.person_record_key is null then coalesce(decision.method, 'CROSS_CHECK')
            else 'CROSS_CHECK'
        end as method,
        case when joined.record_key is null and match.person_record_key is null then decision.match_weight end
            as match_weight,
        linked_child.child_key is not null as linked,
        match.number_contradicted,
        match.superseded_number_sent
    from identity.match as match
    left join identity.decision as decision on decision.record_key = match.record_key  -- left: the cross-check sufficed
    left join identity.joined as joined on joined.record_key = match.record_key  -- left: nobody was asked
    left join identity.child as linked_child  -- left: no person answers
        on linked_child.origin_record_key
        = coalesce(joined.child_record_key, match.person_record_key, decision.person_record_key)
    left join identity.child as candidate_child  -- left: nobody to look at
        on candidate_child.origin_record_key = decision.candidate_person_record_key
        and match.person_record_key is null and joined.record_key is null
    left join identity.child as own_child on own_child.origin_record_key = match.record_key  -- left: linked from the start

),

filed_under as (

    select register_link.record_key, register_link.child_key
    from register_link
    where register_link.feed in ('hv-caseload', 'chis-register') and register_link.child_key is not null
    union all
    -- A patient of a provider, by all the episodes under that identifier, where they are of one child.
    select patient.record_key, min(register_link.child_key)
    from register.record as patient
    inner join register.hv_caseload as caseload
        on caseload.organisation_code = patient.organisation_code and caseload.local_identifier = patient.source_key
    inner join register_link
        on register_link.record_key = caseload.record_key and register_link.child_key is not null
    where patient.feed = 'hv-patient'
    group by patient.record_key
    having count(distinct register_link.child_key) = 1

),

-- The child whom CHIS registers alone know by a number: one, or nobody.
numbered_by_register as (

    select
        chis.nhs_number,
        min(register_link.child_key) as child_key,
        min(chis.person_birth_date) as person_birth_date
    from register.chis_record as chis
    inner join register_link on register_link.record_key = chis.record_key and register_link.child_key is not null
    where chis.nhs_number is not null
        and not exists (select from register.person as person where person.nhs_number = chis.nhs_number)
    group by chis.nhs_number
    having count(distinct register_link.child_key) = 1

),

event as (

    select distinct given.record_key, given.nhs_number, given.person_birth_date, given.subject_record_key
    from register.event as given

),

event_link as (

    select
        event.record_key,
        record.feed,
        coalesce(
            case when agreement.agrees then child.child_key end,
            case
                when reference.birth_dates_agree(event.person_birth_date, by_register.person_birth_date)
                    then by_register.child_key
            end) as numbered_child_key,
        filed_under.child_key as filed_child_key,
        child.child_key is not null and not agreement.agrees as number_contradicted,
        number.nhs_number is not null as superseded_number_sent
    from event
    inner join register.record as record on record.record_key = event.record_key
    left join identity.number as number on number.nhs_number = event.nhs_number  -- left: most numbers stand
    left join register.person as person  -- left: an event of a child not held is kept until the child comes
        on person.nhs_number = coalesce(number.surviving_nhs_number, event.nhs_number)
    left join identity.child as child on child.origin_record_key = person.record_key
    left join numbered_by_register as by_register  -- left: PDS knows the number, or no register does
        on by_register.nhs_number = event.nhs_number
    left join filed_under on filed_under.record_key = event.subject_record_key  -- left: only the number says whose it is
    cross join lateral (
        select reference.birth_dates_agree(event.person_birth_date, person.person_birth_date) as agrees
    ) as agreement

)

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
    register_link.record_key,
    register_link.feed,
    register_link.child_key,
    register_link.candidate_child_key,
    register_link.method,
    register_link.match_weight,
    case
        when register_link.linked then 'LINKED'
        when register_link.candidate_child_key is not null then 'REVIEW'
        else 'UNLINKED'
    end,
    register_link.number_contradicted,
    register_link.superseded_number_sent
from register_link
union all
select
    event_link.record_key,
    event_link.feed,
    coalesce(event_link.numbered_child_key, event_link.filed_child_key),
    null,
    case
        when event_link.numbered_child_key is null and event_link.filed_child_key is not null then 'SOURCE_HISTORY'
        else 'NHS_NUMBER'
    end,
    null,
    case
        when coalesce(event_link.numbered_child_key, event_link.filed_child_key) is null then 'UNLINKED'
        else 'LINKED'
    end,
    event_link.number_contradicted,
    event_link.superseded_number_sent
from event_link
