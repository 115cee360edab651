-- target: exception.finding
-- part:   type_code = FS-502
-- grain:  subject, element
-- scope:  all
-- A later review of health visiting that is overdue and on which lists act: one case for each review.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts
from pathway.owed_item as owed
inner join definition.exception_item as watched on watched.type_code = 'FS-502' and watched.item_code = owed.item_code
where owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED') and owed.act_from_date <= engine.business_date()
