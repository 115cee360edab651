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
    from pathway.owed_item as owed
    inner join pathway.blood_spot as spot on spot.child_key = owed.child_key
    inner join definition.blood_spot_effect as effect on effect.code = spot.effect
    left join definition.blood_spot_condition as condition  -- left: of the panel, but not named by any feed yet
        on condition.code = spot.condition
    where owed.item_code = 'SCR-NBS-RES' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
        and spot.required and not effect.settles
    group by spot.child_key

)

select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object(
        'conditions', open_condition.conditions, 'sampled', sampled.completed_date, 'laboratory', open_condition.laboratory)
        as facts
from pathway.owed_item as owed
inner join pathway.fact as sampled
    on sampled.child_key = owed.child_key and sampled.item_code = 'SCR-NBS' and sampled.completed_date is not null
inner join open_condition on open_condition.child_key = owed.child_key
where owed.item_code = 'SCR-NBS-RES' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
