-- target: measure.screening_count
-- grain:  measure_id, measure_version, period_type, period_start, attribution, sub_icb_code, icb_code, region_code, local_authority_code, provider_code
-- scope:  all
-- Additive counts of the screening measures. A period that is no longer counted anew keeps those of its last night: its babies
-- are no longer looked at, and its figure has been returned (measures 0.2).
with

icb_region as (

    select look_up.icb_code, min(look_up.region_code) as region_code
    from reference.sub_icb as look_up
    group by look_up.icb_code

),

measure_view as (

    select distinct area.measure_id, area.measure_version, area.attribution
    from definition.measure_area as area

)

select
    period.measure_id,
    period.measure_version,
    period.period_type,
    period.period_start,
    period.period_end,
    view.attribution,
    baby.sub_icb_code,
    baby.icb_code,
    coalesce(icb_region.region_code, '') as region_code,
    baby.local_authority_code,
    baby.provider_code,
    count(*) as denominator,
    count(*) filter (where baby.standing = 'MET') as numerator,
    count(*) filter (where baby.untraced) as untraced_in_denominator
from measure.screening as baby
inner join measure.screening_period as period
    on period.measure_id = baby.measure_id and period.measure_version = baby.measure_version
    and period.period_type = baby.period_type and period.period_start = baby.period_start
inner join measure_view as view
    on view.measure_id = baby.measure_id and view.measure_version = baby.measure_version
left join icb_region on icb_region.icb_code = baby.icb_code  -- left: no look-up
where baby.standing <> 'OUT'
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
union all
select
    kept.measure_id,
    kept.measure_version,
    kept.period_type,
    kept.period_start,
    kept.period_end,
    kept.attribution,
    kept.sub_icb_code,
    kept.icb_code,
    kept.region_code,
    kept.local_authority_code,
    kept.provider_code,
    kept.denominator,
    kept.numerator,
    kept.untraced_in_denominator
from measure.screening_count as kept
inner join measure.period as period
    on period.measure_id = kept.measure_id and period.measure_version = kept.measure_version
    and period.period_type = kept.period_type and period.period_start = kept.period_start
where not exists (
    select from measure.screening_period as counted
    where counted.measure_id = kept.measure_id and counted.measure_version = kept.measure_version
        and counted.period_type = kept.period_type and counted.period_start = kept.period_start
)
