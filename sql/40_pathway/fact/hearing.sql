-- target: pathway.fact
-- part:   source = NHSP
-- grain:  child_key, item_code
-- scope:  child
-- The newborn hearing screen: complete when both ears have a result, or a summary says so; a referral is a complete screen
-- (pathway 3.2). One ear, or a screen under way, is not.
with

said as (

    select
        event.child_key,
        event.event_date,
        event.record_key,
        event.outcome_code,
        coalesce(event.primary_source, true) as primary_source,
        outcome.element as ear,
        coalesce(outcome.complete, history.complete, false) as complete,
        coalesce(history.declined, false) as declined
    from pathway.scoped_event as event
    left join definition.hearing_outcome as outcome on outcome.code = event.outcome_code  -- left: told as history, or unknown
    left join definition.history_outcome as history
        on history.code = event.outcome_code and event.outcome_code_scheme = 'HISTORY'
    where event.kind = 'NHSP' and event.event_date <= engine.business_date()

),

screened as (

    select
        said.child_key,
        least(
            min(said.event_date) filter (where said.complete),
            -- The day on which the second ear was done.
            case when count(distinct said.ear) filter (where said.ear in ('LEFT', 'RIGHT')) = 2
                then greatest(
                    min(said.event_date) filter (where said.ear = 'LEFT'),
                    min(said.event_date) filter (where said.ear = 'RIGHT')) end
        ) as completed_date,
        max(said.event_date) filter (where said.declined) as declined_date,
        max(said.event_date) as last_date
    from said
    group by said.child_key

),

evidence as (

    select distinct on (said.child_key) said.child_key, said.outcome_code, said.record_key
    from said
    inner join screened on screened.child_key = said.child_key
    where said.event_date = coalesce(screened.completed_date, screened.last_date)
    order by said.child_key, said.complete desc, said.primary_source desc, said.record_key desc

)

select
    screened.child_key,
    'SCR-NHSP' as item_code,
    screened.completed_date,
    case when screened.completed_date is not null then 'COMPLETED' end as completed_as,
    null::date as closed_date,
    null::text as closed_as,
    case when screened.completed_date is null and screened.declined_date = screened.last_date
        then screened.declined_date end as declined_date,
    null::date as deferred_until,
    null::smallint as counted_doses,
    null::date as waits_until,
    null::date as offered_date,
    null::date as last_offered_date,
    null::smallint as offers,
    evidence.outcome_code,
    evidence.record_key
from screened
inner join evidence on evidence.child_key = screened.child_key
