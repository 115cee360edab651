-- target: measure.screening
-- part:   screen = EXAMINATION
-- grain:  measure_id, measure_version, period_type, period_start, child_key
-- scope:  all
-- joins:  hash
-- Newborn physical examination (measures 3, NP1): every part that applies examined within hours of birth, for who was born in
-- the period to an area of ours, by maternity service. Hours count where both times of day are known, else the end of the last
-- day (pathway 1.5). Nobody tells of transfers: whose last part in time another service examined had come to it without a
-- result. A baby counts once the limit has passed.
with

parts as (

    select count(*) filter (where not component.boys_only) as of_girls, count(*) as of_boys
    from definition.nipe_component as component

),

counted as (

    select
        period.*,
        newborn.child_key,
        newborn.person_birth_date,
        newborn.born_at,
        newborn.sub_icb_code,
        newborn.icb_code,
        newborn.local_authority_code,
        newborn.maternity_organisation,
        newborn.restricted,
        newborn.untraced,
        newborn.died_date,
        newborn.boy,
        "limit".hours,
        reference.age_reached(newborn.person_birth_date, "limit".amount, "limit".unit) as limit_date
    from measure.screening_period as period
    inner join definition.measure_limit as "limit"
        on "limit".measure_id = period.measure_id and "limit".measure_version = period.measure_version
    inner join measure.newborn as newborn
        on newborn.person_birth_date between period.period_start and period.period_end
    where period.screen = 'EXAMINATION' and newborn.served

),

said as (

    select
        event.child_key,
        event.event_date,
        event.event_at,
        event.performing_organisation,
        component.code as component,
        component.boys_only,
        coalesce(outcome.complete, false) as done,
        coalesce(history.complete, false) as all_done,
        coalesce(outcome.result = 'DECLINED', history.declined, false) as declined
    from register.event as event
    -- left: a summary; a part told twice of has a number after its name
    left join definition.nipe_component as component on component.code = split_part(event.element, '-', 1)
    left join definition.nipe_outcome as outcome
        on outcome.code = event.outcome_code and outcome.component = component.code
    left join definition.history_outcome as history
        on history.code = event.outcome_code and event.outcome_code_scheme = 'HISTORY'
    where event.kind = 'NIPE' and event.event_code = 'NIPE-NB' and not event.withdrawn
        and event.event_date <= engine.business_date()
        and split_part(event.element, '-', 1) <> 'BCG'
        and event.child_key in (select newborn.child_key from measure.newborn as newborn)

),

part as (

    select
        counted.measure_id,
        counted.measure_version,
        counted.period_type,
        counted.period_start,
        counted.child_key,
        said.event_date,
        said.event_at,
        said.performing_organisation,
        said.component,
        said.all_done,
        said.declined,
        said.done and (counted.boy or not said.boys_only) as applies,
        case when counted.born_at is not null and said.event_at is not null and counted.hours is not null
            then said.event_at <= counted.born_at + make_interval(hours => counted.hours)
            else said.event_date <= counted.limit_date
        end as in_time
    from counted
    inner join said on said.child_key = counted.child_key

),

examined as (

    select
        part.measure_id,
        part.measure_version,
        part.period_type,
        part.period_start,
        part.child_key,
        count(distinct part.component) filter (where part.applies and part.in_time) as parts_in_time,
        count(distinct part.component) filter (where part.applies) as parts_done,
        coalesce(bool_or(part.all_done and part.in_time), false) as summary_in_time,
        least(
            min(part.event_date) filter (where part.all_done), max(part.event_date) filter (where part.applies)
        ) as done_date,
        bool_or(part.all_done) as summary_done,
        bool_or(part.declined) as declined,
        -- The service of the last part in time.
        (array_agg(part.performing_organisation order by part.event_date desc, part.event_at desc nulls last,
            part.performing_organisation) filter (
                where (part.applies or part.all_done) and part.in_time and part.performing_organisation is not null
            ))[1] as performing_organisation
    from part
    group by part.measure_id, part.measure_version, part.period_type, part.period_start, part.child_key

),

-- The trust of a site: a site's code begins with its trust's.
trust as (

    select distinct on (performer.code) performer.code, service.organisation_code
    from (select distinct examined.performing_organisation as code from examined) as performer
    inner join reference.organisation as service
        on service.role = 'MAT' and starts_with(performer.code, service.organisation_code)
    order by performer.code, length(service.organisation_code) desc

),

judged as (

    select
        counted.*,
        case when counted.restricted then 'NOT_STATED'  -- counted, and located nowhere (measures 0.10)
            else coalesce(
                trust.organisation_code, examined.performing_organisation, counted.maternity_organisation, '')
        end as provider_code,
        coalesce(examined.summary_in_time or examined.parts_in_time = needed.parts, false) as met,
        case when examined.summary_done or examined.parts_done = needed.parts then examined.done_date end as done_date,
        coalesce(examined.declined, false) as declined,
        case
            when reference.death_takes_out(
                counted.death_rule, counted.died_date, counted.limit_date, null, counted.period_end,
                reference.age_reached(counted.person_birth_date, counted.death_age_amount, counted.death_age_unit)
            ) then 'DIED'
            when counted.limit_date >= engine.business_date() then 'NOT_YET_DUE'
        end as why_out
    from counted
    cross join parts
    cross join lateral (select case when counted.boy then parts.of_boys else parts.of_girls end as parts) as needed
    left join examined  -- left: nothing told
        on examined.child_key = counted.child_key
        and examined.measure_id = counted.measure_id and examined.measure_version = counted.measure_version
        and examined.period_type = counted.period_type and examined.period_start = counted.period_start
    left join trust on trust.code = examined.performing_organisation

)

select
    judged.measure_id,
    judged.measure_version,
    judged.period_type,
    judged.period_start,
    judged.child_key,
    judged.sub_icb_code,
    judged.icb_code,
    judged.local_authority_code,
    judged.provider_code,
    judged.untraced,
    judged.limit_date,
    judged.done_date,
    reference.screening_standing(
        judged.why_out, judged.met, judged.done_date, judged.declined, judged.died_date) as standing,
    judged.why_out
from judged
