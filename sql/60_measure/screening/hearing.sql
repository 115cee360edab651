-- target: measure.screening
-- part:   screen = HEARING
-- grain:  measure_id, measure_version, period_type, period_start, child_key
-- scope:  all
-- Newborn hearing screen (measures 3, NH1): complete by the limit of the provider's model, in corrected age (pathway 1.4), for
-- who was born in the period to an area of ours. The provider is who gave the result, else who is commissioned there. A baby
-- counts once the limit has passed.
with

setting as (

    select max(setting.value) filter (where setting.name = 'full_term_weeks')::integer as full_term_weeks
    from definition.setting as setting

),

screened as (

    select
        fact.child_key,
        fact.completed_date,
        fact.declined_date,
        (
            select min(event.performing_organisation)
            from register.event as event
            where event.record_key = fact.record_key
        ) as performing_organisation
    from measure.newborn as newborn
    inner join pathway.fact as fact on fact.child_key = newborn.child_key and fact.item_code = 'SCR-NHSP'

),

counted as (

    select
        period.*,
        newborn.child_key,
        newborn.person_birth_date,
        newborn.sub_icb_code,
        newborn.icb_code,
        newborn.local_authority_code,
        newborn.untraced,
        newborn.died_date,
        newborn.gestation_weeks,
        screened.completed_date as done_date,
        screened.declined_date is not null as declined,
        coalesce(screened.performing_organisation, newborn.hearing_organisation, '') as provider_code
    from measure.screening_period as period
    inner join measure.newborn as newborn
        on newborn.person_birth_date between period.period_start and period.period_end
    left join screened on screened.child_key = newborn.child_key  -- left: nothing told
    where period.screen = 'HEARING' and newborn.served

),

limited as (

    select
        counted.*,
        reference.age_reached(counted.person_birth_date, "limit".amount, "limit".unit)
        -- Born before term: the weeks that were lacking are given.
        + case when "limit".corrected
            then 7 * greatest(setting.full_term_weeks - coalesce(counted.gestation_weeks, setting.full_term_weeks), 0)
            else 0 end as limit_date
    from counted
    cross join setting
    left join definition.measure_provider as named  -- left: a provider of the default model
        on named.measure_id = counted.measure_id and named.measure_version = counted.measure_version
        and named.provider = counted.provider_code
    inner join definition.measure_limit as "limit"
        on "limit".measure_id = counted.measure_id and "limit".measure_version = counted.measure_version
        and "limit".model = coalesce(named.model, counted.default_model)

),

judged as (

    select
        limited.*,
        case
            when reference.death_takes_out(
                limited.death_rule, limited.died_date, limited.limit_date, limited.done_date, limited.period_end,
                reference.age_reached(limited.person_birth_date, limited.death_age_amount, limited.death_age_unit)
            ) then 'DIED'
            when limited.limit_date >= engine.business_date() then 'NOT_YET_DUE'
        end as why_out
    from limited

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
        judged.why_out, judged.done_date <= judged.limit_date, judged.done_date, judged.declined, judged.died_date) as standing,
    judged.why_out
from judged
