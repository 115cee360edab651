-- target: exception.finding
-- part:   type_code = FS-406
-- grain:  subject, element
-- scope:  all
-- The age is near at which a condition can no longer be told from the blood spot, or at which none can. A child without any
-- sample lacks the whole panel. The child health organisation acts, whoever owes the result.
with

parameter as (

    select
        max(parameter.value) filter (where parameter.name = 'limited_from_age') as limited_from_age,
        max(parameter.value) filter (where parameter.name = 'all_from_age') as all_from_age
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-406'

),

owed as (

    select
        item.child_key,
        item.item_code,
        item.state,
        item.due_date,
        item.latest_date,
        child.person_birth_date,
        engine.business_date() - child.person_birth_date as age_days,
        keeper.chis
    from pathway.open_item as item
    inner join cohort.child as child on child.child_key = item.child_key
    inner join pathway.keeper as keeper on keeper.child_key = item.child_key
    where item.item_code in ('SCR-NBS-RES', 'SCR-NBS-MI') and item.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')

),

panel as (

    select
        spot.child_key,
        string_agg(
            coalesce(condition.meaning, spot.condition), ', ' order by condition.position nulls last, spot.condition
        ) filter (where not effect.settles) as conditions
    from pathway.blood_spot as spot
    inner join owed on owed.child_key = spot.child_key
    inner join definition.blood_spot_effect as effect on effect.code = spot.effect
    left join definition.blood_spot_condition as condition  -- left: of the panel, but not named by any feed yet
        on condition.code = spot.condition
    where spot.required
    group by spot.child_key

),

expiring as (

    select
        owed.*, condition.code as part, condition.meaning as conditions,
        parameter.limited_from_age as from_age,
        owed.person_birth_date + condition.reliable_until_days as last_date
    from owed
    cross join parameter
    inner join definition.blood_spot_condition as condition
        on owed.age_days between parameter.limited_from_age and condition.reliable_until_days
    left join pathway.blood_spot as spot on spot.child_key = owed.child_key and spot.condition = condition.code  -- left: untested
    left join definition.blood_spot_effect as effect on effect.code = spot.effect
    left join panel on panel.child_key = owed.child_key  -- left: no sample
    where case
        when panel.child_key is null then coalesce(spot.effect, 'NONE') in ('NONE', 'NOT_SCREENED')
        else coalesce(spot.required, false) and not effect.settles
    end
    union all
    select owed.*, 'ALL', coalesce(panel.conditions, 'every condition'), parameter.all_from_age, owed.latest_date
    from owed
    cross join parameter
    left join panel on panel.child_key = owed.child_key  -- left: no sample
    where owed.age_days >= parameter.all_from_age and owed.latest_date >= engine.business_date()
        and (panel.child_key is null or panel.conditions is not null)

)

select
    expiring.child_key::text as subject,
    expiring.item_code || ':' || expiring.part as element,
    expiring.child_key,
    expiring.person_birth_date + expiring.from_age as started_on,
    expiring.chis as holder,
    jsonb_build_object(
        'item_code', expiring.item_code, 'item', pathway_item.title, 'item_state', expiring.state,
        'due', expiring.due_date, 'owner_role', 'CHIS', 'conditions', expiring.conditions, 'last_day', expiring.last_date)
        as facts
from expiring
inner join definition.pathway_item as pathway_item on pathway_item.item_code = expiring.item_code
