-- target: pathway.fact
-- part:   source = HVRV
-- grain:  child_key, item_code
-- scope:  child
-- Reviews of health visiting. Done by the first contact face to face that was kept, on or after the earliest day of the
-- review; nothing else satisfies it (pathway 2 and 4). While it is not done, the latest word decides: a refusal stands until
-- something is offered after it (pathway 8).
with

said as (

    select
        event.child_key,
        activity.item_code,
        event.event_date,
        event.offer_date,
        event.outcome_code,
        event.record_key,
        event.primary_source,
        coalesce(outcome.status, status.status, 'NOT_STATED') as status,
        coalesce(mechanism.face_to_face, true) as face_to_face,
        event.event_date >= coalesce(day.earliest_date, event.event_date) as late_enough
    from pathway.scoped_event as event
    inner join definition.hv_activity as activity on activity.code = event.event_code and activity.item_code is not null
    inner join cohort.child as child on child.child_key = event.child_key
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.years_later = 0 and day.item_code = activity.item_code
    left join definition.offer_outcome as outcome on outcome.code = event.outcome_code  -- left: told in other words, or not
    left join definition.pathway_status as status on status.status = event.outcome_code
    left join definition.consultation_mechanism as mechanism on mechanism.code = event.consultation_mechanism
    where event.kind = 'HVRV'

),

happened as (

    select
        said.child_key,
        said.item_code,
        min(said.event_date) filter (
            where said.status = 'COMPLETED' and said.face_to_face and said.late_enough
                and said.event_date <= (select engine.business_date())
        ) as completed_date,
        min(said.offer_date) filter (where said.offer_date <= (select engine.business_date())) as offered_date,
        max(said.offer_date) filter (where said.offer_date <= (select engine.business_date())) as last_offered_date,
        count(distinct said.offer_date) filter (where said.offer_date <= (select engine.business_date()))::smallint as offers
    from said
    group by said.child_key, said.item_code

),

evidence as (

    select distinct on (said.child_key, said.item_code)
        said.child_key, said.item_code, said.status, said.event_date, said.outcome_code, said.record_key
    from said
    inner join happened on happened.child_key = said.child_key and happened.item_code = said.item_code
    where case
        when happened.completed_date is not null
            then said.event_date = happened.completed_date and said.status = 'COMPLETED' and said.face_to_face
        else said.event_date <= engine.business_date()
    end
    order by said.child_key, said.item_code, said.event_date desc, said.primary_source desc nulls last, said.record_key desc

)

select
    happened.child_key,
    happened.item_code,
    happened.completed_date,
    case when happened.completed_date is not null then 'COMPLETED' end as completed_as,
    case when happened.completed_date is null and status.closing and not reoffered.answer then evidence.event_date end
        as closed_date,
    case when happened.completed_date is null and status.closing and not reoffered.answer then evidence.status end
        as closed_as,
    case when happened.completed_date is null and evidence.status = 'DECLINED' and not reoffered.answer
        then evidence.event_date end as declined_date,
    null::date as deferred_until,
    null::smallint as counted_doses,
    null::date as waits_until,
    happened.offered_date,
    happened.last_offered_date,
    nullif(happened.offers, 0) as offers,
    evidence.outcome_code,
    evidence.record_key
from happened
left join evidence  -- left: an offer whose day lies ahead
    on evidence.child_key = happened.child_key and evidence.item_code = happened.item_code
left join definition.pathway_status as status on status.status = evidence.status and not status.done
cross join lateral (
    select coalesce(happened.last_offered_date > evidence.event_date, false) as answer
) as reoffered
