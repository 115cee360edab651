-- target: measure.completion
-- grain:  measure_id, measure_version, child_key
-- scope:  all
-- joins:  hash
-- Which children have had the doses that a coverage measure asks for, by the birthday that it evaluates, inclusive. The
-- course is the shortest there is: each next dose is the earliest that is old enough and far enough from the one before
-- it; what lies between is passed over. Doses of all programmes that the measure accepts are one course.
with recursive

setting as (

    select max(setting.value) filter (where setting.name = 'same_dose_days') as same_dose_days
    from definition.setting as setting

),

last_dose as (

    select dose.measure_id, dose.measure_version, max(dose.dose_no)::integer as dose_no
    from definition.measure_dose as dose
    group by dose.measure_id, dose.measure_version

),

-- Which doses count for the children born on a day; numbered, so that the rows of millions of doses stay narrow.
asked as materialized (

    select
        row_number() over () as asked_no,
        due.measure_id,
        due.measure_version,
        due.person_birth_date,
        due.doses_from_date,
        due.counted_before_date
    from (
        select distinct
            due.measure_id,
            due.measure_version,
            due.person_birth_date,
            due.doses_from_date,
            due.counted_before_date
        from measure.due as due
        where due.agency is null
    ) as due

),

-- What is asked of each dose of theirs.
dose_due as materialized (

    select
        asked.asked_no,
        number.dose_no,
        number.dose_no = last_dose.dose_no as completes,
        reference.age_reached(asked.person_birth_date, dose.from_age_amount, dose.from_age_unit) as from_date,
        greatest(coalesce(dose.min_interval_days, 0), setting.same_dose_days + 1) as days_after_last
    from asked
    inner join last_dose
        on last_dose.measure_id = asked.measure_id and last_dose.measure_version = asked.measure_version
    cross join setting
    cross join lateral generate_series(1, last_dose.dose_no) as number (dose_no)
    left join definition.measure_dose as dose  -- left: nothing is asked of a dose but that it was given
        on dose.measure_id = asked.measure_id and dose.measure_version = asked.measure_version
        and dose.dose_no = number.dose_no

),

given as (

    select child.child_key, asked.asked_no, array_agg(dose.dose_date) as dose_dates
    from cohort.child as child
    inner join asked on asked.person_birth_date = child.person_birth_date
    inner join definition.measure_programme as accepted
        on accepted.measure_id = asked.measure_id and accepted.measure_version = asked.measure_version
    inner join pathway.dose as dose
        on dose.child_key = child.child_key and dose.programme = accepted.programme
        and dose.dose_date < asked.counted_before_date
        and dose.dose_date >= coalesce(asked.doses_from_date, dose.dose_date)
    group by child.child_key, asked.asked_no

),

course as (

    select given.child_key, given.asked_no, given.dose_dates, 0 as dose_no, null::date as dose_date, false as completes
    from given
    union all
    select
        course.child_key,
        course.asked_no,
        course.dose_dates,
        dose_due.dose_no,
        next.dose_date,
        dose_due.completes
    from course
    inner join dose_due on dose_due.asked_no = course.asked_no and dose_due.dose_no = course.dose_no + 1
    cross join lateral (
        select min(had.dose_date) as dose_date
        from unnest(course.dose_dates) as had (dose_date)
        where had.dose_date >= coalesce(dose_due.from_date, had.dose_date)
            and had.dose_date >= coalesce(course.dose_date + dose_due.days_after_last, had.dose_date)
    ) as next
    where next.dose_date is not null

)

select
    asked.measure_id,
    asked.measure_version,
    course.child_key,
    course.dose_date as completed_date
from course
inner join asked on asked.asked_no = course.asked_no
where course.completes
