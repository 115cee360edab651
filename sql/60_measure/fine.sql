-- target: measure.fine
-- grain:  measure_id, measure_version, period_type, period_start, attribution, practice_code, network_code, sub_icb_code, icb_code, region_code, local_authority_code, breakdown_value
-- scope:  all
-- joins:  hash
-- Additive counts of every measure (measures 0, 1 and 7), once for each view of the population that it is published for:
-- REG registered with the practices served; RES resident in the area served; RESP registered there, or resident there and
-- registered nowhere. Declined and contraindicated children stay in; who died, was stillborn, left England or was never a
-- person is out.
--   Coverage: the birthday lies in the period. Every period is counted anew each night from what is known then.
--   Care: where children stood at the end of the period. A state cannot be had in arrears, so a closed period keeps the
-- rows of its last night; only the first night also counts the newest closed quarter and year, as known then (rulings 7).
with

-- Care: the periods whose state is taken tonight, and on which day a child's age counts.
care_period as (

    select period.*, least(period.period_end, engine.business_date()) as counted_on
    from (
        select
            kept.*,
            max(kept.period_end) filter (where kept.period_end < engine.business_date()) over (
                partition by kept.measure_id, kept.measure_version, kept.period_type
            ) as newest_closed_end
        from measure.period as kept
        where kept.agency is not null
    ) as period
    where period.period_end >= engine.business_date()
        or (
            period.period_end = period.newest_closed_end
            and exists (
                select from engine.run as run
                where run.business_date = engine.business_date() and run.first_night = engine.business_date()
            )
        )

),

-- Which children count, by birth date and view of the population. Periods are whole months, so coverage is counted by the
-- month of the birthday first. Cells and places are numbered, so that the rows of millions of children stay narrow.
cover_birth as materialized (

    select
        due.person_birth_date,
        due.attribution,
        due.measure_id,
        due.measure_version,
        date_trunc('month', due.counted_from_date)::date as birthday_month,
        dense_rank() over (
            order by due.measure_id, due.measure_version, date_trunc('month', due.counted_from_date)
        ) as cell_no
    from measure.due as due
    where due.agency is null

),

care_birth as materialized (

    select
        due.person_birth_date,
        due.attribution,
        due.agency,
        due.measure_id,
        due.measure_version,
        due.breakdown,
        due.breakdown_value,
        day.counted_on,
        dense_rank() over (
            order by due.measure_id, due.measure_version, day.counted_on, due.breakdown_value
        ) as cell_no
    from measure.due as due
    inner join (
        select distinct care_period.measure_id, care_period.measure_version, care_period.counted_on from care_period
    ) as day
        on day.measure_id = due.measure_id and day.measure_version = due.measure_version
        and day.counted_on >= due.counted_from_date and day.counted_on < due.counted_before_date

),

wanted as (

    select cover_birth.person_birth_date, cover_birth.attribution from cover_birth
    union
    select care_birth.person_birth_date, care_birth.attribution from care_birth

),

network as (

    select distinct on (member.practice_code) member.practice_code, member.network_code
    from reference.network_member as member
    where member.valid_from <= engine.business_date()
        and (member.valid_to is null or member.valid_to >= engine.business_date())
    order by member.practice_code, member.valid_from desc

),

icb_region as (

    select look_up.icb_code, min(look_up.region_code) as region_code
    from reference.sub_icb as look_up
    group by look_up.icb_code

),

counted_child as (

    select
        child.*,
        child.bucket = 'UNTRACED' as untraced,
        -- A restricted child is counted where the register that holds the child is, and named nowhere (measures 0.10).
        child.restricted and child.bucket = 'IN_AREA' and child.counted_la is not null as counted_restricted
    from cohort.child as child
    where child.bucket not in ('STILLBORN', 'DECEASED', 'INVALIDATED', 'LEFT_ENGLAND')
        and child.person_birth_date is not null

),

placed as (

    select
        child.child_key,
        child.person_birth_date,
        child.untraced,
        child.person_record_key,
        place.attribution,
        coalesce(place.practice_code, '') as practice_code,
        coalesce(place.network_code, '') as network_code,
        coalesce(place.sub_icb_code, '') as sub_icb_code,
        coalesce(place.icb_code, '') as icb_code,
        coalesce(by_sub_icb.region_code, by_icb.region_code, place.practice_region_code, '') as region_code,
        coalesce(place.local_authority_code, '') as local_authority_code
    from counted_child as child
    left join reference.practice as practice on practice.organisation_code = child.registered_practice  -- left: none
    left join network on network.practice_code = child.registered_practice  -- left: in no network
    cross join lateral (
        values
        (
            'REG',
            child.counted_restricted or (child.registered_practice is not null and child.served_by_practice),
            case when child.restricted then 'NOT_STATED' else child.registered_practice end,
            case when child.restricted then 'NOT_STATED' else network.network_code end,
            child.counted_sub_icb,
            child.counted_icb,
            practice.region_code,
            child.counted_la
        ),
        (
            'RESP',
            child.counted_restricted
            or case when child.registered_practice is not null then child.served_by_practice
                else child.served_by_residence and not child.restricted end,
            null,
            null,
            case when child.restricted or child.registered_practice is not null then child.counted_sub_icb
                else child.resident_sub_icb end,
            case when child.restricted or child.registered_practice is not null then child.counted_icb
                else child.resident_icb end,
            practice.region_code,
            child.counted_la
        ),
        (
            'RES',
            child.counted_restricted or (child.served_by_residence and not child.restricted),
            null,
            null,
            case when child.restricted then child.counted_sub_icb else child.resident_sub_icb end,
            case when child.restricted then child.counted_icb else child.resident_icb end,
            null,
            case when child.restricted then child.counted_la else child.resident_la end
        )
    ) as place (
        attribution, counted, practice_code, network_code, sub_icb_code, icb_code, practice_region_code,
        local_authority_code
    )
    inner join wanted
        on wanted.person_birth_date = child.person_birth_date and wanted.attribution = place.attribution
    left join reference.sub_icb as by_sub_icb on by_sub_icb.sub_icb_code = place.sub_icb_code  -- left: no look-up
    left join icb_region as by_icb on by_icb.icb_code = place.icb_code
    where place.counted

),

place as materialized (

    select distinct_place.*, row_number() over () as place_no
    from (
        select distinct
            placed.attribution,
            placed.practice_code,
            placed.network_code,
            placed.sub_icb_code,
            placed.icb_code,
            placed.region_code,
            placed.local_authority_code
        from placed
    ) as distinct_place

),

standing as materialized (

    select
        placed.child_key,
        placed.person_birth_date,
        placed.untraced,
        placed.person_record_key,
        placed.attribution,
        place.place_no
    from placed
    inner join place
        on place.attribution = placed.attribution
        and place.practice_code = placed.practice_code
        and place.network_code = placed.network_code
        and place.sub_icb_code = placed.sub_icb_code
        and place.icb_code = placed.icb_code
        and place.region_code = placed.region_code
        and place.local_authority_code = placed.local_authority_code

),

cover_cell as (

    select
        standing.place_no,
        birth.cell_no,
        count(*) as denominator,
        count(completion.child_key) as numerator,
        count(*) filter (where standing.untraced) as untraced
    from standing
    inner join cover_birth as birth
        on birth.person_birth_date = standing.person_birth_date and birth.attribution = standing.attribution
    left join measure.completion as completion  -- left: a child whose course is not complete stays in the denominator
        on completion.child_key = standing.child_key
        and completion.measure_id = birth.measure_id and completion.measure_version = birth.measure_version
    group by standing.place_no, birth.cell_no

),

care_cell as (

    select
        standing.place_no,
        birth.cell_no,
        count(*) as denominator,
        count(*) filter (where counted.under_care) as numerator,
        count(*) filter (where standing.untraced) as untraced
    from standing
    inner join care_birth as birth
        on birth.person_birth_date = standing.person_birth_date and birth.attribution = standing.attribution
    inner join cohort.custody as custody
        on custody.child_key = standing.child_key and custody.agency = birth.agency
    inner join definition.measure_state as counted
        on counted.measure_id = birth.measure_id and counted.measure_version = birth.measure_version
        and counted.state = custody.state
    where standing.person_record_key is not null  -- care is asked of the people PDS knows (measures 7)
    group by standing.place_no, birth.cell_no

),

cell_period as materialized (

    select
        cell.cell_no,
        period.measure_id,
        period.measure_version,
        period.period_type,
        period.period_start,
        period.period_end,
        '' as breakdown,
        '' as breakdown_value,
        true as is_cover
    from (
        select distinct birth.cell_no, birth.measure_id, birth.measure_version, birth.birthday_month
        from cover_birth as birth
    ) as cell
    inner join measure.period as period
        on period.measure_id = cell.measure_id and period.measure_version = cell.measure_version
        and cell.birthday_month between period.period_start and period.period_end
    union all
    select
        cell.cell_no,
        period.measure_id,
        period.measure_version,
        period.period_type,
        period.period_start,
        period.period_end,
        cell.breakdown,
        cell.breakdown_value,
        false
    from (
        select distinct
            birth.cell_no,
            birth.measure_id,
            birth.measure_version,
            birth.counted_on,
            birth.breakdown,
            birth.breakdown_value
        from care_birth as birth
    ) as cell
    inner join care_period as period
        on period.measure_id = cell.measure_id and period.measure_version = cell.measure_version
        and period.counted_on = cell.counted_on

),

period_cell as (

    select
        place.place_no,
        cell.measure_id,
        cell.measure_version,
        cell.period_type,
        cell.period_start,
        cell.period_end,
        cell.breakdown,
        cell.breakdown_value,
        sum(place.denominator)::bigint as denominator,
        sum(place.numerator)::bigint as numerator,
        sum(place.untraced)::bigint as untraced
    from (
        select cover_cell.*, true as is_cover from cover_cell
        union all
        select care_cell.*, false from care_cell
    ) as place
    inner join cell_period as cell on cell.cell_no = place.cell_no and cell.is_cover = place.is_cover
    group by 1, 2, 3, 4, 5, 6, 7, 8

)

select
    period_cell.measure_id,
    period_cell.measure_version,
    period_cell.period_type,
    period_cell.period_start,
    period_cell.period_end,
    place.attribution,
    place.practice_code,
    place.network_code,
    place.sub_icb_code,
    place.icb_code,
    place.region_code,
    place.local_authority_code,
    period_cell.breakdown,
    period_cell.breakdown_value,
    period_cell.denominator,
    period_cell.numerator,
    period_cell.untraced as untraced_in_denominator
from period_cell
inner join place on place.place_no = period_cell.place_no
union all
select
    kept.measure_id,
    kept.measure_version,
    kept.period_type,
    kept.period_start,
    kept.period_end,
    kept.attribution,
    kept.practice_code,
    kept.network_code,
    kept.sub_icb_code,
    kept.icb_code,
    kept.region_code,
    kept.local_authority_code,
    kept.breakdown,
    kept.breakdown_value,
    kept.denominator,
    kept.numerator,
    kept.untraced_in_denominator
from measure.fine as kept
inner join measure.period as period
    on period.measure_id = kept.measure_id and period.measure_version = kept.measure_version
    and period.period_type = kept.period_type and period.period_start = kept.period_start
    and period.agency is not null and period.period_end < engine.business_date()
where not exists (
    select from care_period
    where care_period.measure_id = kept.measure_id and care_period.measure_version = kept.measure_version
        and care_period.period_type = kept.period_type and care_period.period_start = kept.period_start
)
