-- The least that facts can cost: each event typed, and one row for each child and milestone.
select
    person.child_id,
    milestone.milestone,
    min(happened.event_date) filter (where happened.outcome = 'DONE') as done_date,
    max(happened.event_date) filter (where happened.outcome = 'DECLINED') as declined_date,
    max(happened.event_date) filter (where happened.outcome = 'DNA') as missed_date
from next.bench_happened as happened
inner join next.bench_person as person on person.child_id = happened.child_id
inner join next.bench_milestone as milestone on milestone.code = happened.code
group by person.child_id, milestone.milestone
