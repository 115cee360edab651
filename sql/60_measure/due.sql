-- target: measure.due
-- grain:  measure_id, measure_version, attribution, person_birth_date, breakdown_value
-- scope:  all
-- On which days children born on a day count for a measure, in which views of the population and in which value of its
-- breakdown: what depends on the birth date alone, worked out once for each birth date and not for each child. A coverage
-- measure counts a child on the birthday that it evaluates, a care measure on every day of the ages it speaks of.
with

born as (

    select distinct child.person_birth_date
    from cohort.child as child
    where child.person_birth_date is not null

),

applies as (

    select born.person_birth_date, measure.*
    from born
    inner join definition.measure as measure on born.person_birth_date between measure.born_from and measure.born_to

),

coverage as (

    select
        applies.*,
        reference.age_reached(applies.person_birth_date, applies.anchor_age_amount, applies.anchor_age_unit) as birthday
    from applies
    where applies.anchor = 'BIRTHDAY_IN_PERIOD'

),

care as (

    select
        applies.measure_id,
        applies.measure_version,
        applies.person_birth_date,
        applies.agency,
        coalesce(applies.breakdown, '') as breakdown,
        coalesce(band.code, '') as breakdown_value,
        greatest(
            applies.person_birth_date,
            reference.age_reached(applies.person_birth_date, applies.from_age_amount, applies.from_age_unit),
            reference.age_reached(applies.person_birth_date, band.from_amount, band.from_unit)
        ) as counted_from_date,
        least(
            date 'infinity',
            reference.age_reached(applies.person_birth_date, applies.before_age_amount, applies.before_age_unit),
            reference.age_reached(applies.person_birth_date, band.before_amount, band.before_unit)
        ) as counted_before_date
    from applies
    left join definition.age_band as band on applies.breakdown = 'age_band'  -- left: a measure without breakdown
    where applies.anchor = 'PERIOD_END'

),

measure_view as (

    select distinct area.measure_id, area.measure_version, area.attribution
    from definition.measure_area as area

)

select
    coverage.measure_id,
    coverage.measure_version,
    view.attribution,
    coverage.person_birth_date,
    coverage.agency,
    '' as breakdown,
    '' as breakdown_value,
    coverage.birthday as counted_from_date,
    coverage.birthday + 1 as counted_before_date,
    reference.age_reached(coverage.person_birth_date, coverage.counted_from_amount, coverage.counted_from_unit)
        as doses_from_date
from coverage
inner join measure_view as view
    on view.measure_id = coverage.measure_id and view.measure_version = coverage.measure_version
where exists (
    select from measure.period as period
    where period.measure_id = coverage.measure_id and period.measure_version = coverage.measure_version
        and coverage.birthday between period.period_start and period.period_end
)
union all
select
    care.measure_id,
    care.measure_version,
    view.attribution,
    care.person_birth_date,
    care.agency,
    care.breakdown,
    care.breakdown_value,
    care.counted_from_date,
    care.counted_before_date,
    null
from care
inner join measure_view as view
    on view.measure_id = care.measure_id and view.measure_version = care.measure_version
where care.counted_from_date < care.counted_before_date
