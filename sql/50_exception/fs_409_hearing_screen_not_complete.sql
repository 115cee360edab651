-- target: exception.finding
-- part:   type_code = FS-409
-- grain:  subject, element
-- scope:  all
-- The newborn hearing screen is not complete near or past its target age; for a baby who moved in, who is unknown to the
-- national system, from the night of the move.
select
    item.child_key::text as subject,
    item.item_code as element,
    item.child_key,
    least(item.amber_date, moved.eligible_date) as started_on,
    item.owner_organisation as holder,
    jsonb_build_object(
        'item_code', item.item_code, 'item', pathway_item.title, 'item_state', item.state, 'due', item.due_date,
        'owner_role', item.owner_role,
        'target', item.target_date, 'latest', item.latest_date) as facts
from pathway.open_item as item
inner join definition.pathway_item as pathway_item on pathway_item.item_code = item.item_code
left join pathway.eligibility as moved  -- left: most were born here
    on moved.child_key = item.child_key and moved.eligibility = 'MOVED_IN'
where item.item_code = 'SCR-NHSP'
    and (
        item.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
        or (item.state = 'DUE' and moved.child_key is not null)
    )
