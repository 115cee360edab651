-- target: pathway.fact
-- part:   source = NIPE
-- grain:  child_key, item_code
-- scope:  child
-- The physical examinations of the newborn and at six to eight weeks: complete when every part of the body that applies was
-- examined, whatever was found; testes for boys (pathway 3.3). Parts may be examined on several days.
with

said as (

    select
        event.child_key,
        event.event_code,
        event.element,
        event.event_date,
        event.record_key,
        event.outcome_code,
        coalesce(event.primary_source, true) as primary_source,
        component.code is not null as is_component,
        coalesce(outcome.complete, false) as done,
        coalesce(outcome.result = 'DECLINED', false) as declined,
        coalesce(history.complete, false) as history_done,
        coalesce(history.declined, false) as history_declined
    from register.event as event
    inner join engine.child_in_scope as scope on scope.child_key = event.child_key
    inner join cohort.child as child on child.child_key = event.child_key
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.item_code = 'SCR-' || event.event_code
    left join definition.nipe_component as component on component.code = event.element  -- left: a summary, or BCG
    left join definition.nipe_outcome as outcome
        on outcome.code = event.outcome_code and outcome.component = event.element
    left join definition.history_outcome as history
        on history.code = event.outcome_code and event.outcome_code_scheme = 'HISTORY'
    where event.kind = 'NIPE' and event.event_code in ('NIPE-NB', 'NIPE-INF') and not event.withdrawn
        -- Whether BCG should be given is no word on the examination.
        and event.element <> 'BCG'
        and event.event_date between day.earliest_date and engine.business_date()

),

part as (

    select
        said.child_key,
        said.event_code,
        component.code as component,
        min(said.event_date) filter (where said.element = component.code and said.done) as done_date,
        max(said.event_date) filter (where said.element = component.code and said.declined) as declined_date,
        max(said.event_date) filter (where said.element = component.code) as last_date
    from said
    inner join cohort.child as child on child.child_key = said.child_key
    inner join definition.nipe_component as component
        on not component.boys_only or child.person_stated_gender_code is not distinct from '1'
    group by said.child_key, said.event_code, component.code

),

body as (

    select
        part.child_key,
        part.event_code,
        case when bool_and(part.done_date is not null) then max(part.done_date) end as completed_date,
        -- A refusal stands while it is the last word on the part.
        case when bool_and(part.done_date is not null or coalesce(part.declined_date = part.last_date, false))
            then max(part.declined_date) end as declined_date
    from part
    group by part.child_key, part.event_code

),

whole as (

    select
        said.child_key,
        said.event_code,
        min(said.event_date) filter (where said.history_done) as completed_date,
        max(said.event_date) filter (where said.history_declined) as declined_date,
        max(said.event_date) as last_date
    from said
    group by said.child_key, said.event_code

),

examined as (

    select
        whole.child_key,
        whole.event_code,
        least(whole.completed_date, body.completed_date) as completed_date,
        coalesce(body.declined_date, case when whole.declined_date = whole.last_date then whole.declined_date end)
            as declined_date,
        whole.last_date
    from whole
    inner join body on body.child_key = whole.child_key and body.event_code = whole.event_code

),

evidence as (

    select distinct on (said.child_key, said.event_code)
        said.child_key, said.event_code, said.outcome_code, said.record_key, said.primary_source
    from said
    inner join examined on examined.child_key = said.child_key and examined.event_code = said.event_code
    where said.event_date = coalesce(examined.completed_date, examined.last_date)
    order by said.child_key, said.event_code, said.primary_source desc, said.record_key desc, said.element

)

select
    examined.child_key,
    'SCR-' || examined.event_code as item_code,
    examined.completed_date,
    case when examined.completed_date is not null then 'COMPLETED' end as completed_as,
    null::date as closed_date,
    null::text as closed_as,
    case when examined.completed_date is null then examined.declined_date end as declined_date,
    null::date as deferred_until,
    null::smallint as counted_doses,
    null::date as waits_until,
    null::date as offered_date,
    null::date as last_offered_date,
    null::smallint as offers,
    evidence.outcome_code,
    evidence.record_key,
    case when evidence.primary_source then 'FIRST_HAND' else 'TRANSCRIBED' end as evidence_grade
from examined
inner join evidence on evidence.child_key = examined.child_key and evidence.event_code = examined.event_code
