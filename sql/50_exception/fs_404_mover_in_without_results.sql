-- target: exception.finding
-- part:   type_code = FS-404
-- grain:  subject, element
-- scope:  all
-- A baby under one year who came from outside England has no complete blood spot result: on the list from the night of the
-- move.
select
    item.child_key::text as subject,
    item.item_code as element,
    item.child_key,
    item.due_date as started_on,
    item.owner_organisation as holder,
    jsonb_build_object(
        'item_code', item.item_code, 'item', pathway_item.title, 'item_state', item.state, 'due', item.due_date,
        'owner_role', item.owner_role,
        'target', item.target_date) as facts
from pathway.open_item as item
inner join definition.pathway_item as pathway_item on pathway_item.item_code = item.item_code
inner join pathway.mover_origin as origin on origin.child_key = item.child_key and origin.from_outside
where item.item_code = 'SCR-NBS-MI' and item.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
