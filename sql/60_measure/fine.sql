-- target: measure.fine
-- grain:  measure_id, measure_version, period_type, period_start, attribution, practice_code, network_code, sub_icb_code, icb_code, region_code, local_authority_code, breakdown_value
-- scope:  all
-- joins:  hash
-- Additive counts of every measure (measures 0, 1 and 7), once for each view of the population that it is published for:
-- REG registered with the practices served; RES resident in the area served; RESP registered there, or resident there and
-- registered nowhere. Declined and contraindicated children stay in; who died, was stillborn, left England or was never a
-- person is out. What depends on a birth date alone is worked out once for each birth date, not for each child.
--   Coverage: the birthday lies in the period, and the doses that the definition asks for were given by that day,
-- inclusive. Every period is counted anew each night from what is known then.
--   Care: where children stood at the end of the period. A state cannot be had in arrears, so a closed period keeps the
-- row of its last night; only the first night also counts the newest closed quarter and year, as known then (rulings 7).
with recursive

setting as (

    select max(setting.value) filter (where setting.name = 'same_dose_days') as same_dose_days
    from definition.setting as setting

),

born as (

    select distinct child.person_birth_date
    from cohort.child as child
    where child.person_birth_date is not null

),

-- Coverage: which birth dates each measure counts, in which month, and which doses it asks of them.
cover_due as materialized (

    select
        born.person_birth_date,
        measure.measure_id,
        measure.measure_version,
        reached.birthday,
        date_trunc('month', reached.birthday)::date as counted_on,
        reference.age_reached(born.person_birth_date, measure.counted_from_amount, measure.counted_from_unit)
            as doses_from_date
    from born
    inner join definition.measure as measure
        on measure.anchor = 'BIRTHDAY_IN_PERIOD'
        and born.person_birth_date between measure.born_from and measure.born_to
    cross join lateral (
        select reference.age_reached(born.person_birth_date, measure.anchor_age_amount, measure.anchor_age_unit)
            as birthday
    ) as reached
    where exists (
        select from measure.period as period
        where period.measure_id = measure.measure_id and period.measure_version = measure.measure_version
            and reached.birthday between period.period_start and period.period_end
    )

),

last_dose as (

    select dose.measure_id, dose.measure_version, max(dose.dose_no)::integer as dose_no
    from definition.measure_dose as dose
    group by dose.measure_id, dose.measure_version

),

dose_due as materialized (

    select
        cover_due.person_birth_date,
        cover_due.measure_id,
        cover_due.measure_version,
        number.dose_no,
        number.dose_no = last_dose.dose_no as completes,
        reference.age_reached(cover_due.person_birth_date, dose.from_age_amount, dose.from_age_unit) as from_date,
        greatest(coalesce(dose.min_interval_days, 0), setting.same_dose_days + 1) as days_after_last
    from cover_due
    inner join last_dose
        on last_dose.measure_id = cover_due.measure_id and last_dose.measure_version = cover_due.measure_version
    cross join setting
    cross join lateral generate_series(1, last_dose.dose_no) as number (dose_no)
    left join definition.measure_dose as dose  -- left: nothing is asked of a dose but that it was given
        on dose.measure_id = cover_due.measure_id and dose.measure_version = cover_due.measure_version
        and dose.dose_no = number.dose_no

),

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
    ) as period
    inner join definition.measure as measure
        on measure.measure_id = period.measure_id and measure.measure_version = period.measure_version
        and measure.anchor = 'PERIOD_END'
    where period.period_end >= engine.business_date()
        or (
            period.period_end = period.newest_closed_end
            and exists (
                select from engine.run as run
                where run.business_date = engine.business_date() and run.first_night = engine.business_date()
            )
        )

),

care_due as materialized (

    select
        born.person_birth_date,
        measure.measure_id,
        measure.measure_version,
        measure.agency,
        day.counted_on,
        coalesce(band.code, '') as breakdown_value
    from born
    inner join definition.measure as measure
        on measure.anchor = 'PERIOD_END' and born.person_birth_date between measure.born_from and measure.born_to
    inner join (
        select distinct care_period.measure_id, care_period.measure_version, care_period.counted_on from care_period
    ) as day
        on day.measure_id = measure.measure_id and day.measure_version = measure.measure_version
    left join definition.age_band as band  -- left: a measure without breakdown
        on measure.breakdown = 'age_band'
        and day.counted_on >= reference.age_reached(born.person_birth_date, band.from_amount, band.from_unit)
        and day.counted_on < reference.age_reached(born.person_birth_date, band.before_amount, band.before_unit)
    where day.counted_on >= coalesce(
            reference.age_reached(born.person_birth_date, measure.from_age_amount, measure.from_age_unit),
            born.person_birth_date)
        and day.counted_on < coalesce(
            reference.age_reached(born.person_birth_date, measure.before_age_amount, measure.before_age_unit),
            'infinity')

),

-- The views of the population that each measure is published for, and the birth dates each view is needed for.
measure_view as (

    select distinct area.measure_id, area.measure_version, area.attribution
    from definition.measure_area as area

),

wanted as (

    select due.person_birth_date, measure_view.attribution
    from (
        select cover_due.person_birth_date, cover_due.measure_id, cover_due.measure_version from cover_due
        union
        select care_due.person_birth_date, care_due.measure_id, care_due.measure_version from care_due
    ) as due
    inner join measure_view
        on measure_view.measure_id = due.measure_id and measure_view.measure_version = due.measure_version
    group by due.person_birth_date, measure_view.attribution

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

placed as materialized (

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

-- The doses each child has that a measure may count, and the shortest course through them: each next dose is the earliest
-- that is old enough and far enough from the one before.
dose_given as materialized (

    select
        child.child_key,
        cover_due.person_birth_date,
        cover_due.measure_id,
        cover_due.measure_version,
        array_agg(dose.dose_date) as dose_dates
    from counted_child as child
    inner join cover_due on cover_due.person_birth_date = child.person_birth_date
    inner join definition.measure_programme as accepted
        on accepted.measure_id = cover_due.measure_id and accepted.measure_version = cover_due.measure_version
    inner join pathway.dose as dose
        on dose.child_key = child.child_key and dose.programme = accepted.programme
        and dose.dose_date <= cover_due.birthday
        and dose.dose_date >= coalesce(cover_due.doses_from_date, dose.dose_date)
    group by child.child_key, cover_due.person_birth_date, cover_due.measure_id, cover_due.measure_version

),

course as (

    select dose_given.*, 0 as dose_no, null::date as dose_date, false as completes
    from dose_given
    union all
    select
        course.child_key,
        course.person_birth_date,
        course.measure_id,
        course.measure_version,
        course.dose_dates,
        dose_due.dose_no,
        next.dose_date,
        dose_due.completes
    from course
    inner join dose_due
        on dose_due.person_birth_date = course.person_birth_date
        and dose_due.measure_id = course.measure_id and dose_due.measure_version = course.measure_version
        and dose_due.dose_no = course.dose_no + 1
    cross join lateral (
        select min(given.dose_date) as dose_date
        from unnest(course.dose_dates) as given (dose_date)
        where given.dose_date >= coalesce(dose_due.from_date, given.dose_date)
            and given.dose_date >= coalesce(course.dose_date + dose_due.days_after_last, given.dose_date)
    ) as next
    where next.dose_date is not null

),

cover_cell as (

    select
        placed.attribution,
        placed.practice_code,
        placed.network_code,
        placed.sub_icb_code,
        placed.icb_code,
        placed.region_code,
        placed.local_authority_code,
        cover_due.measure_id,
        cover_due.measure_version,
        cover_due.counted_on,
        count(*) as denominator,
        count(course.child_key) as numerator,
        count(*) filter (where placed.untraced) as untraced
    from placed
    inner join cover_due on cover_due.person_birth_date = placed.person_birth_date
    inner join measure_view
        on measure_view.measure_id = cover_due.measure_id and measure_view.measure_version = cover_due.measure_version
        and measure_view.attribution = placed.attribution
    left join course  -- left: a child whose course is not complete stays in the denominator
        on course.child_key = placed.child_key and course.completes
        and course.measure_id = cover_due.measure_id and course.measure_version = cover_due.measure_version
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10

),

care_cell as (

    select
        placed.attribution,
        placed.practice_code,
        placed.network_code,
        placed.sub_icb_code,
        placed.icb_code,
        placed.region_code,
        placed.local_authority_code,
        care_due.measure_id,
        care_due.measure_version,
        care_due.counted_on,
        care_due.breakdown_value,
        count(*) as denominator,
        count(*) filter (where counted.under_care) as numerator,
        count(*) filter (where placed.untraced) as untraced
    from placed
    inner join care_due on care_due.person_birth_date = placed.person_birth_date
    inner join measure_view
        on measure_view.measure_id = care_due.measure_id and measure_view.measure_version = care_due.measure_version
        and measure_view.attribution = placed.attribution
    inner join cohort.custody as custody
        on custody.child_key = placed.child_key and custody.agency = care_due.agency
    inner join definition.measure_state as counted
        on counted.measure_id = care_due.measure_id and counted.measure_version = care_due.measure_version
        and counted.state = custody.state
    where placed.person_record_key is not null  -- care is asked of the people PDS knows (measures 7)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11

)

select
    cell.measure_id,
    cell.measure_version,
    period.period_type,
    period.period_start,
    period.period_end,
    cell.attribution,
    cell.practice_code,
    cell.network_code,
    cell.sub_icb_code,
    cell.icb_code,
    cell.region_code,
    cell.local_authority_code,
    '' as breakdown,
    '' as breakdown_value,
    sum(cell.denominator)::bigint as denominator,
    sum(cell.numerator)::bigint as numerator,
    sum(cell.untraced)::bigint as untraced_in_denominator
from cover_cell as cell
inner join measure.period as period  -- periods are whole months
    on period.measure_id = cell.measure_id and period.measure_version = cell.measure_version
    and cell.counted_on between period.period_start and period.period_end
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
union all
select
    cell.measure_id,
    cell.measure_version,
    period.period_type,
    period.period_start,
    period.period_end,
    cell.attribution,
    cell.practice_code,
    cell.network_code,
    cell.sub_icb_code,
    cell.icb_code,
    cell.region_code,
    cell.local_authority_code,
    coalesce(measure.breakdown, ''),
    cell.breakdown_value,
    cell.denominator,
    cell.numerator,
    cell.untraced
from care_cell as cell
inner join care_period as period
    on period.measure_id = cell.measure_id and period.measure_version = cell.measure_version
    and period.counted_on = cell.counted_on
inner join definition.measure as measure
    on measure.measure_id = cell.measure_id and measure.measure_version = cell.measure_version
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
    and period.period_end < engine.business_date()
inner join definition.measure as measure
    on measure.measure_id = kept.measure_id and measure.measure_version = kept.measure_version
    and measure.anchor = 'PERIOD_END'
where not exists (
    select from care_period
    where care_period.measure_id = kept.measure_id and care_period.measure_version = kept.measure_version
        and care_period.period_type = kept.period_type and care_period.period_start = kept.period_start
)
