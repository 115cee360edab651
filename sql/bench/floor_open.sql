-- The least that open items can cost: what fell due in the last two years and was not done.
select
    person.child_id,
    milestone.milestone,
    person.born + milestone.due_days as due_date
from next.bench_person as person
cross join next.bench_milestone as milestone
left join next.bench_fact as fact on fact.child_id = person.child_id and fact.milestone = milestone.milestone
where person.born + milestone.due_days between engine.business_date() - 731 and engine.business_date()
    and fact.done_date is null
