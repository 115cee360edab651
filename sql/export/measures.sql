-- export --what measures: the count of every measure, period and area as known at D, before disclosure control (contract
-- section 5). A period that has not ended before D is incomplete and marked provisional; of a screening measure also while the
-- limits of babies born or moved in at its end run on.
select
    result.measure_id,
    result.measure_version,
    result.period_start,
    result.period_end,
    engine.business_date() as as_at_date,
    result.attribution,
    result.area_type,
    result.area_code,
    result.breakdown,
    result.breakdown_value,
    result.denominator,
    result.numerator,
    case when result.period_end + coalesce(screen.complete_after_days, 0) < engine.business_date() then 'N' else 'Y' end as provisional,
    result.untraced_in_denominator
from measure.result as result
left join definition.measure_screen as screen  -- left: other measures
    on screen.measure_id = result.measure_id and screen.measure_version = result.measure_version
order by
    result.measure_id collate "C",
    result.measure_version::text collate "C",
    result.period_start,
    result.period_end,
    result.attribution collate "C",
    result.area_type collate "C",
    result.area_code collate "C",
    result.breakdown collate "C",
    result.breakdown_value collate "C"
