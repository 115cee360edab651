-- target: exception.finding
-- part:   type_code = FS-510
-- grain:  subject, element
-- scope:  all
-- A review that is open and to which the child was not brought time after time since it was last kept. Two sources that tell
-- of one day tell of one appointment; what was only booked, moved or cancelled counts neither way.
with

parameter as (

    select parameter.value as missed
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-510' and parameter.name = 'missed'

),

owed as (

    select owed.*
    from pathway.owed_item as owed
    inner join definition.exception_item as watched
        on watched.type_code = 'FS-510' and watched.item_code = owed.item_code
    where owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')

),

appointment as (

    select owed.child_key, owed.item_code, event.event_date, bool_or(told.status = 'COMPLETED') as kept
    from owed
    inner join register.event as event
        on event.child_key = owed.child_key and event.kind = 'HVRV' and not event.withdrawn
        and event.event_date <= engine.business_date()
    inner join definition.hv_activity as activity
        on activity.code = event.event_code and activity.item_code = owed.item_code
    left join definition.offer_outcome as outcome on outcome.code = event.outcome_code  -- left: told in other words, or not
    left join definition.pathway_status as status on status.status = event.outcome_code
    cross join lateral (select coalesce(outcome.status, status.status) as status) as told
    where told.status in ('COMPLETED', 'NOT_BROUGHT', 'DNA')
    group by owed.child_key, owed.item_code, event.event_date

),

missed as (

    select
        appointment.child_key,
        appointment.item_code,
        count(*) as times,
        min(appointment.event_date) as first_date,
        max(appointment.event_date) as last_date
    from appointment
    where not appointment.kept
        and not exists (
            select
            from appointment as later
            where later.child_key = appointment.child_key and later.item_code = appointment.item_code
                and later.kept and later.event_date > appointment.event_date
        )
    group by appointment.child_key, appointment.item_code

)

select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    missed.last_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('count', missed.times, 'first', missed.first_date, 'last', missed.last_date) as facts
from owed
inner join missed on missed.child_key = owed.child_key and missed.item_code = owed.item_code
cross join parameter
where missed.times >= parameter.missed
