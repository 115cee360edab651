-- target: pathway.owed_item
-- grain:  child_key, item_code
-- kind:   view
-- What is owed, as lists act on it: from the day it is due, and for a child who moved in or changed the practice not before
-- they have had the days of grace since (pathway 6, rulings 6). A practice's item counts from registration there, any other
-- from the address; a registration since birth is no move. With it the facts that every exception about an item tells. No CTE,
-- so that whoever asks for some items is answered from theirs alone.
select
    owed.child_key,
    owed.item_code,
    item.item_type,
    item.title,
    owed.state,
    owed.due_date,
    owed.target_date,
    owed.amber_date,
    owed.latest_date,
    case when moved.on_date > child.person_birth_date
        then greatest(owed.due_date, moved.on_date + setting.mover_grace_days)
        else owed.due_date
    end as act_from_date,
    owed.last_offered_date,
    owed.offers,
    owed.outcome_code,
    owed.owner_organisation,
    jsonb_build_object(
        'item_code', owed.item_code, 'item', item.title, 'item_state', owed.state, 'due', owed.due_date,
        'owner_role', owed.owner_role) as facts
from pathway.open_item as owed
inner join definition.pathway_item as item on item.item_code = owed.item_code
inner join cohort.child as child on child.child_key = owed.child_key
cross join (
    select max(setting.value) filter (where setting.name = 'mover_grace_days')::integer as mover_grace_days
    from definition.setting as setting
) as setting
cross join lateral (
    select case when owed.owner_role = 'GP_PRACTICE'
        then coalesce(child.practice_start_date, child.address_start_date)
        else child.address_start_date
    end as on_date
) as moved
