-- target: exception.finding
-- part:   type_code = FS-402
-- grain:  subject, element
-- scope:  all
-- A sample is on record, and past the day of the failsafe some condition of its panel has neither a result, a refusal nor an
-- ending by age.
with

open_condition as (

    select
        spot.child_key,
        string_agg(
            coalesce(condition.meaning, spot.condition), ', ' order by condition.position nulls last, spot.condition)
            as conditions,
        max(spot.laboratory) as laboratory
    from pathway.open_item as owed
    inner join pathway.blood_spot as spot on spot.child_key = owed.child_key
    left join definition.blood_spot_condition as condition  -- left: of the panel, but not named by any feed yet
        on condition.code = spot.condition
    where owed.item_code = 'SCR-NBS-RES' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
        and spot.required and spot.effect not in ('CONCLUSIVE', 'PREVIOUS_RESULT', 'DECLINED', 'AGED_OUT')
    group by spot.child_key

)

select
    item.child_key::text as subject,
    item.item_code as element,
    item.child_key,
    item.amber_date as started_on,
    item.owner_organisation as holder,
    jsonb_build_object(
        'item_code', item.item_code, 'item', pathway_item.title, 'item_state', item.state, 'due', item.due_date,
        'owner_role', item.owner_role,
        'conditions', open_condition.conditions, 'sampled', sampled.completed_date, 'laboratory', open_condition.laboratory) as facts
from pathway.open_item as item
inner join definition.pathway_item as pathway_item on pathway_item.item_code = item.item_code
inner join pathway.fact as sampled
    on sampled.child_key = item.child_key and sampled.item_code = 'SCR-NBS' and sampled.completed_date is not null
inner join open_condition on open_condition.child_key = item.child_key
where item.item_code = 'SCR-NBS-RES' and item.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
