-- target: measure.screening_period
-- grain:  measure_id, measure_version, period_type, period_start
-- kind:   view
-- The periods for which screening measures are counted anew tonight: those not ended longer ago than the measure says, because
-- results come late and limits run past the end; on the first night also the newest closed quarter and year (rulings 7). No
-- CTE, so that whoever asks for one screen is answered for that one.
select
    screen.screen,
    measure.anchor,
    period.measure_id,
    period.measure_version,
    period.period_type,
    period.period_start,
    period.period_end,
    -- Who moved in may have been born earlier, by the age before which a move counts.
    coalesce(
        reference.age_reached(period.period_start, -measure.before_age_amount, measure.before_age_unit),
        period.period_start
    ) as born_from,
    measure.before_age_amount,
    measure.before_age_unit,
    screen.condition,
    screen.default_model,
    screen.death_rule,
    screen.death_age_amount,
    screen.death_age_unit
from measure.period as period
inner join definition.measure as measure
    on measure.measure_id = period.measure_id and measure.measure_version = period.measure_version
inner join definition.measure_screen as screen
    on screen.measure_id = period.measure_id and screen.measure_version = period.measure_version
where period.period_end + screen.recounted_days >= engine.business_date()
    or (
        period.period_end < engine.business_date()
        and not exists (
            select from measure.period as newer
            where newer.measure_id = period.measure_id and newer.period_type = period.period_type
                and newer.period_end > period.period_end and newer.period_end < engine.business_date()
        )
        and exists (
            select from engine.run as run
            where run.business_date = engine.business_date() and run.first_night = engine.business_date()
        )
    )
