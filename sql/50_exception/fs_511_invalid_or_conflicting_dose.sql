-- target: exception.finding
-- part:   type_code = FS-511
-- grain:  subject, element
-- scope:  all
-- A dose that does not count, or that is told a second time with another date: one case for each dose. What a dose does for
-- a course that begins later is no fault of it: a 6-in-1 at eight weeks is no bad booster. So a dose is too young only when
-- it is too young for the earliest course that its vaccine fills, and too soon only where it counts for no course that
-- begins earlier. What the nights have known for long is left alone.
with

parameter as (

    select
        max(parameter.value) filter (where parameter.name = 'same_vaccine_days') as same_vaccine_days,
        max(parameter.value) filter (where parameter.name = 'known_within') as known_within
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-511'

),

filled as (

    -- The courses that a vaccine fills, in the order of the age from which they count: any birth date gives the same.
    select
        part.programme,
        part.course,
        rank() over (
            partition by part.programme
            order by reference.age_reached('2000-01-01', course.counted_from_amount, course.counted_from_unit) nulls first
        ) as place
    from definition.course_programme as part
    inner join definition.course as course on course.course = part.course
    where part.fills

),

suspect as materialized (

    select
        taken.child_key, taken.course, taken.programme, taken.dose_date, taken.record_key, filled.place,
        case when taken.fault in ('UNDER_AGE', 'UNDER_INTERVAL') then taken.fault end as fault
    from pathway.course_dose as taken
    cross join parameter
    inner join filled on filled.course = taken.course and filled.programme = taken.programme
    where lower(taken.nights) >= engine.business_date() - parameter.known_within
        and (
            taken.fault = 'UNDER_INTERVAL'
            or (taken.fault = 'UNDER_AGE' and filled.place = 1)
            or (taken.fault is distinct from 'UNDER_AGE' and taken.days_since <= parameter.same_vaccine_days)
        )

),

judged as (

    select
        suspect.child_key, suspect.course, suspect.programme, suspect.dose_date, suspect.record_key, suspect.place,
        case when twice.answer then 'DUPLICATE' else suspect.fault end as fault
    from suspect
    cross join parameter
    cross join lateral (
        select exists (
            select
            from pathway.dose as other
            where other.child_key = suspect.child_key and other.programme = suspect.programme
                and other.dose_date < suspect.dose_date
                and other.dose_date >= suspect.dose_date - parameter.same_vaccine_days
        ) as answer
    ) as twice

),

faulty as (

    select distinct on (judged.child_key, judged.programme, judged.dose_date) judged.*
    from judged
    where judged.fault in ('DUPLICATE', 'UNDER_AGE')
        or (
            judged.fault = 'UNDER_INTERVAL'
            and not exists (
                select
                from pathway.course_dose as counted
                inner join filled on filled.course = counted.course and filled.programme = counted.programme
                where counted.child_key = judged.child_key and counted.programme = judged.programme
                    and counted.dose_date = judged.dose_date and counted.dose_no is not null
                    and filled.place < judged.place
            )
        )
    order by judged.child_key, judged.programme, judged.dose_date, judged.place, judged.course

),

unfilled as (

    -- The slot of the course that comes next.
    select distinct on (owed.child_key, rule.course) owed.child_key, rule.course, owed.item_code, owed.state
    from pathway.open_item as owed
    inner join definition.pathway_rule as rule on rule.rule_id = owed.rule_id
    inner join faulty on faulty.child_key = owed.child_key and faulty.course = rule.course
    where owed.state in ('BLOCKED', 'DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
    order by owed.child_key, rule.course, rule.dose_no, owed.item_code

)

select distinct on (faulty.child_key, faulty.course, faulty.dose_date)
    faulty.child_key::text as subject,
    faulty.course || ':' || faulty.dose_date as element,
    faulty.child_key,
    faulty.dose_date as started_on,
    case when child.restricted then keeper.chis else coalesce(event.performing_organisation, keeper.chis) end as holder,
    jsonb_build_object(
        'item_code', unfilled.item_code,
        'item_state', unfilled.state,
        'vaccine', programme.meaning,
        'date', faulty.dose_date,
        'fault', fault.meaning) as facts
from faulty
inner join cohort.child as child on child.child_key = faulty.child_key and child.bucket in ('IN_AREA', 'UNTRACED')
inner join pathway.keeper as keeper on keeper.child_key = faulty.child_key
inner join definition.programme as programme on programme.code = faulty.programme
inner join definition.dose_fault as fault on fault.code = faulty.fault
left join unfilled  -- left: the course owes nothing
    on unfilled.child_key = faulty.child_key and unfilled.course = faulty.course
left join register.event as event on event.record_key = faulty.record_key and event.element = ''
order by faulty.child_key, faulty.course, faulty.dose_date, faulty.programme
