-- target: exception.finding
-- part:   type_code = FS-412
-- grain:  subject, element
-- scope:  all
-- The physical examination at six to eight weeks is not on record past the day of the failsafe.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('target', owed.target_date) as facts
from pathway.owed_item as owed
where owed.item_code = 'SCR-NIPE-INF' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
