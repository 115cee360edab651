-- target: pathway.item_state
-- grain:  child_key, item_code
-- kind:   view
-- The state of every item for every child who has it (pathway 6, rulings 6). What is not due yet is no row. An interval that
-- still runs moves the due day, and with it target, amber and red; the last day stays. Joins only and no CTE, so that
-- whoever asks for some children is answered from their rows alone. The night is asked for in a sub-select where every row of a
-- full evaluation would ask: it is a setting, read as text each time.
select
    known.child_key,
    known.item_code,
    known.rule_id,
    known.rule_version,
    case
        when not known.schedule_held then 'SCHEDULE_NOT_HELD'
        when known.completed_date is not null then 'COMPLETED'
        when known.bucket in ('OUT_OF_AREA', 'LEFT_ENGLAND', 'DECEASED') or known.closed_date is not null then 'CLOSED'
        when known.waits or known.dose_no > known.counted_doses + 1 or known.waits_until > (select engine.business_date())
            then 'BLOCKED'
        when known.deferred_until > (select engine.business_date()) then 'DEFERRED'
        when known.declined_date is not null then 'DECLINED'
        when known.latest_date + known.corrected_days < (select engine.business_date()) then 'AGED_OUT'
        when known.red_date + known.interval_days + known.corrected_days <= (select engine.business_date()) then 'OVERDUE_RED'
        when known.amber_date + known.interval_days + known.corrected_days <= (select engine.business_date()) then 'OVERDUE_AMBER'
        else 'DUE'
    end as state,
    known.due_date as age_due_date,
    known.born_due_date,
    known.last_day,
    known.due_date + known.interval_days as due_date,
    known.target_date + known.interval_days + known.corrected_days as target_date,
    known.amber_date + known.interval_days + known.corrected_days as amber_date,
    known.red_date + known.interval_days + known.corrected_days as red_date,
    known.latest_date + known.corrected_days as latest_date,
    known.responsible_role,
    known.service_code,
    known.deferred_until,
    known.offered_date,
    known.last_offered_date,
    known.offers,
    known.completed_date,
    case
        when known.completed_date is not null then known.completed_as
        when known.bucket = 'DECEASED' then 'DECEASED'
        when known.bucket in ('OUT_OF_AREA', 'LEFT_ENGLAND') then 'MOVED'
        when known.closed_date is not null then known.closed_as
        when known.deferred_until > (select engine.business_date()) then 'DEFERRED'
        when known.declined_date is not null then 'DECLINED'
    end as outcome,
    known.outcome_code,
    known.record_key,
    known.counted_doses,
    known.waits_until
from (

    select
        child.child_key,
        child.bucket,
        day.item_code,
        day.rule_id,
        day.rule_version,
        day.responsible_role,
        day.service_code,
        day.schedule_held,
        day.last_day,
        coalesce(day.dose_no, 0) as dose_no,
        day.due_date as born_due_date,
        coalesce(day.due_date, has.eligible_date + day.due_days) as due_date,
        coalesce(day.target_date, has.eligible_date + day.target_days) as target_date,
        coalesce(day.amber_date, has.eligible_date + day.amber_days) as amber_date,
        coalesce(day.red_date, has.eligible_date + day.red_days) as red_date,
        coalesce(day.latest_date, has.eligible_date + day.latest_days) as latest_date,
        waits.child_key is not null as waits,
        fact.completed_date,
        fact.completed_as,
        fact.closed_date,
        fact.closed_as,
        fact.declined_date,
        fact.deferred_until,
        coalesce(fact.counted_doses, 0) as counted_doses,
        fact.waits_until,
        fact.offered_date,
        fact.last_offered_date,
        fact.offers,
        fact.outcome_code,
        fact.record_key,
        case when fact.completed_date is null and fact.waits_until > day.due_date
            then fact.waits_until - day.due_date else 0 end as interval_days,
        case when child.gestation_weeks < day.full_term_weeks
            then (day.full_term_weeks - child.gestation_weeks) * 7 else 0 end as corrected_days
    from cohort.child as child
    left join pathway.schooling as taught on taught.child_key = child.child_key  -- left: nearly all go by the birth date
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date
        and coalesce(day.years_later = taught.years_later, day.years_later = 0)
        and engine.business_date() between day.effective_from and day.effective_to
        and (day.item_type <> 'HV' or child.served_by_residence or child.restricted)
        -- A schedule that is not held is shown of the children who are ours.
        and (day.schedule_held or child.bucket in ('IN_AREA', 'UNTRACED'))
    left join pathway.fact as fact  -- left: nothing on record
        on fact.child_key = child.child_key and fact.item_code = day.item_code
    -- left: not for some children only
    left join pathway.eligibility as has on has.child_key = child.child_key and has.eligibility = day.eligible
    left join pathway.eligibility as lacks on lacks.child_key = child.child_key and lacks.eligibility = day.unless
    left join pathway.eligibility as waits on waits.child_key = child.child_key and waits.eligibility = day.waits_for
    where child.bucket in ('IN_AREA', 'UNTRACED', 'OUT_OF_AREA', 'LEFT_ENGLAND', 'DECEASED')
        and (day.eligible is null or has.child_key is not null)
        and lacks.child_key is null
        -- What lies ahead is a row only when it is done already.
        and (
            not day.schedule_held
            or fact.completed_date is not null
            or coalesce(day.due_date, has.eligible_date + day.due_days) <= (select engine.business_date())
        )

) as known
