-- target: exception.evidence
-- part:   evidence = blood_spot_too_late
-- grain:  type_code, subject, element
-- scope:  all
-- The age is past at which the condition that the case names, or any, can be told from the blood spot.
with

last_day as (

    select
        open_case.type_code,
        open_case.subject,
        open_case.element,
        coalesce(child.person_birth_date + condition.reliable_until_days, day.latest_date) as last_date
    from exception.open_case as open_case
    inner join cohort.child as child on child.child_key = open_case.child_key
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.years_later = 0
        and day.item_code = split_part(open_case.element, ':', 1)
    left join definition.blood_spot_condition as condition  -- left: all of them
        on condition.code = split_part(open_case.element, ':', 2)
    where open_case.type_code = 'FS-406'

)

select
    last_day.type_code,
    last_day.subject,
    last_day.element,
    last_day.last_date + 1 as evidence_date,
    null::bigint as record_key
from last_day
where last_day.last_date < engine.business_date()
