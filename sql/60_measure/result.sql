-- target: measure.result
-- grain:  measure_id, measure_version, period_type, period_start, attribution, area_type, area_code, breakdown, breakdown_value
-- scope:  all
-- The count of every measure for every area that its definition names: sums of measure.fine, totals and breakdowns. Where
-- nobody is eligible there is no row. Every output reads these counts; none counts again (reports 0.1).
with

setting as (

    select max(setting.text_value) filter (where setting.name = 'england_code') as england_code
    from definition.setting as setting

),

counted as (

    select
        fine.*,
        area.area_type,
        case area.area_type
            when 'PRACTICE' then fine.practice_code
            when 'PCN' then fine.network_code
            when 'SICBL' then fine.sub_icb_code
            when 'ICB' then fine.icb_code
            when 'REGION' then fine.region_code
            when 'LA' then fine.local_authority_code
            when 'ENGLAND' then setting.england_code
        end as area_code
    from measure.fine as fine
    inner join definition.measure_area as area
        on area.measure_id = fine.measure_id and area.measure_version = fine.measure_version
        and area.attribution = fine.attribution
    cross join setting

)

select
    counted.measure_id,
    counted.measure_version,
    counted.period_type,
    counted.period_start,
    counted.period_end,
    counted.attribution,
    counted.area_type,
    counted.area_code,
    coalesce(counted.breakdown, '') as breakdown,
    coalesce(counted.breakdown_value, '') as breakdown_value,
    sum(counted.denominator)::bigint as denominator,
    sum(counted.numerator)::bigint as numerator,
    sum(counted.untraced_in_denominator)::bigint as untraced_in_denominator
from counted
where counted.area_code <> ''
group by
    counted.measure_id,
    counted.measure_version,
    counted.period_type,
    counted.period_start,
    counted.period_end,
    counted.attribution,
    counted.area_type,
    counted.area_code,
    grouping sets ((), (counted.breakdown, counted.breakdown_value))
-- A measure without breakdown has its total only.
having grouping(counted.breakdown_value) = 1 or counted.breakdown_value <> ''
