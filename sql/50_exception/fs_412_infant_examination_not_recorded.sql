-- target: exception.finding
-- part:   type_code = FS-412
-- grain:  subject, element
-- scope:  all
-- The physical examination at six to eight weeks is not on record past the day of the failsafe.
select
    item.child_key::text as subject,
    item.item_code as element,
    item.child_key,
    item.amber_date as started_on,
    item.owner_organisation as holder,
    jsonb_build_object(
        'item_code', item.item_code, 'item', pathway_item.title, 'item_state', item.state, 'due', item.due_date,
        'owner_role', item.owner_role,
        'target', item.target_date) as facts
from pathway.open_item as item
inner join definition.pathway_item as pathway_item on pathway_item.item_code = item.item_code
where item.item_code = 'SCR-NIPE-INF' and item.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
