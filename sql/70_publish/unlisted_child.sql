-- target: publish.unlisted_child
-- grain:  child_key
-- kind:   view
-- The children whom no list may name that leaves the child health service, nor one that asks whose record is whose: whose place is
-- restricted (failsafe 2.4), who died, was stillborn or is said to have died, whose number was invalidated, and of whom a
-- signal waits to be settled (rulings 3 and 5). Told once, so that no list can forget one of them.
select
    child.child_key,
    child.nhs_number
from cohort.child as child
where child.restricted
    or child.life_state <> 'ALIVE'
    or child.bucket = 'INVALIDATED'
    or child.death_status in (select status.code from definition.death_status as status where status.meaning = 'INFORMAL')
    or child.child_key in (select stopped.child_key from cohort.stopped_child as stopped)
