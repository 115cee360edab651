-- target: pathway.course_dose
-- grain:  child_key, course, dose_date, programme
-- scope:  child
-- Each dose within each course that its vaccine belongs to. A dose counts when it was given at an age that the course
-- allows and far enough from the dose before; a few days early are a clinical judgement: counted, and marked (pathway 5.4
-- rules 1, 2 and 6). Doses that count are numbered in the order of their days; a course is resumed, never restarted.
with

child as (

    select child.child_key, child.person_birth_date
    from cohort.child as child
    inner join engine.child_in_scope as scope on scope.child_key = child.child_key
    where child.person_birth_date is not null

),

age_limit as (

    select
        birth.person_birth_date,
        course.course,
        reference.age_reached(birth.person_birth_date, course.counted_from_amount, course.counted_from_unit) as counted_from,
        reference.age_reached(birth.person_birth_date, course.counted_before_amount, course.counted_before_unit)
            as counted_before,
        course.interval_days,
        course.tolerance_days
    from (select distinct child.person_birth_date from child) as birth
    cross join definition.course as course

),

taken as (

    select
        dose.child_key,
        part.course,
        dose.dose_date,
        dose.programme,
        dose.record_key,
        part.fills,
        part.starts_interval,
        age_limit.counted_from,
        age_limit.counted_before,
        age_limit.interval_days,
        age_limit.tolerance_days,
        dose.dose_date - max(case when part.starts_interval then dose.dose_date end) over (
            partition by dose.child_key, part.course
            order by dose.dose_date, dose.programme rows between unbounded preceding and 1 preceding
        ) as days_since
    from pathway.dose as dose
    inner join child on child.child_key = dose.child_key
    inner join definition.course_programme as part on part.programme = dose.programme
    inner join age_limit on age_limit.person_birth_date = child.person_birth_date and age_limit.course = part.course

),

judged as (

    select
        taken.*,
        case
            when not taken.fills then 'NOT_OF_COURSE'
            when taken.dose_date < taken.counted_from then 'UNDER_AGE'
            when taken.dose_date >= taken.counted_before then 'OVER_AGE'
            when taken.days_since < taken.interval_days - taken.tolerance_days then 'UNDER_INTERVAL'
            when taken.days_since < taken.interval_days then 'INTERVAL_SHORT'
        end as fault
    from taken

)

select
    judged.child_key,
    judged.course,
    judged.dose_date,
    judged.programme,
    judged.starts_interval,
    case when coalesce(judged.fault, 'INTERVAL_SHORT') = 'INTERVAL_SHORT' then
        (count(*) filter (where coalesce(judged.fault, 'INTERVAL_SHORT') = 'INTERVAL_SHORT') over (
            partition by judged.child_key, judged.course order by judged.dose_date, judged.programme
        ))::smallint
    end as dose_no,
    judged.fault,
    judged.days_since::integer as days_since,
    judged.record_key
from judged
