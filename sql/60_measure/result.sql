-- target: measure.result
-- grain:  measure_id, measure_version, period_type, period_start, attribution, area_type, area_code, breakdown, breakdown_value
-- scope:  all
-- The count of every measure for every area that its definition names: sums of measure.fine and measure.screening_count,
-- totals and breakdowns. Where nobody is eligible there is no row. Every output reads these counts; none counts again
-- (reports 0.1).
with

setting as (

    select max(setting.text_value) filter (where setting.name = 'england_code') as england_code
    from definition.setting as setting

),

additive as (

    select
        fine.measure_id,
        fine.measure_version,
        fine.period_type,
        fine.period_start,
        fine.period_end,
        fine.attribution,
        fine.practice_code,
        fine.network_code,
        fine.sub_icb_code,
        fine.icb_code,
        fine.region_code,
        fine.local_authority_code,
        '' as provider_code,
        fine.breakdown,
        fine.breakdown_value,
        fine.denominator,
        fine.numerator,
        fine.untraced_in_denominator
    from measure.fine as fine
    union all
    select
        screening.measure_id,
        screening.measure_version,
        screening.period_type,
        screening.period_start,
        screening.period_end,
        screening.attribution,
        '',
        '',
        screening.sub_icb_code,
        screening.icb_code,
        screening.region_code,
        screening.local_authority_code,
        screening.provider_code,
        '',
        '',
        screening.denominator,
        screening.numerator,
        screening.untraced_in_denominator
    from measure.screening_count as screening

),

counted as (

    select
        additive.*,
        area.area_type,
        case area.area_type
            when 'PRACTICE' then additive.practice_code
            when 'PCN' then additive.network_code
            when 'SICBL' then additive.sub_icb_code
            when 'ICB' then additive.icb_code
            when 'REGION' then additive.region_code
            when 'LA' then additive.local_authority_code
            when 'PROVIDER' then additive.provider_code
            when 'ENGLAND' then setting.england_code
        end as area_code
    from additive
    inner join definition.measure_area as area
        on area.measure_id = additive.measure_id and area.measure_version = additive.measure_version
        and area.attribution = additive.attribution
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
