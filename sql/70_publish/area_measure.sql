-- target: publish.area_measure
-- grain:  recipient_code, period_type, period_start, attribution, area_type, area_code, within_type, within_code, measure_id
-- scope:  all
-- The counts of the periods that this night publishes, for all areas at once, because disclosure control must see them
-- together: what one area's report shows may give away what another's hides. Rows of a whole area have an empty within_type;
-- the others say how much of an area lies in the area above it, so that every sum a reader could do is known. Children
-- with no code at a level stand under an empty area_code or NOT_STATED there. Nothing is counted here: whole areas are
-- rows of measure.result, parts are sums of measure.fine, both as known on the snapshot date.
with

-- What is published under which view of the population, the level above, and whether anyone may see it (rulings 7: in the
-- open file authorities are RESP, all others REG).
level (attribution, area_type, within_type, open_data) as (

    values
    ('REG', 'PCN', 'SICBL', true),
    ('REG', 'SICBL', 'ICB', true),
    ('REG', 'ICB', 'REGION', true),
    ('REG', 'REGION', 'ENGLAND', true),
    ('REG', 'ENGLAND', '', true),
    ('RES', 'LA', 'ICB', false),
    ('RES', 'ICB', '', false),
    ('RESP', 'LA', '', true)

),

setting as (

    select max(setting.text_value) filter (where setting.name = 'england_code') as england_code
    from definition.setting as setting

),

-- A feed that never came is no coverage of nought (reports 0.3): without any dose nothing can be said of doses.
doses as (

    select due.period_type, due.period_start
    from publish.period_due as due
    where exists (select from pathway.dose_history as dose where dose.nights @> due.known_on)

),

kept as (

    select
        due.period_type,
        due.period_start,
        due.period_end,
        due.snapshot_date,
        due.known_on,
        kept.measure_id,
        kept.measure_version,
        measure.agency is not null as care,
        measure.agency is not null or doses.period_start is not null as has_evidence
    from publish.period_due as due
    inner join measure.period_history as kept
        on kept.period_type = due.period_type and kept.period_start = due.period_start and kept.nights @> due.known_on
    inner join definition.measure as measure
        on measure.measure_id = kept.measure_id and measure.measure_version = kept.measure_version
        and measure.in_report
    left join doses on doses.period_type = due.period_type and doses.period_start = due.period_start  -- left: no dose

),

whole as (

    select
        kept.*,
        level.attribution,
        level.open_data,
        area.area_type,
        area.area_code,
        area.area_name,
        coalesce(result.denominator, 0) as denominator,
        coalesce(result.numerator, 0) as numerator
    from kept
    inner join definition.measure_area as named
        on named.measure_id = kept.measure_id and named.measure_version = kept.measure_version
    inner join level on level.attribution = named.attribution and level.area_type = named.area_type
    inner join publish.area as area on area.area_type = level.area_type
    left join measure.result_history as result  -- left: nobody is eligible, or no evidence
        on result.measure_id = kept.measure_id and result.measure_version = kept.measure_version
        and result.period_type = kept.period_type and result.period_start = kept.period_start
        and result.attribution = level.attribution
        and result.area_type = area.area_type and result.area_code = area.area_code
        and result.breakdown = '' and result.nights @> kept.known_on

),

part as (

    select
        kept.period_type,
        kept.period_start,
        kept.measure_id,
        level.attribution,
        level.open_data,
        level.area_type,
        code.area_code,
        level.within_type,
        code.within_code,
        sum(fine.denominator)::bigint as denominator,
        sum(fine.numerator)::bigint as numerator
    from kept
    cross join setting
    inner join measure.fine_history as fine
        on fine.measure_id = kept.measure_id and fine.measure_version = kept.measure_version
        and fine.period_type = kept.period_type and fine.period_start = kept.period_start
        and fine.nights @> kept.known_on
    inner join level on level.attribution = fine.attribution and level.within_type <> ''
    cross join lateral (
        select
            case level.area_type
                when 'PCN' then fine.network_code
                when 'SICBL' then fine.sub_icb_code
                when 'ICB' then fine.icb_code
                when 'REGION' then fine.region_code
                when 'LA' then fine.local_authority_code
            end as area_code,
            case level.within_type
                when 'SICBL' then fine.sub_icb_code
                when 'ICB' then fine.icb_code
                when 'REGION' then fine.region_code
                when 'ENGLAND' then setting.england_code
            end as within_code
    ) as code
    where kept.has_evidence
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9

)

select
    'AGGREGATE' as recipient_code,
    whole.period_type,
    whole.period_start,
    whole.attribution,
    whole.area_type,
    whole.area_code,
    '' as within_type,
    '' as within_code,
    whole.measure_id,
    whole.measure_version,
    whole.area_name,
    whole.open_data,
    case
        when not whole.has_evidence or whole.care and whole.denominator = 0 then 'NOT_AVAILABLE'
        when whole.denominator = 0 then 'NOT_APPLICABLE'
        else 'COUNTED'
    end as availability,
    case when whole.has_evidence then whole.denominator else 0 end as denominator,
    case when whole.has_evidence then whole.numerator else 0 end as numerator
from whole
union all
select
    'AGGREGATE',
    part.period_type,
    part.period_start,
    part.attribution,
    part.area_type,
    part.area_code,
    part.within_type,
    part.within_code,
    part.measure_id,
    kept.measure_version,
    null,
    part.open_data,
    'COUNTED',
    part.denominator,
    part.numerator
from part
inner join kept
    on kept.period_type = part.period_type and kept.period_start = part.period_start
    and kept.measure_id = part.measure_id
where exists (
    select from publish.area as area
    where (area.area_type, area.area_code) in (
        (part.area_type, part.area_code), (part.within_type, part.within_code)
    )
)
