-- export --what pathway: one row for each child and item that is due, was done, or belongs to a schedule not held (contract
-- section 5). Who owes a restricted child's items would say where the child is, so that is left empty.
select
    engine.business_date() as as_at_date,
    child.nhs_number,
    state.item_code,
    state.rule_version,
    state.due_date,
    state.target_date as target_end_date,
    state.state,
    state.offered_date,
    state.completed_date,
    state.outcome as outcome_code,
    state.child_key::text as child_id,
    state.rule_id,
    item.owner_role,
    case when not child.restricted then item.owner_organisation end as owner_organisation
from pathway.item_state as state
inner join cohort.child as child on child.child_key = state.child_key
left join pathway.open_item as item  -- left: nothing is owed any more
    on item.child_key = state.child_key and item.item_code = state.item_code
order by 1, child.nhs_number collate "C" nulls first, state.item_code collate "C", state.child_key::text collate "C"
