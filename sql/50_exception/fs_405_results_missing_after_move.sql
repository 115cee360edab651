-- target: exception.finding
-- part:   type_code = FS-405
-- grain:  subject, element
-- scope:  all
-- A baby under one year who came from elsewhere in England: the results should have followed within the working days of the
-- rule. They count from the night on which we knew of the move; where the register that owes the item had opened its record
-- of the child before, from that day, so that a baby who came shortly before our first night does not wait once more.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    known.on_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('moved_in', known.on_date) as facts
from pathway.owed_item as owed
inner join cohort.child as child on child.child_key = owed.child_key
inner join pathway.mover_origin as origin on origin.child_key = owed.child_key and not origin.from_outside
inner join definition.exception_parameter as parameter
    on parameter.type_code = 'FS-405' and parameter.name = 'results_within'
cross join lateral (
    select least(owed.due_date, min(greatest(lower(holding.during), child.address_start_date))) as on_date
    from cohort.holding as holding
    where holding.child_key = owed.child_key and holding.agency = 'CHIS' and holding.is_open
        and holding.organisation_code = owed.owner_organisation and not lower_inf(holding.during)
) as known
where owed.item_code = 'SCR-NBS-MI' and owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
    and reference.working_day_add(known.on_date, parameter.value) < engine.business_date()
