-- target: exception.finding
-- part:   type_code = FS-504
-- grain:  subject, element
-- scope:  all
-- A vaccination slot that is overdue and on which lists act: one case for each slot, but for those that have a type of their
-- own and for a baby who has had nothing yet (FS-503 says that in one case, rulings 6).
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts
from pathway.owed_item as owed
where owed.item_type = 'VAC' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
    and owed.act_from_date <= engine.business_date()
    and not exists (
        select
        from definition.exception_item as watched
        where watched.type_code in ('FS-505', 'FS-506') and watched.item_code = owed.item_code
    )
    and not exists (select from exception.unbegun_child as unbegun where unbegun.child_key = owed.child_key)
