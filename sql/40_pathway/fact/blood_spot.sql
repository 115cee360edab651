-- target: pathway.fact
-- part:   source = NBSS
-- grain:  child_key, item_code
-- scope:  child
-- The sample, and the results of the whole panel: complete when every condition that applied has a result, a refusal or an
-- ending by age, and at least one a result (pathway 3.1). The sample stays done when a repeat is asked for (rulings 6).
with

spot as (

    select spot.*
    from pathway.blood_spot as spot
    inner join engine.child_in_scope as scope on scope.child_key = spot.child_key

),

said as (

    select distinct on (event.child_key)
        event.child_key, event.event_date, event.outcome_code, event.record_key
    from pathway.scoped_event as event
    inner join definition.blood_spot_status as status on status.code = event.outcome_code
    where event.kind = 'NBSS' and event.outcome_code_scheme = 'NBS'
        and status.effect in ('RECEIVED', 'REPEAT', 'CONCLUSIVE')
    order by event.child_key, event.event_date, coalesce(event.primary_source, true) desc, event.record_key

),

panel as (

    select
        spot.child_key,
        count(*) filter (where spot.required) as required,
        count(*) filter (where spot.required and spot.effect in ('CONCLUSIVE', 'PREVIOUS_RESULT')) as concluded,
        count(*) filter (where spot.required and spot.effect = 'PREVIOUS_RESULT') as previous,
        count(*) filter (where spot.required and spot.effect = 'DECLINED') as declined,
        count(*) filter (where spot.required and spot.effect = 'AGED_OUT') as aged_out,
        count(*) filter (where spot.required and spot.effect in ('MOVED', 'NOT_CONTACTABLE', 'DECEASED')) as ended,
        max(spot.effect) filter (where spot.required and spot.effect in ('MOVED', 'NOT_CONTACTABLE', 'DECEASED')) as ended_as,
        max(spot.status_date) filter (where spot.required) as last_date,
        max(spot.status_date) filter (where spot.effect = 'DECLINED') as declined_date,
        max(spot.status) filter (where spot.required) as status,
        max(spot.record_key) filter (where spot.required) as record_key
    from spot
    group by spot.child_key

),

result as (

    select
        panel.*,
        panel.concluded > 0 and panel.concluded + panel.declined + panel.aged_out = panel.required as complete,
        panel.required > 0 and panel.ended = panel.required as over,
        panel.required > 0 and panel.declined = panel.required as refused
    from panel

)

select
    coalesce(said.child_key, result.child_key) as child_key,
    'SCR-NBS' as item_code,
    -- Where earlier results are valid for the whole panel, no sample is owed.
    coalesce(said.event_date, case when result.complete then result.last_date end) as completed_date,
    case when said.child_key is not null then 'COMPLETED' when result.complete then 'PREVIOUS_RESULT' end as completed_as,
    case when result.over then result.last_date end as closed_date,
    case when result.over then result.ended_as end as closed_as,
    case when said.child_key is null and result.refused then result.declined_date end as declined_date,
    null::date as deferred_until,
    null::smallint as counted_doses,
    null::date as waits_until,
    null::date as offered_date,
    null::date as last_offered_date,
    null::smallint as offers,
    coalesce(said.outcome_code, result.status) as outcome_code,
    coalesce(said.record_key, result.record_key) as record_key
from said
full join result on result.child_key = said.child_key
union all
select
    result.child_key,
    item.item_code,
    case when result.complete then result.last_date end,
    case when result.complete and result.previous = result.concluded then 'PREVIOUS_RESULT'
        when result.complete then 'COMPLETED' end,
    case when result.over then result.last_date end,
    case when result.over then result.ended_as end,
    case when result.refused then result.declined_date end,
    null::date,
    null::smallint,
    null::date,
    null::date,
    null::date,
    null::smallint,
    result.status,
    result.record_key
from result
cross join (values ('SCR-NBS-RES'), ('SCR-NBS-MI')) as item (item_code)
where result.complete or result.over or result.refused
