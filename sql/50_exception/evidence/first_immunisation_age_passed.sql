-- target: exception.evidence
-- part:   evidence = first_immunisation_age_passed
-- grain:  type_code, subject, element
-- scope:  all
-- The child has reached the age up to which FS-503 looks; what is still missing is a case for each slot.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    reached.on_date as evidence_date,
    null::bigint as record_key
from exception.open_case as open_case
inner join definition.exception_parameter as parameter
    on parameter.type_code = open_case.type_code and parameter.name = 'before_age'
inner join cohort.child as child on child.child_key = open_case.child_key
cross join lateral (
    select reference.age_reached(child.person_birth_date, parameter.value, 'MONTHS') as on_date
) as reached
where open_case.type_code = 'FS-503' and reached.on_date <= engine.business_date()
