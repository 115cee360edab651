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

appointment as (

    select
        owed.child_key, owed.item_code, owed.owner_organisation, owed.facts, event.event_date,
        bool_or(told.status = 'COMPLETED') as kept
    from pathway.owed_item as owed
    inner join definition.exception_item as watched
        on watched.type_code = 'FS-510' and watched.item_code = owed.item_code
    inner join register.event as event
        on event.child_key = owed.child_key and event.kind = 'HVRV' and not event.withdrawn
        and event.event_date <= engine.business_date()
    inner join definition.hv_activity as activity
        on activity.code = event.event_code and activity.item_code = owed.item_code
    left join definition.offer_outcome as outcome on outcome.code = event.outcome_code  -- left: told in other words, or not
    left join definition.pathway_status as status on status.status = event.outcome_code
    cross join lateral (select coalesce(outcome.status, status.status) as status) as told
    where owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
        and told.status in ('COMPLETED', 'NOT_BROUGHT', 'DNA')
    group by owed.child_key, owed.item_code, owed.owner_organisation, owed.facts, event.event_date

),

since_kept as (

    select
        appointment.*,
        max(case when appointment.kept then appointment.event_date end) over (
            partition by appointment.child_key, appointment.item_code
        ) as last_kept_date
    from appointment

),

missed as (

    select
        since_kept.child_key,
        since_kept.item_code,
        since_kept.owner_organisation,
        since_kept.facts,
        count(*) as times,
        min(since_kept.event_date) as first_date,
        max(since_kept.event_date) as last_date
    from since_kept
    where since_kept.last_kept_date is null or since_kept.event_date > since_kept.last_kept_date
    group by since_kept.child_key, since_kept.item_code, since_kept.owner_organisation, since_kept.facts

)

select
    missed.child_key::text as subject,
    missed.item_code as element,
    missed.child_key,
    missed.last_date as started_on,
    missed.owner_organisation as holder,
    missed.facts || jsonb_build_object('count', missed.times, 'first', missed.first_date, 'last', missed.last_date) as facts
from missed
cross join parameter
where missed.times >= parameter.missed
