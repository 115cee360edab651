-- target: exception.evidence
-- part:   evidence = appointment_kept
-- grain:  type_code, subject, element
-- scope:  all
-- An appointment of the item was kept, later than any to which the child was not brought.
with

appointment as (

    select
        open_case.type_code,
        open_case.subject,
        open_case.element,
        event.event_date,
        bool_or(told.status = 'COMPLETED') as kept,
        min(lower(event.nights)) filter (where told.status = 'COMPLETED') as known_date,
        min(event.record_key) filter (where told.status = 'COMPLETED') as record_key
    from exception.open_case as open_case
    inner join definition.exception_type as type on type.type_code = open_case.type_code and type.grain = 'ITEM'
    inner join register.event as event
        on event.child_key = open_case.child_key and event.kind = 'HVRV' and not event.withdrawn
        and event.event_date <= engine.business_date()
    inner join definition.hv_activity as activity
        on activity.code = event.event_code and activity.item_code = open_case.element
    left join definition.offer_outcome as outcome on outcome.code = event.outcome_code  -- left: told in other words, or not
    left join definition.pathway_status as status on status.status = event.outcome_code
    cross join lateral (select coalesce(outcome.status, status.status) as status) as told
    where told.status in ('COMPLETED', 'NOT_BROUGHT', 'DNA')
    group by open_case.type_code, open_case.subject, open_case.element, event.event_date

)

select distinct on (appointment.type_code, appointment.subject, appointment.element)
    appointment.type_code,
    appointment.subject,
    appointment.element,
    appointment.known_date as evidence_date,
    appointment.record_key
from appointment
where appointment.kept
    and not exists (
        select
        from appointment as missed
        where missed.type_code = appointment.type_code and missed.subject = appointment.subject
            and missed.element = appointment.element and not missed.kept
            and missed.event_date > appointment.event_date
    )
order by appointment.type_code, appointment.subject, appointment.element, appointment.event_date desc
