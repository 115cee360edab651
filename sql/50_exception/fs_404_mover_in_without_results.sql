-- target: exception.finding
-- part:   type_code = FS-404
-- grain:  subject, element
-- scope:  all
-- A baby under one year who came from outside England has no complete blood spot result: on the list from the night of the
-- move.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.due_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('target', owed.target_date) as facts
from pathway.owed_item as owed
inner join pathway.mover_origin as origin on origin.child_key = owed.child_key and origin.from_outside
where owed.item_code = 'SCR-NBS-MI' and owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
