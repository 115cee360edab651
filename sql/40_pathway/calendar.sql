-- target: pathway.calendar
-- grain:  birth_date, rule_id
-- scope:  all
-- The days of each rule for each birth date there is. What was worked out under the same definitions is kept: a day never
-- changes while its rule stands. A birth date before the first rule of an item belongs to a schedule that is not held here,
-- where the item says that there was one (pathway 6).
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'academic_year_first_month')::integer as academic_year_first_month,
        max(setting.value) filter (where setting.name = 'full_term_weeks')::integer as full_term_weeks
    from definition.setting as setting

),

same_definitions as (

    select count(distinct run.definitions_hash) = 1 as answer
    from engine.run as run
    where run.business_date in (
        engine.business_date(),
        (select max(earlier.business_date) from engine.run as earlier where earlier.business_date < engine.business_date())
    )

),

birth as (

    select distinct child.person_birth_date as birth_date
    from cohort.child as child
    where child.person_birth_date is not null

),

kept as (

    select held.*
    from pathway.calendar as held
    inner join birth on birth.birth_date = held.birth_date
    cross join same_definitions
    where same_definitions.answer

),

new_birth as (

    select birth.birth_date
    from birth
    where not exists (select from kept where kept.birth_date = birth.birth_date)

),

first_rule as (

    select distinct on (rule.item_code) rule.*
    from definition.pathway_rule as rule
    order by rule.item_code, rule.born_from, rule.rule_id

),

ruled as (

    select new_birth.birth_date, rule.rule_id, rule.rule_version, rule.item_code, true as schedule_held,
        coalesce(rule.eligible, rule.unless) is not null as conditional, rule.corrected
    from new_birth
    inner join definition.pathway_rule as rule on new_birth.birth_date between rule.born_from and rule.born_to
    inner join definition.pathway_item as item on item.item_code = rule.item_code and item.tracked
    union all
    select new_birth.birth_date, first_rule.rule_id, first_rule.rule_version, first_rule.item_code, false, false, false
    from new_birth
    inner join first_rule on new_birth.birth_date < first_rule.born_from
    inner join definition.pathway_item as item
        on item.item_code = first_rule.item_code and item.tracked and item.older = 'NOT_HELD'

),

dated as (

    select
        ruled.*,
        "limit".limit_name,
        reference.pathway_day(
            ruled.birth_date, null, "limit".anchor, "limit".amount, "limit".unit, "limit".extra_days,
            "limit".year_group::integer, "limit".month::integer, "limit".day_of_month::integer, "limit".fixed_date,
            setting.academic_year_first_month) as day
    from ruled
    inner join definition.pathway_limit as "limit" on "limit".rule_id = ruled.rule_id
    cross join setting

)

select
    dated.birth_date,
    dated.item_code,
    dated.rule_id,
    dated.rule_version,
    dated.schedule_held,
    dated.conditional,
    max(dated.day) filter (where dated.limit_name = 'DUE' and dated.schedule_held) as due_date,
    max(dated.day) filter (where dated.limit_name = 'EARLIEST' and dated.schedule_held) as earliest_date,
    max(dated.day) filter (where dated.limit_name = 'TARGET' and dated.schedule_held) as target_date,
    max(dated.day) filter (where dated.limit_name = 'AMBER' and dated.schedule_held) as amber_date,
    max(dated.day) filter (where dated.limit_name = 'RED' and dated.schedule_held) as red_date,
    max(dated.day) filter (where dated.limit_name = 'LATEST' and dated.schedule_held) as latest_date,
    max(dated.day) filter (where dated.limit_name = 'LATEST' and dated.schedule_held)
        + case when dated.corrected then setting.full_term_weeks * 7 else 0 end as last_day
from dated
cross join setting
group by dated.birth_date, dated.item_code, dated.rule_id, dated.rule_version, dated.schedule_held, dated.conditional,
    dated.corrected, setting.full_term_weeks
union all
select
    kept.birth_date, kept.item_code, kept.rule_id, kept.rule_version, kept.schedule_held, kept.conditional,
    kept.due_date, kept.earliest_date, kept.target_date, kept.amber_date, kept.red_date, kept.latest_date, kept.last_day
from kept
