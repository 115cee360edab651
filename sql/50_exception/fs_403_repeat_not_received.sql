-- target: exception.finding
-- part:   type_code = FS-403
-- grain:  subject, element
-- scope:  all
-- The laboratory asked for another sample, and none came in the days of grace since; where the status says from which age the
-- next sample is awaited, not before that age. One case per child: the sample is one. Maternity takes it while the baby is in
-- its care, then health visiting; where nobody is commissioned, and for a restricted child, the child health organisation sees
-- to it.
with

parameter as (

    select max(parameter.value) filter (where parameter.name = 'repeat_within') as repeat_within
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-403'

),

setting as (

    select max(setting.value) filter (where setting.name = 'maternity_until_days')::integer as maternity_until_days
    from definition.setting as setting

),

awaited as (

    select
        child.child_key,
        spot.condition,
        spot.status_date,
        condition.meaning,
        condition.position,
        day.due_date,
        moved.eligible_date
    from pathway.blood_spot as spot
    cross join parameter
    inner join cohort.child as child
        on child.child_key = spot.child_key and child.bucket in ('IN_AREA', 'UNTRACED')
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.years_later = 0 and day.item_code = 'SCR-NBS-RES'
        and day.latest_date >= engine.business_date()
    inner join definition.blood_spot_status as status on status.code = spot.status
    inner join register.event as asked on asked.record_key = spot.record_key and asked.event_code = spot.condition
    left join definition.blood_spot_condition as condition  -- left: of the panel, but not named by any feed yet
        on condition.code = spot.condition
    left join pathway.eligibility as moved  -- left: most were born here
        on moved.child_key = spot.child_key and moved.eligibility = 'MOVED_IN'
    where spot.required and spot.effect = 'REPEAT'
        and engine.business_date() - spot.status_date >= parameter.repeat_within
        and engine.business_date() - child.person_birth_date >= coalesce(status.repeat_from_age_days, 0)
        and not exists (
            select
            from register.event as later
            inner join definition.blood_spot_status as said on said.code = later.outcome_code
            inner join definition.blood_spot_effect as effect on effect.code = said.effect and effect.sampled
            where later.child_key = spot.child_key and later.kind = 'NBSS' and later.outcome_code_scheme = 'NBS'
                and not later.withdrawn
                and (later.event_date, coalesce(later.sequence_number, 1))
                > (asked.event_date, coalesce(asked.sequence_number, 1))
        )

),

repeat as (

    select
        awaited.child_key,
        case when max(awaited.eligible_date) is null then 'SCR-NBS-RES' else 'SCR-NBS-MI' end as item_code,
        coalesce(max(awaited.eligible_date), max(awaited.due_date)) as due_date,
        min(awaited.status_date) as asked_date,
        string_agg(
            coalesce(awaited.meaning, awaited.condition), ', ' order by awaited.position nulls last, awaited.condition)
            as conditions
    from awaited
    group by awaited.child_key

),

owner as (

    select
        repeat.child_key,
        case
            when child.restricted then 'CHIS'
            when engine.business_date() - child.person_birth_date <= setting.maternity_until_days
                and maternity.organisation_code is not null then 'MATERNITY'
            when child.expected_hv is not null then 'HV_PROVIDER'
            else 'CHIS'
        end as owner_role,
        maternity.organisation_code as maternity,
        keeper.hv_provider,
        keeper.chis
    from repeat
    cross join setting
    inner join cohort.child as child on child.child_key = repeat.child_key
    inner join pathway.keeper as keeper on keeper.child_key = repeat.child_key
    left join lateral (
        select commission.organisation_code
        from cohort.commission_in_force as commission
        inner join definition.owner_role as role on role.service_code = commission.service_code and role.code = 'MATERNITY'
        where (commission.area_type = 'SICBL' and commission.area_code = child.resident_sub_icb)
            or (commission.area_type = 'ICB' and commission.area_code = child.resident_icb)
            or (commission.area_type = 'LA' and commission.area_code = child.resident_la)
        order by commission.place
        limit 1
    ) as maternity on true

)

select
    repeat.child_key::text as subject,
    repeat.item_code as element,
    repeat.child_key,
    repeat.asked_date as started_on,
    case owner.owner_role
        when 'MATERNITY' then owner.maternity
        when 'HV_PROVIDER' then owner.hv_provider
        else owner.chis
    end as holder,
    jsonb_build_object(
        'item_code', repeat.item_code, 'item', pathway_item.title, 'due', repeat.due_date, 'owner_role', owner.owner_role,
        'conditions', repeat.conditions, 'asked', repeat.asked_date) as facts
from repeat
inner join owner on owner.child_key = repeat.child_key
inner join definition.pathway_item as pathway_item on pathway_item.item_code = repeat.item_code
