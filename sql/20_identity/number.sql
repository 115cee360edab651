-- target: identity.number
-- grain:  nhs_number
-- Every superseded number and the number that survives it, chains followed to their end. A number in a circle of
-- replacements has no survivor and stands for itself; so does one whose survivor PDS has not sent yet.
with recursive

replaced as (

    select person.nhs_number, person.superseded_by_nhs_number as replacement
    from register.person as person
    where person.superseded_by_nhs_number is not null

),

chain as (

    select replaced.nhs_number, replaced.replacement as surviving_nhs_number, array[replaced.nhs_number] as passed
    from replaced
    union all
    select chain.nhs_number, replaced.replacement, chain.passed || replaced.nhs_number
    from chain
    inner join replaced on replaced.nhs_number = chain.surviving_nhs_number
    where replaced.nhs_number <> all (chain.passed)

)

select chain.nhs_number, chain.surviving_nhs_number
from chain
inner join register.person as survivor on survivor.nhs_number = chain.surviving_nhs_number
where survivor.superseded_by_nhs_number is null
