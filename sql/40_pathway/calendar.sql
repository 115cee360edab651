-- target: pathway.calendar
-- grain:  birth_date, item_code, years_later, rule_id
-- scope:  pathway.birth_in_scope by birth_date
-- The days of each rule for each birth date there is: worked out once, since a day never changes while its rule stands. A birth
-- date before the first rule of an item belongs to a schedule that is not held here, where the item says that there was one
-- (pathway 6). For a child taught out of its year, days in a school year are those of whom it is taught with, and ages its own:
-- a vaccine too early for its age stays too early (pathway 1 rule 7).
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'academic_year_first_month')::integer as academic_year_first_month,
        max(setting.value) filter (where setting.name = 'full_term_weeks')::integer as full_term_weeks
    from definition.setting as setting

),

new_birth as (

    select due.birth_date, 0 as years_later, due.birth_date as taught_as
    from pathway.birth_in_scope as due
    where exists (select from cohort.child as child where child.person_birth_date = due.birth_date)
    union
    select
        due.birth_date, taught.years_later, reference.age_reached(due.birth_date, taught.years_later, 'YEARS')
    from pathway.schooling as taught
    inner join cohort.child as child on child.child_key = taught.child_key
    inner join pathway.birth_in_scope as due on due.birth_date = child.person_birth_date

),

first_rule as (

    select distinct on (rule.item_code) rule.*
    from definition.pathway_rule as rule
    order by rule.item_code, rule.born_from, rule.rule_id

),

ruled as (

    select new_birth.*, rule.rule_id, rule.item_code, true as schedule_held
    from new_birth
    cross join definition.pathway_item as item
    inner join definition.pathway_rule as rule
        on rule.item_code = item.item_code
        and case when item.by_school_year then new_birth.taught_as else new_birth.birth_date end
            between rule.born_from and rule.born_to
    where item.tracked
    union all
    select new_birth.*, first_rule.rule_id, first_rule.item_code, false
    from new_birth
    cross join definition.pathway_item as item
    inner join first_rule
        on first_rule.item_code = item.item_code
        and case when item.by_school_year then new_birth.taught_as else new_birth.birth_date end < first_rule.born_from
    where item.tracked and item.older = 'NOT_HELD'

),

dated as (

    select
        ruled.birth_date,
        ruled.years_later,
        ruled.rule_id,
        ruled.item_code,
        ruled.schedule_held,
        "limit".limit_name,
        reference.pathway_day(
            case when "limit".anchor = 'SCHOOL_YEAR' then ruled.taught_as else ruled.birth_date end,
            null, "limit".anchor, "limit".amount, "limit".unit, "limit".extra_days,
            "limit".year_group::integer, "limit".month::integer, "limit".day_of_month::integer, "limit".fixed_date,
            setting.academic_year_first_month) as day
    from ruled
    inner join definition.pathway_limit as "limit" on "limit".rule_id = ruled.rule_id
    cross join setting

),

worked_out as (

    select
        dated.birth_date,
        dated.years_later,
        dated.item_code,
        dated.rule_id,
        dated.schedule_held,
        max(dated.day) filter (where dated.limit_name = 'DUE' and dated.schedule_held) as due_date,
        max(dated.day) filter (where dated.limit_name = 'EARLIEST' and dated.schedule_held) as earliest_date,
        max(dated.day) filter (where dated.limit_name = 'TARGET' and dated.schedule_held) as target_date,
        max(dated.day) filter (where dated.limit_name = 'AMBER' and dated.schedule_held) as amber_date,
        max(dated.day) filter (where dated.limit_name = 'RED' and dated.schedule_held) as red_date,
        max(dated.day) filter (where dated.limit_name = 'LATEST' and dated.schedule_held) as latest_date
    from dated
    group by dated.birth_date, dated.years_later, dated.item_code, dated.rule_id, dated.schedule_held

),

rule as (

    select
        rule.*,
        item.item_type,
        role.service_code,
        case when rule.corrected then setting.full_term_weeks end as full_term_weeks,
        after.due_days,
        after.target_days,
        after.amber_days,
        after.red_days,
        after.latest_days
    from definition.pathway_rule as rule
    inner join definition.pathway_item as item on item.item_code = rule.item_code
    inner join definition.owner_role as role on role.code = rule.responsible_role
    left join pathway.rule_after as after on after.rule_id = rule.rule_id  -- left: nothing counts from eligibility
    cross join setting

)

select
    worked_out.birth_date,
    worked_out.years_later::smallint as years_later,
    worked_out.item_code,
    worked_out.rule_id,
    rule.rule_version,
    rule.item_type,
    rule.responsible_role,
    rule.service_code,
    rule.course,
    rule.dose_no,
    rule.full_term_weeks,
    case when worked_out.schedule_held then rule.eligible end as eligible,
    case when worked_out.schedule_held then rule.unless end as unless,
    rule.waits_for,
    rule.effective_from,
    rule.effective_to,
    worked_out.schedule_held,
    worked_out.due_date,
    worked_out.earliest_date,
    worked_out.target_date,
    worked_out.amber_date,
    worked_out.red_date,
    worked_out.latest_date,
    worked_out.latest_date + coalesce(rule.full_term_weeks * 7, 0) as last_day,
    rule.due_days,
    rule.target_days,
    rule.amber_days,
    rule.red_days,
    rule.latest_days
from worked_out
inner join rule on rule.rule_id = worked_out.rule_id
