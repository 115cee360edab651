-- target: identity.name_frequency
-- grain:  kind, name
-- How rare each name is among the persons who may be candidates: whole bits, so that one more child of a name moves no
-- weight. PERSONS is how many there are, in bits. A few names lie so near to the next whole bit that they change on an
-- ordinary night; their records are then looked at again (work.sql).
with

person as (

    select trait.given, trait.family
    from identity.trait as trait
    where trait.feed = 'pds' and trait.standing = 'OPEN'

),

total as (

    select count(*) as persons
    from person

),

counted as (

    select 'GIVEN' as kind, person.given as name, count(*) as bearers
    from person
    where person.given is not null
    group by person.given
    union all
    select 'FAMILY', person.family, count(*)
    from person
    where person.family is not null
    group by person.family

)

select counted.kind, counted.name, floor(log(2, total.persons::numeric / counted.bearers))::integer as bits
from counted
cross join total
union all
select 'PERSONS', '', ceil(log(2, total.persons::numeric))::integer
from total
where total.persons > 0
