-- target: pathway.fact
-- part:   source = NCMP
-- grain:  child_key, item_code
-- scope:  child
-- Measurements of the child measurement programme belong to the school year in which they fall (pathway 2): the child's own or,
-- taught out of it, the school's. A child was measured before it came to be taught with others, and stays so.
select
    event.child_key,
    day.item_code,
    min(event.event_date) as completed_date,
    'COMPLETED' as completed_as,
    null::date as closed_date,
    null::text as closed_as,
    null::date as declined_date,
    null::date as deferred_until,
    null::smallint as counted_doses,
    null::date as waits_until,
    null::date as offered_date,
    null::date as last_offered_date,
    null::smallint as offers,
    min(event.outcome_code) as outcome_code,
    min(event.record_key) as record_key
from pathway.scoped_event as event
inner join cohort.child as child on child.child_key = event.child_key
left join pathway.schooling as taught on taught.child_key = event.child_key  -- left: nearly all go by the birth date
inner join pathway.calendar as day
    on day.birth_date = child.person_birth_date
    and day.years_later in (0, coalesce(taught.years_later, 0))
    and event.event_date between day.earliest_date and day.latest_date
    and day.item_type = 'SCH'
where event.kind = 'NCMP'
group by event.child_key, day.item_code
