-- target: measure.period
-- grain:  measure_id, measure_version, period_type, period_start
-- scope:  all
-- The periods for which each measure is kept up to date: the current one, which is still incomplete, and every closed one
-- whose end is not older than measure_years (contract section 5). A period takes the version in force at its end.
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'financial_year_first_month') as first_month,
        max(setting.value) filter (where setting.name = 'measure_years') as years_kept
    from definition.setting as setting

),

-- Months in each type of period: the calendar, not policy.
shape as (

    select shape.period_type, shape.length
    from (values ('QUARTER', interval '3 months'), ('YEAR', interval '1 year')) as shape (period_type, length)

),

period as (

    select
        shape.period_type,
        start.day::date as period_start,
        (start.day + shape.length)::date - 1 as period_end
    from shape
    cross join setting
    cross join lateral (
        select make_date(extract(year from engine.business_date())::integer, setting.first_month, 1) as day
    ) as this_year
    -- The first year begins before the oldest period kept, whichever month it is now.
    cross join lateral generate_series(
        this_year.day - make_interval(years => setting.years_kept + 2), engine.business_date(), shape.length
    ) as start (day)
    where (start.day + shape.length)::date - 1 >= engine.business_date() - make_interval(years => setting.years_kept)

)

select
    measure.measure_id,
    measure.measure_version,
    period.period_type,
    period.period_start,
    period.period_end,
    measure.agency
from definition.measure as measure
inner join definition.measure_period as published
    on published.measure_id = measure.measure_id and published.measure_version = measure.measure_version
inner join period
    on period.period_type = published.period_type
    and period.period_end between measure.effective_from and measure.effective_to
