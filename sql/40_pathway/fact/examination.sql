-- target: pathway.fact
-- part:   source = NIPE
-- grain:  child_key, item_code
-- scope:  child
-- The physical examinations of the newborn and at six to eight weeks: complete when every part of the body that applies was
-- examined, whatever was found; testes for boys (pathway 3.3). Parts may be examined on several days.
with

parts as (

    select count(*) filter (where not component.boys_only) as of_girls, count(*) as of_boys
    from definition.nipe_component as component

),

said as (

    select
        event.child_key,
        event.event_code,
        event.element,
        event.event_date,
        event.record_key,
        event.outcome_code,
        coalesce(event.primary_source, true) as primary_source,
        component.code as component,
        component.code is not null and (not component.boys_only or boy.answer) as applies,
        case when boy.answer then parts.of_boys else parts.of_girls end as parts,
        coalesce(outcome.complete, false) as done,
        coalesce(outcome.result = 'DECLINED', false) as declined,
        coalesce(history.complete, false) as history_done,
        coalesce(history.declined, false) as history_declined
    from pathway.scoped_event as event
    inner join cohort.child as child on child.child_key = event.child_key
    cross join parts
    cross join lateral (select child.person_stated_gender_code is not distinct from '1' as answer) as boy
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.years_later = 0
        and day.item_code in ('SCR-NIPE-NB', 'SCR-NIPE-INF') and day.item_code = 'SCR-' || event.event_code
    -- left: a summary; a part told twice of has a number after its name
    left join definition.nipe_component as component on component.code = split_part(event.element, '-', 1)
    left join definition.nipe_outcome as outcome
        on outcome.code = event.outcome_code and outcome.component = component.code
    left join definition.history_outcome as history
        on history.code = event.outcome_code and event.outcome_code_scheme = 'HISTORY'
    where event.kind = 'NIPE'
        -- Whether BCG should be given is no word on the examination.
        and split_part(event.element, '-', 1) <> 'BCG'
        and event.event_date between day.earliest_date and engine.business_date()

),

-- Windows, and no join back to what was said: nothing tells the planner how much that is.
part as (

    select
        said.*,
        min(said.event_date) filter (where said.done) over part as done_date,
        max(said.event_date) filter (where said.declined) over part as declined_date,
        max(said.event_date) over part as last_date,
        row_number() over (part order by said.record_key, said.element) = 1 as once
    from said
    window part as (partition by said.child_key, said.event_code, said.component)

),

whole as (

    select
        part.*,
        count(*) filter (where part.once and part.applies and part.done_date is not null) over screen as done_parts,
        -- A refusal stands while it is the last word on the part.
        count(*) filter (
            where part.once and part.applies and (part.done_date is not null or part.declined_date = part.last_date)
        ) over screen as settled_parts,
        max(part.done_date) filter (where part.applies) over screen as parts_done_date,
        max(part.declined_date) filter (where part.applies) over screen as part_declined_date,
        min(part.event_date) filter (where part.history_done) over screen as summary_done_date,
        max(part.event_date) filter (where part.history_declined) over screen as summary_declined_date,
        max(part.event_date) over screen as last_word_date
    from part
    window screen as (partition by part.child_key, part.event_code)

),

examined as (

    select
        whole.*,
        least(whole.summary_done_date, case when whole.done_parts = whole.parts then whole.parts_done_date end)
            as completed_date,
        case when whole.settled_parts = whole.parts then whole.part_declined_date
            when whole.summary_declined_date = whole.last_word_date then whole.summary_declined_date end as refused_date
    from whole

)

-- The evidence is of the day on which it was complete, else of the last one.
select distinct on (examined.child_key, examined.event_code)
    examined.child_key,
    'SCR-' || examined.event_code as item_code,
    examined.completed_date,
    case when examined.completed_date is not null then 'COMPLETED' end as completed_as,
    null::date as closed_date,
    null::text as closed_as,
    case when examined.completed_date is null then examined.refused_date end as declined_date,
    null::date as deferred_until,
    null::smallint as counted_doses,
    null::date as waits_until,
    null::date as offered_date,
    null::date as last_offered_date,
    null::smallint as offers,
    examined.outcome_code,
    examined.record_key
from examined
order by examined.child_key, examined.event_code,
    examined.event_date = coalesce(examined.completed_date, examined.last_word_date) desc,
    examined.primary_source desc, examined.record_key desc, examined.element
