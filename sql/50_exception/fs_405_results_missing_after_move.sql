-- target: exception.finding
-- part:   type_code = FS-405
-- grain:  subject, element
-- scope:  all
-- A baby under one year who came from elsewhere in England: the results should have followed within the working days of the
-- rule.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.due_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('moved_in', owed.due_date) as facts
from pathway.owed_item as owed
inner join pathway.mover_origin as origin on origin.child_key = owed.child_key and not origin.from_outside
inner join definition.exception_parameter as parameter
    on parameter.type_code = 'FS-405' and parameter.name = 'results_within'
where owed.item_code = 'SCR-NBS-MI' and owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
    and reference.working_day_add(owed.due_date, parameter.value) < engine.business_date()
