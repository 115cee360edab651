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
    inner join definition.pathway_rule as rule on rule.item_code = 'SCR-' || event.event_code
    inner join definition.pathway_limit as earliest on earliest.rule_id = rule.rule_id and earliest.limit_name = 'EARLIEST'
    left join definition.nipe_component as component on component.code = event.element  -- left: a summary, or BCG
    left join definition.nipe_outcome as outcome
        on outcome.code = event.outcome_code and outcome.component = event.element
    left join definition.history_outcome as history
        on history.code = event.outcome_code and event.outcome_code_scheme = 'HISTORY'
    where event.kind = 'NIPE' and event.event_code in ('NIPE-NB', 'NIPE-INF') and not event.withdrawn
        -- Whether BCG should be given is no word on the examination.
        and event.element <> 'BCG'
        and event.event_date <= engine.business_date()
        and event.event_date >= reference.pathway_day(
            child.person_birth_date, null, earliest.anchor, earliest.amount, earliest.unit, earliest.extra_days, null, null,
            null, null, null)

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
        max(said.event_date) as last_date,
        -- The latest finding that finished something, else the latest word.
        (array_agg(said.outcome_code order by said.done or said.history_done desc, said.event_date desc,
            said.primary_source desc, said.record_key desc, said.element))[1] as outcome_code,
        (array_agg(said.record_key order by said.done or said.history_done desc, said.event_date desc,
            said.primary_source desc, said.record_key desc, said.element))[1] as record_key,
        (array_agg(said.primary_source order by said.done or said.history_done desc, said.event_date desc,
            said.primary_source desc, said.record_key desc, said.element))[1] as primary_source
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
        whole.outcome_code,
        whole.record_key,
        whole.primary_source
    from whole
    inner join body on body.child_key = whole.child_key and body.event_code = whole.event_code

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
    examined.outcome_code,
    examined.record_key,
    case when examined.primary_source then 'FIRST_HAND' else 'TRANSCRIBED' end as evidence_grade
from examined
