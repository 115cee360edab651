-- target: exception.finding
-- part:   type_code = FS-405
-- grain:  subject, element
-- scope:  all
-- A baby under one year who came from elsewhere in England: the results should have followed within the working days of the
-- rule.
select
    item.child_key::text as subject,
    item.item_code as element,
    item.child_key,
    item.due_date as started_on,
    item.owner_organisation as holder,
    jsonb_build_object(
        'item_code', item.item_code, 'item', pathway_item.title, 'item_state', item.state, 'due', item.due_date,
        'owner_role', item.owner_role,
        'moved_in', item.due_date) as facts
from pathway.open_item as item
inner join definition.pathway_item as pathway_item on pathway_item.item_code = item.item_code
inner join pathway.mover_origin as origin on origin.child_key = item.child_key and not origin.from_outside
inner join definition.exception_parameter as parameter
    on parameter.type_code = 'FS-405' and parameter.name = 'results_within'
where item.item_code = 'SCR-NBS-MI' and item.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
    and reference.working_day_add(item.due_date, parameter.value) < engine.business_date()
