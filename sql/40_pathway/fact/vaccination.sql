-- target: pathway.fact
-- part:   source = VACC
-- grain:  child_key, item_code
-- scope:  child
-- Which dose fills which slot: the first that counts in the course, is of the slot's number or later, and was given on or
-- after the slot's earliest day (pathway 5.4 rule 3: slots, not ordinals). While a slot is not filled, the doses that count
-- and the interval since the last one are kept with it, and so is the latest reason why a dose was not given. Whose record a
-- dose is stands in pathway.course_dose.
with

given as (

    select
        dose.child_key,
        day.item_code,
        min(dose.dose_date) filter (
            where dose.dose_no >= day.dose_no and dose.dose_date >= coalesce(day.earliest_date, dose.dose_date)
        ) as completed_date,
        coalesce(max(dose.dose_no), 0)::smallint as counted_doses,
        max(dose.dose_date) filter (where dose.starts_interval) + max(course.interval_days) as waits_until
    from pathway.course_dose as dose
    inner join engine.child_in_scope as scope on scope.child_key = dose.child_key
    inner join cohort.child as child on child.child_key = dose.child_key
    left join pathway.schooling as taught on taught.child_key = dose.child_key  -- left: nearly all go by the birth date
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.course = dose.course and day.schedule_held
        and coalesce(day.years_later = taught.years_later, day.years_later = 0)
    inner join definition.course as course on course.course = dose.course
    group by dose.child_key, day.item_code

),

refused as materialized (

    select
        event.child_key, event.programme, event.event_date, event.outcome_code, event.record_key,
        coalesce(event.primary_source, true) as primary_source, reason.status, reason.deferred_days
    from pathway.scoped_event as event
    inner join definition.not_given_reason as reason on reason.code = event.outcome_code
    where event.kind = 'VACC' and event.event_date <= engine.business_date()

),

not_given as (

    select distinct on (refused.child_key, day.item_code)
        refused.child_key, day.item_code, refused.event_date, refused.outcome_code, refused.record_key,
        refused.status, refused.deferred_days
    from refused
    inner join definition.course_programme as part on part.programme = refused.programme and part.fills
    inner join cohort.child as child on child.child_key = refused.child_key
    left join pathway.schooling as taught on taught.child_key = refused.child_key  -- left: nearly all go by the birth date
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.course = part.course and day.schedule_held
        and coalesce(day.years_later = taught.years_later, day.years_later = 0)
        and refused.event_date >= coalesce(day.earliest_date, day.due_date)
    order by refused.child_key, day.item_code, refused.status = 'CONTRAINDICATED' desc, refused.event_date desc,
        refused.primary_source desc, refused.record_key desc

)

select
    coalesce(given.child_key, not_given.child_key) as child_key,
    coalesce(given.item_code, not_given.item_code) as item_code,
    given.completed_date,
    case when given.completed_date is not null then 'COMPLETED' end as completed_as,
    case when given.completed_date is null and status.closing then not_given.event_date end as closed_date,
    case when given.completed_date is null and status.closing then not_given.status end as closed_as,
    case when given.completed_date is null and not_given.status = 'DECLINED' then not_given.event_date end as declined_date,
    case when given.completed_date is null and not_given.status = 'DEFERRED'
        then not_given.event_date + not_given.deferred_days end as deferred_until,
    case when given.completed_date is null then given.counted_doses end as counted_doses,
    case when given.completed_date is null then given.waits_until end as waits_until,
    null::date as offered_date,
    null::date as last_offered_date,
    null::smallint as offers,
    case when given.completed_date is null then not_given.outcome_code end as outcome_code,
    case when given.completed_date is null then not_given.record_key end as record_key
from given
full join not_given on not_given.child_key = given.child_key and not_given.item_code = given.item_code
left join definition.pathway_status as status on status.status = not_given.status and not status.done
