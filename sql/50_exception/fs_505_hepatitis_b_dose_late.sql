-- target: exception.finding
-- part:   type_code = FS-505
-- grain:  subject, element
-- scope:  all
-- A dose of hepatitis B vaccine for a baby at risk that is overdue. Nothing waits for a move: the baby is at risk meanwhile.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts
from pathway.owed_item as owed
inner join definition.exception_item as watched on watched.type_code = 'FS-505' and watched.item_code = owed.item_code
where owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
