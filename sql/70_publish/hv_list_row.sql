-- target: publish.list_row
-- part:   output_id = hv-list
-- grain:  recipient_code, row_id
-- scope:  all
-- joins:  hash
-- What each health visiting provider is asked (reports 6): its open cases; the contacts that are due and have no case; a new
-- baby's first contact before it is due; and a child who moved in and is not on its caseload. New babies and children who moved
-- in are marked, with the night on which we were told. Of a child who is neither to be visited by it nor on its caseload it is
-- told name, number and birth date.
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'moved_in_days')::integer as moved_in_days,
        max(setting.value) filter (where setting.name = 'mover_in_after_days')::integer as mover_in_after_days,
        max(setting.value) filter (where setting.name = 'mover_in_before_years')::integer as screened_until_years,
        (select output.daily_under_days from definition.output as output where output.output_id = 'hv-list')
            as new_days
    from definition.setting as setting

),

child as (

    select listed.* from publish.listed_child as listed

),

owned as (

    select cases.* from publish.owned_case as cases where cases.output_id = 'hv-list'

),

-- Who holds the child now.
held as (

    select distinct holding.child_key, holding.organisation_code
    from cohort.holding as holding
    where holding.agency = 'HV' and holding.is_open

),

new_baby as (

    select child.child_key, child.first_known_date as notified_date
    from child
    cross join setting
    where child.person_birth_date > engine.business_date() - setting.new_days

),

-- With another provider before, or not known before: a new address alone is no arrival.
other_before as (

    select before.child_key, max(upper(before.nights)) as told_date
    from cohort.child_history as before
    inner join child on child.child_key = before.child_key
    cross join setting
    where before.expected_hv is distinct from child.expected_hv
        and upper(before.nights) between engine.business_date() - setting.moved_in_days and engine.business_date()
    group by before.child_key

),

moved_in as (

    select child.child_key, coalesce(other_before.told_date, child.first_known_date) as notified_date
    from child
    cross join setting
    left join other_before on other_before.child_key = child.child_key  -- left: not known before
    where child.address_start_date >= engine.business_date() - setting.moved_in_days
        and (
            other_before.child_key is not null
            or child.address_start_date > child.person_birth_date + setting.mover_in_after_days
        )
        and child.expected_hv is not null
        and child.hv_until_date > engine.business_date()
        and coalesce(other_before.told_date, child.first_known_date) >= engine.business_date() - setting.moved_in_days
        and child.child_key not in (select new_baby.child_key from new_baby)

),

arrival as (

    select new_baby.child_key, 'Birth' as arrival, new_baby.notified_date from new_baby
    union all
    select moved_in.child_key, 'Moved in', moved_in.notified_date from moved_in

),

-- What is owed and no case speaks of, asleep or not.
contact as (

    select
        owed.owner_organisation as recipient_code, owed.child_key, owed.item_code, owed.title, owed.act_from_date,
        owed.due_date, owed.target_date
    from pathway.owed_item as owed
    where owed.item_type = 'HV' and owed.facts ->> 'owner_role' = 'HV_PROVIDER'
        and owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
        and owed.act_from_date <= engine.business_date()
    union all
    select
        keeper.hv_provider, new_baby.child_key, day.item_code, item.title, day.due_date, day.due_date, day.target_date
    from new_baby
    inner join child on child.child_key = new_baby.child_key
    inner join pathway.keeper as keeper on keeper.child_key = new_baby.child_key
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.years_later = 0
        and engine.business_date() between day.effective_from and day.effective_to
    inner join definition.pathway_item as item on item.item_code = day.item_code
    cross join setting
    where day.item_type = 'HV' and day.schedule_held and day.due_date > engine.business_date()
        and day.due_date < child.person_birth_date + setting.new_days
        and child.bucket in ('IN_AREA', 'UNTRACED')
        and not exists (
            select
            from pathway.fact as fact
            where fact.child_key = new_baby.child_key and fact.item_code = day.item_code
                and fact.completed_date is not null
                and fact.child_key in (select recent.child_key from new_baby as recent)
        )

),

told as (

    select
        cases.recipient_code,
        cases.exception_id::text as row_id,
        cases.exception_id,
        cases.case_number,
        cases.child_key,
        cases.item_code,
        cases.baseline,
        cases.severity,
        cases.type_code,
        cases.facts,
        cases.missing,
        coalesce(owed.due_date, cases.since_date) as due_from_date,
        coalesce(owed.target_date, cases.action_by_date) as due_by_date
    from owned as cases
    left join pathway.open_item as owed  -- left: no item, or it is owed no longer
        on owed.child_key = cases.child_key and owed.item_code = cases.item_code
    union all
    select
        contact.recipient_code, 'contact-' || contact.child_key || '-' || contact.item_code, null, null,
        contact.child_key, contact.item_code, false, null, 'CONTACT', '{}', contact.title, contact.due_date,
        contact.target_date
    from contact
    inner join publish.organisation_name as owner on owner.code = contact.recipient_code
    where not exists (
            select
            from exception."case" as cases
            where cases.child_key = contact.child_key and cases.facts ->> 'item_code' = contact.item_code
                and cases.state in ('OPEN', 'SUSPENDED')
        )
    union all
    select
        child.expected_hv, 'arrival-' || child.child_key, null, null, child.child_key, null, false, null, 'ARRIVAL', '{}',
        null, null, null
    from moved_in
    inner join child on child.child_key = moved_in.child_key
    inner join publish.organisation_name as owner on owner.code = child.expected_hv
    left join held on held.child_key = child.child_key and held.organisation_code = child.expected_hv
    where held.child_key is null and child.bucket in ('IN_AREA', 'UNTRACED')
        and not exists (
            select
            from owned as cases
            where cases.child_key = child.child_key and cases.recipient_code = child.expected_hv
        )
        and not exists (
            select
            from contact
            where contact.child_key = child.child_key and contact.recipient_code = child.expected_hv
        )

),

seen as (

    select
        fact.child_key,
        bool_or(fact.item_code in ('SCR-NBS-RES', 'SCR-NBS-MI')) as blood_spot,
        bool_or(fact.item_code = 'SCR-NHSP') as hearing
    from pathway.fact as fact
    where fact.item_code in ('SCR-NBS-RES', 'SCR-NBS-MI', 'SCR-NHSP') and fact.completed_date is not null
        and fact.child_key in (select told.child_key from told)
    group by fact.child_key

)

select
    told.recipient_code,
    told.row_id,
    told.exception_id,
    told.case_number,
    told.child_key,
    told.item_code,
    told.baseline,
    coalesce(arrival.arrival = 'Birth', false) as daily,
    told.severity,
    child.person_family_name,
    child.person_given_name,
    child.nhs_number,
    child.person_birth_date,
    case when not gone.answer then told.missing end as missing,
    null::date as since_date,
    case when not gone.answer then told.due_from_date end as due_from_date,
    case when not gone.answer then told.due_by_date end as due_by_date,
    null::integer as offers,
    null::date as last_offered_date,
    told.item_code is not null and not gone.answer as is_item,
    case when not gone.answer then arrival.arrival end as arrival,
    case when not gone.answer then arrival.notified_date end as notified_date,
    case when not gone.answer then child.address end as address,
    case when not gone.answer then child.postcode end as postcode,
    case when not gone.answer then child.registered_practice end as practice_code,
    case when not gone.answer then surgery.name end as practice_name,
    case when not gone.answer and young.answer then coalesce(seen.blood_spot, false) end as blood_spot_seen,
    case when not gone.answer and young.answer then coalesce(seen.hearing, false) end as hearing_seen,
    null::text as reason,
    publish.worded(request.meaning, told.facts) as request
from told
inner join child on child.child_key = told.child_key
cross join setting
left join held on held.child_key = told.child_key and held.organisation_code = told.recipient_code
left join arrival on arrival.child_key = told.child_key  -- left: long known here
left join seen on seen.child_key = told.child_key  -- left: no screen is complete
left join publish.organisation_name as surgery on surgery.code = child.registered_practice
cross join lateral (
    select child.expected_hv is distinct from told.recipient_code and held.child_key is null as answer
) as gone
cross join lateral (
    select coalesce(
        reference.age_reached(child.person_birth_date, setting.screened_until_years, 'YEARS') > engine.business_date(),
        false) as answer
) as young
cross join lateral (
    select asked.meaning
    from definition.list_request as asked
    where asked.list = 'hv-list'
        and asked.type_code in (told.type_code, 'ANY')
        and asked.situation in ('ANY', case when gone.answer then 'LEFT' end)
    order by asked.situation = 'LEFT' desc, asked.type_code = 'ANY'
    limit 1
) as request
