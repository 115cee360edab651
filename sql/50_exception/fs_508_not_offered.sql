-- target: exception.finding
-- part:   type_code = FS-508
-- grain:  subject, element
-- scope:  all
-- A review that is open, was due some time ago, and of which no offer and no outcome is on record. The days count from when
-- lists act on it, so a mover's from the end of the days of grace.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.act_from_date + parameter.value + 1 as started_on,
    owed.owner_organisation as holder,
    owed.facts
from pathway.owed_item as owed
inner join definition.exception_item as watched on watched.type_code = 'FS-508' and watched.item_code = owed.item_code
inner join definition.exception_parameter as parameter
    on parameter.type_code = 'FS-508' and parameter.name = 'raise_after'
where owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
    and owed.offers is null and owed.outcome_code is null
    and owed.act_from_date + parameter.value < engine.business_date()
