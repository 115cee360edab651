-- target: pathway.clock
-- grain:  child_key
-- scope:  child
-- When a child's items next change by themselves: the next limit of any rule for the birth date, or of an item whose days
-- were moved, or the day a condition of the blood spot can no longer be told. It may be too early, never too late.
with

setting as (

    select max(setting.value) filter (where setting.name = 'maternity_until_days')::integer as maternity_until_days
    from definition.setting as setting

),

child as (

    select child.child_key, child.person_birth_date, coalesce(taught.years_later, 0) as years_later
    from cohort.child as child
    inner join engine.child_in_scope as scope on scope.child_key = child.child_key
    left join pathway.schooling as taught on taught.child_key = child.child_key  -- left: nearly all go by the birth date
    where child.person_birth_date is not null

),

by_birth as (

    select birth.person_birth_date, birth.years_later, min(next.day) as day
    from (select distinct child.person_birth_date, child.years_later from child) as birth
    cross join setting
    cross join lateral (
        select limits.day
        from pathway.calendar as day
        cross join lateral (values
            (day.due_date), (day.amber_date), (day.red_date), (day.latest_date + 1),
            (case when isfinite(day.effective_from) then day.effective_from end),
            (case when isfinite(day.effective_to) then day.effective_to + 1 end)
        ) as limits (day)
        where day.birth_date = birth.person_birth_date and day.years_later = birth.years_later
        union all
        select birth.person_birth_date + condition.reliable_until_days + 1
        from definition.blood_spot_condition as condition
        union all
        select birth.person_birth_date + setting.maternity_until_days + 1
    ) as next
    where next.day > (select engine.business_date())
    group by birth.person_birth_date, birth.years_later

),

by_child as (

    select own.child_key, min(own.day) as day
    from (
        select item.child_key, limits.day
        from pathway.open_item as item
        inner join engine.child_in_scope as scope on scope.child_key = item.child_key
        cross join lateral (values
            (item.due_date), (item.amber_date), (item.red_date), (item.latest_date + 1), (item.deferred_until)
        ) as limits (day)
        union all
        -- An appointment's day, or an offer told ahead, is news when it comes.
        select event.child_key, ahead.day
        from pathway.scoped_event as event
        cross join lateral (values (event.event_date), (event.offer_date)) as ahead (day)
        where event.kind = 'HVRV' and ahead.day > (select engine.business_date())
        union all
        select eligibility.child_key, eligibility.eligible_date + after.due_days
        from pathway.eligibility as eligibility
        inner join engine.child_in_scope as scope on scope.child_key = eligibility.child_key
        inner join definition.pathway_rule as rule on rule.eligible = eligibility.eligibility
        inner join pathway.rule_after as after on after.rule_id = rule.rule_id
    ) as own
    where own.day > (select engine.business_date())
    group by own.child_key

)

select
    child.child_key,
    least(by_birth.day, by_child.day) as next_change_on
from child
left join by_birth  -- left: past every limit
    on by_birth.person_birth_date = child.person_birth_date and by_birth.years_later = child.years_later
left join by_child on by_child.child_key = child.child_key
where coalesce(by_birth.day, by_child.day) is not null
