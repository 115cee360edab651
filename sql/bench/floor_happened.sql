-- Narrow copy of the events for the floor of bench pathway, spread over its milestones.
select event.child_key::integer as child_id, milestone.code, event.event_date, 'DONE' as outcome
from register.event_history as event
inner join next.bench_milestone as milestone
    on milestone.milestone = 1 + (event.event_date - event.person_birth_date) % 35
