-- target: measure.screening
-- part:   screen = BLOOD_SPOT
-- grain:  measure_id, measure_version, period_type, period_start, child_key
-- scope:  all
-- joins:  hash
-- Newborn blood spot (measures 3, NB1 and NB4): a conclusive result recorded by the limit after birth for who was the board's
-- at birth and still is on the last day of the period, or after notice of the move for who came to it in the period and is
-- still there. Where a register has the result, its own date counts, else the night that first knew it (rulings 7). A baby
-- counts once the limit has passed.
with

period as materialized (

    select period.*, "limit".amount, "limit".unit
    from measure.screening_period as period
    inner join definition.measure_limit as "limit"
        on "limit".measure_id = period.measure_id and "limit".measure_version = period.measure_version
    where period.screen = 'BLOOD_SPOT'

),

born as (

    select
        period.*,
        newborn.child_key,
        newborn.person_birth_date,
        newborn.died_date,
        newborn.untraced,
        case when newborn.served then newborn.icb_code else move.icb_code end as icb_code,
        reference.age_reached(newborn.person_birth_date, period.amount, period.unit) as limit_date,
        case
            when not newborn.served then 'NOT_RESPONSIBLE_AT_BIRTH'
            when move.icb_code <> newborn.icb_code then 'MOVED_AWAY'
        end as elsewhere
    from period
    inner join measure.newborn as newborn
        on newborn.person_birth_date between period.period_start and period.period_end
    left join lateral (  -- left: never moved
        select last.icb_code, last.served
        from measure.newborn_move as last
        where last.child_key = newborn.child_key and last.notified_date <= period.period_end
        order by last.notified_date desc
        limit 1
    ) as move on true
    where period.anchor = 'BORN_IN_PERIOD' and (newborn.served or move.served)

),

arrived as (

    -- The last time in the period that a baby came to a board of ours.
    select distinct on (period.measure_id, period.measure_version, period.period_type, period.period_start, move.child_key)
        period.*, move.child_key, move.notified_date, move.icb_code
    from period
    inner join measure.newborn_move as move
        on move.notified_date between period.period_start and period.period_end and move.served
    where period.anchor = 'MOVED_IN_IN_PERIOD'
    order by period.measure_id, period.measure_version, period.period_type, period.period_start, move.child_key,
        move.notified_date desc

),

moved as (

    select
        arrived.*,
        newborn.person_birth_date,
        newborn.died_date,
        newborn.untraced,
        reference.age_reached(arrived.notified_date, arrived.amount, arrived.unit) as limit_date,
        case
            when arrived.notified_date >= reference.age_reached(
                newborn.person_birth_date, arrived.before_age_amount, arrived.before_age_unit) then 'TOO_OLD'
            when exists (
                select from measure.newborn_move as later
                where later.child_key = arrived.child_key
                    and later.notified_date > arrived.notified_date and later.notified_date <= arrived.period_end
            ) then 'MOVED_AWAY'
        end as elsewhere
    from arrived
    inner join measure.newborn as newborn on newborn.child_key = arrived.child_key

),

counted as (

    select
        born.measure_id, born.measure_version, born.period_type, born.period_start, born.period_end, born.child_key,
        born.person_birth_date, born.died_date, born.untraced, born.icb_code, born.limit_date, born.elsewhere,
        born.condition, born.death_rule, born.death_age_amount, born.death_age_unit
    from born
    union all
    select
        moved.measure_id, moved.measure_version, moved.period_type, moved.period_start, moved.period_end, moved.child_key,
        moved.person_birth_date, moved.died_date, moved.untraced, moved.icb_code, moved.limit_date, moved.elsewhere,
        moved.condition, moved.death_rule, moved.death_age_amount, moved.death_age_unit
    from moved

),

-- Each result as it stands now, and the night that first had that word of it, whether its child was known then or not.
word as (

    select
        max(version.child_key) filter (where version.stands) as child_key,
        version.event_code as condition,
        version.outcome_code as status,
        bool_or(version.stands and not coalesce(version.primary_source, true)) as by_register,
        max(version.recorded_date) filter (where version.stands) as recorded_date,
        min(lower(version.nights)) as known_date
    from (
        select version.*, version.nights @> engine.known_at() and not version.withdrawn as stands
        from register.event_history as version
        where version.kind = 'NBSS' and version.outcome_code_scheme = 'NBS'
            and version.event_code in (select period.condition from period)
            and (version.child_key is null or version.child_key in (select newborn.child_key from measure.newborn as newborn))
    ) as version
    group by version.record_key, version.element, version.event_code, version.outcome_code
    having bool_or(version.stands)

),

recorded as (

    select
        asked.measure_id,
        asked.measure_version,
        word.child_key,
        coalesce(
            min(coalesce(word.recorded_date, word.known_date)) filter (where word.by_register),
            min(word.known_date)
        ) as recorded_date
    from word
    inner join definition.measure_screen as asked on asked.condition = word.condition
    inner join definition.measure_status as conclusive
        on conclusive.measure_id = asked.measure_id and conclusive.measure_version = asked.measure_version
        and conclusive.status = word.status
    group by asked.measure_id, asked.measure_version, word.child_key

),

declined as (

    select distinct word.child_key, word.condition
    from word
    inner join definition.blood_spot_status as status on status.code = word.status and status.effect = 'DECLINED'

),

judged as (

    select
        counted.*,
        recorded.recorded_date as done_date,
        declined.child_key is not null as declined,
        case
            when reference.death_takes_out(
                counted.death_rule, counted.died_date, counted.limit_date, recorded.recorded_date, counted.period_end,
                reference.age_reached(counted.person_birth_date, counted.death_age_amount, counted.death_age_unit)
            ) then 'DIED'
            when counted.elsewhere is not null then counted.elsewhere
            when counted.limit_date >= engine.business_date() then 'NOT_YET_DUE'
        end as why_out
    from counted
    left join recorded  -- left: no conclusive result
        on recorded.child_key = counted.child_key
        and recorded.measure_id = counted.measure_id and recorded.measure_version = counted.measure_version
    left join declined on declined.child_key = counted.child_key and declined.condition = counted.condition

)

select
    judged.measure_id,
    judged.measure_version,
    judged.period_type,
    judged.period_start,
    judged.child_key,
    '' as sub_icb_code,
    judged.icb_code,
    '' as local_authority_code,
    '' as provider_code,
    judged.untraced,
    judged.limit_date,
    judged.done_date,
    reference.screening_standing(
        judged.why_out, judged.done_date <= judged.limit_date, judged.done_date, judged.declined, judged.died_date) as standing,
    judged.why_out
from judged
