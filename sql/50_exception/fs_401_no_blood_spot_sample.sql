-- target: exception.finding
-- part:   type_code = FS-401
-- grain:  subject, element
-- scope:  all
-- No sample of the newborn blood spot is on record past the day on which the failsafe raises it. A baby who moved in later has
-- an item of its own (FS-404, FS-405).
select
    item.child_key::text as subject,
    item.item_code as element,
    item.child_key,
    item.amber_date as started_on,
    item.owner_organisation as holder,
    jsonb_build_object(
        'item_code', item.item_code, 'item', pathway_item.title, 'item_state', item.state, 'due', item.due_date,
        'owner_role', item.owner_role) as facts
from pathway.open_item as item
inner join definition.pathway_item as pathway_item on pathway_item.item_code = item.item_code
where item.item_code = 'SCR-NBS' and item.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
    and not exists (
        select
        from pathway.eligibility as moved
        where moved.child_key = item.child_key and moved.eligibility = 'MOVED_IN'
    )
