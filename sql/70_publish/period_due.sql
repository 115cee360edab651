-- target: publish.period_due
-- grain:  period_type, period_start
-- scope:  all
-- The periods that this night publishes (contract section 3): closed, its snapshot date come, and not published by an
-- earlier night. Of what ended before the first night only the newest quarter and the newest year are published
-- (rulings 7). Figures are those known on the snapshot date; on the first night, where that date lies before it.
with

setting as (

    select max(setting.value) filter (where setting.name = 'service_period_lag_days') as lag_days
    from definition.setting as setting

),

run as (

    select tonight.first_night
    from engine.run as tonight
    where tonight.business_date = engine.business_date()

),

closed as (

    select distinct period.period_type, period.period_start, period.period_end
    from measure.period as period
    where period.period_end < engine.business_date()

),

newest_before_first_night as (

    select closed.period_type, max(closed.period_end) as period_end
    from closed
    cross join run
    where closed.period_end < run.first_night
    group by closed.period_type

)

select
    closed.period_type,
    closed.period_start,
    closed.period_end,
    closed.period_end + setting.lag_days as snapshot_date,
    greatest(closed.period_end + setting.lag_days, run.first_night) as known_on
from closed
cross join setting
cross join run
left join newest_before_first_night as newest on newest.period_type = closed.period_type  -- left: none ended before
where closed.period_end + setting.lag_days <= engine.business_date()
    and closed.period_end >= coalesce(newest.period_end, closed.period_end)
    and not exists (
        select from publish.publication as earlier
        where earlier.period_type = closed.period_type and earlier.period_start = closed.period_start
            and earlier.business_date < engine.business_date()
    )
