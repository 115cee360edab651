-- target: exception.finding
-- part:   type_code = FS-401
-- grain:  subject, element
-- scope:  all
-- No sample of the newborn blood spot is on record past the day on which the failsafe raises it. A baby who moved in later has
-- an item of its own (FS-404, FS-405).
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts
from pathway.owed_item as owed
where owed.item_code = 'SCR-NBS' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
    and not exists (
        select
        from pathway.eligibility as moved
        where moved.child_key = owed.child_key and moved.eligibility = 'MOVED_IN'
    )
