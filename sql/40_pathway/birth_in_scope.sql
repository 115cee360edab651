-- target: pathway.birth_in_scope
-- grain:  birth_date
-- kind:   view
-- The birth dates whose days are worked out tonight: those of children in scope that no night has worked out, also as of a year
-- with which such a child is taught; and under other definitions or another program than last night's those worked out too, with
-- those that no child has any more.
select child.person_birth_date as birth_date
from cohort.child as child
inner join engine.child_in_scope as scope on scope.child_key = child.child_key
where child.person_birth_date is not null
    and not exists (
        select
        from pathway.calendar_history as held
        where upper_inf(held.nights) and held.birth_date = child.person_birth_date
    )
union
select child.person_birth_date
from pathway.schooling as taught
inner join engine.child_in_scope as scope on scope.child_key = taught.child_key
inner join cohort.child as child on child.child_key = taught.child_key
where not exists (
        select
        from pathway.calendar_history as held
        where upper_inf(held.nights) and held.birth_date = child.person_birth_date and held.years_later = taught.years_later
    )
union
select held.birth_date
from pathway.calendar_history as held
where upper_inf(held.nights)
    and (
        select count(distinct run.definitions_hash) > 1 or count(distinct run.code_version) > 1
        from engine.run as run
        where run.business_date in (
            engine.business_date(),
            (
                select max(earlier.business_date)
                from engine.run as earlier
                where earlier.business_date < engine.business_date()
            )
        )
    )
