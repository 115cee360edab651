-- target: pathway.dose
-- grain:  child_key, programme, dose_date
-- scope:  child
-- Doses given to each child. Records of one programme at most same_dose_days after the record before are one dose, on the
-- earliest of their dates (rulings 6): two systems often tell of the same visit. No dose is judged here: whether it counts
-- for coverage, or is valid, belongs to the measure or the slot that asks (pathway 5.4).
with

setting as (

    select max(setting.value) filter (where setting.name = 'same_dose_days') as same_dose_days
    from definition.setting as setting

),

given as (

    select
        event.child_key,
        event.programme,
        event.event_date,
        event.record_key,
        event.event_date - lag(event.event_date) over (
            partition by event.child_key, event.programme
            order by event.event_date, event.primary_source desc nulls last, event.record_key
        ) as days_since_last
    from pathway.scoped_event as event
    where event.kind = 'VACC' and event.outcome_code = 'COMPLETED'
        and event.programme is not null

)

select
    given.child_key,
    given.programme,
    given.event_date as dose_date,
    given.record_key
from given
cross join setting
where given.days_since_last is null or given.days_since_last > setting.same_dose_days
