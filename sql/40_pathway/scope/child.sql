-- The children whose items can have changed tonight: what is known of them changed, or a day of theirs has come (the clock as
-- last night left it, so that a resumed night finds the same children). Everyone, where definitions, the program or who is
-- commissioned changed, on a first night, and when asked for.
with

last_night as (

    select max(run.business_date) as business_date
    from engine.run as run
    where run.business_date < engine.business_date()

),

everyone as (

    select
        tonight.full_evaluation or tonight.baseline or before.business_date is null
        or before.definitions_hash <> tonight.definitions_hash
        or before.code_version <> tonight.code_version
        or exists (
            select from reference.commission_history as commission
            where lower(commission.nights) = tonight.business_date or upper(commission.nights) = tonight.business_date
        )
        or exists (
            select from reference.commission as commission
            where commission.valid_from > before.business_date and commission.valid_from <= tonight.business_date
                or commission.valid_to >= before.business_date and commission.valid_to < tonight.business_date
        ) as answer
    from engine.run as tonight
    cross join last_night
    left join engine.run as before on before.business_date = last_night.business_date  -- left: the first night
    where tonight.business_date = engine.business_date()

)

select child.child_key
from cohort.child as child
where (select everyone.answer from everyone)
union
select version.child_key
from cohort.child_history as version
where lower(version.nights) = engine.business_date()
union
select version.child_key
from cohort.child_history as version
where upper(version.nights) = engine.business_date() and not upper_inf(version.nights)
union
select custody.child_key
from cohort.custody_history as custody
where lower(custody.nights) = engine.business_date()
union
select custody.child_key
from cohort.custody_history as custody
where upper(custody.nights) = engine.business_date() and not upper_inf(custody.nights)
union
select event.child_key
from register.event_history as event
where lower(event.nights) = engine.business_date() and event.child_key is not null
union
select event.child_key
from register.event_history as event
where upper(event.nights) = engine.business_date() and not upper_inf(event.nights) and event.child_key is not null
union
-- A list of a school may teach the child with another year group.
select roll.child_key
from register.school_roll_history as roll
where lower(roll.nights) = engine.business_date() and roll.child_key is not null
union
select roll.child_key
from register.school_roll_history as roll
where upper(roll.nights) = engine.business_date() and not upper_inf(roll.nights) and roll.child_key is not null
union
select clock.child_key
from pathway.clock_history as clock
where lower(clock.nights) < engine.business_date()
    and (upper_inf(clock.nights) or upper(clock.nights) >= engine.business_date())
    and clock.next_change_on <= engine.business_date()
