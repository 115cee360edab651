-- target: pathway.item_state
-- grain:  child_key, item_code
-- kind:   view
-- The state of every item for every child who has it (pathway 6, rulings 6). What is not due yet is no row. An interval that
-- still runs moves the due day, and with it target, amber and red; the last day stays.
with

setting as (

    select max(setting.value) filter (where setting.name = 'full_term_weeks')::integer as full_term_weeks
    from definition.setting as setting

),

owed as (

    select
        child.child_key,
        child.bucket,
        child.served_by_residence or child.restricted as visited,
        day.item_code,
        day.rule_id,
        day.rule_version,
        day.schedule_held,
        day.due_date,
        day.target_date,
        day.amber_date,
        day.red_date,
        day.latest_date,
        day.last_day,
        child.gestation_weeks,
        false as waits
    from cohort.child as child
    inner join pathway.calendar as day on day.birth_date = child.person_birth_date and not day.conditional
        -- A schedule that is not held is shown of the children who are ours.
        and (day.schedule_held or child.bucket in ('IN_AREA', 'UNTRACED'))
    where child.bucket in ('IN_AREA', 'UNTRACED', 'OUT_OF_AREA', 'LEFT_ENGLAND', 'DECEASED')
    union all
    select
        child.child_key,
        child.bucket,
        child.served_by_residence or child.restricted as visited,
        day.item_code,
        day.rule_id,
        day.rule_version,
        day.schedule_held,
        coalesce(day.due_date, has.eligible_date + after.due_days),
        coalesce(day.target_date, has.eligible_date + after.target_days),
        coalesce(day.amber_date, has.eligible_date + after.amber_days),
        coalesce(day.red_date, has.eligible_date + after.red_days),
        coalesce(day.latest_date, has.eligible_date + after.latest_days),
        day.last_day,
        child.gestation_weeks,
        waits.child_key is not null
    from cohort.child as child
    inner join pathway.calendar as day on day.birth_date = child.person_birth_date and day.conditional
    inner join definition.pathway_rule as rule on rule.rule_id = day.rule_id
    left join pathway.rule_after as after on after.rule_id = day.rule_id  -- left: nothing counts from eligibility
    left join pathway.eligibility as has on has.child_key = child.child_key and has.eligibility = rule.eligible
    left join pathway.eligibility as lacks on lacks.child_key = child.child_key and lacks.eligibility = rule.unless
    left join pathway.eligibility as waits on waits.child_key = child.child_key and waits.eligibility = rule.waits_for
    where child.bucket in ('IN_AREA', 'UNTRACED', 'OUT_OF_AREA', 'LEFT_ENGLAND', 'DECEASED')
        and (rule.eligible is null or has.child_key is not null) and lacks.child_key is null

),

known as (

    select
        owed.child_key,
        owed.item_code,
        owed.rule_id,
        owed.rule_version,
        owed.schedule_held,
        owed.bucket,
        owed.waits,
        owed.due_date,
        owed.target_date,
        owed.amber_date,
        owed.red_date,
        owed.latest_date,
        owed.last_day,
        rule.responsible_role,
        coalesce(rule.dose_no, 0) as dose_no,
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
        fact.evidence_grade,
        case when fact.completed_date is null and fact.waits_until > owed.due_date
            then fact.waits_until - owed.due_date else 0 end as interval_days,
        case when rule.corrected and owed.gestation_weeks < setting.full_term_weeks
            then (setting.full_term_weeks - owed.gestation_weeks) * 7 else 0 end as corrected_days
    from owed
    inner join definition.pathway_rule as rule
        on rule.rule_id = owed.rule_id
        and engine.business_date() between rule.effective_from and rule.effective_to
    inner join definition.pathway_item as item
        on item.item_code = owed.item_code and (owed.visited or item.item_type <> 'HV')
    cross join setting
    left join pathway.fact as fact  -- left: nothing on record
        on fact.child_key = owed.child_key and fact.item_code = owed.item_code
    -- What lies ahead is a row only when it is done already.
    where not owed.schedule_held or fact.completed_date is not null or owed.due_date <= engine.business_date()

)

select
    known.child_key,
    known.item_code,
    known.rule_id,
    known.rule_version,
    case
        when not known.schedule_held then 'SCHEDULE_NOT_HELD'
        when known.completed_date is not null then 'COMPLETED'
        when known.bucket in ('OUT_OF_AREA', 'LEFT_ENGLAND', 'DECEASED') or known.closed_date is not null then 'CLOSED'
        when known.waits or known.dose_no > known.counted_doses + 1 or known.waits_until > engine.business_date()
            then 'BLOCKED'
        when known.deferred_until > engine.business_date() then 'DEFERRED'
        when known.declined_date is not null then 'DECLINED'
        when known.latest_date + known.corrected_days < engine.business_date() then 'AGED_OUT'
        when known.red_date + known.interval_days + known.corrected_days <= engine.business_date() then 'OVERDUE_RED'
        when known.amber_date + known.interval_days + known.corrected_days <= engine.business_date() then 'OVERDUE_AMBER'
        else 'DUE'
    end as state,
    known.due_date as age_due_date,
    known.last_day,
    known.due_date + known.interval_days as due_date,
    known.target_date + known.interval_days + known.corrected_days as target_date,
    known.amber_date + known.interval_days + known.corrected_days as amber_date,
    known.red_date + known.interval_days + known.corrected_days as red_date,
    known.latest_date + known.corrected_days as latest_date,
    known.responsible_role,
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
        when known.deferred_until > engine.business_date() then 'DEFERRED'
        when known.declined_date is not null then 'DECLINED'
    end as outcome,
    known.outcome_code,
    known.record_key,
    known.evidence_grade,
    known.counted_doses,
    known.waits_until
from known
