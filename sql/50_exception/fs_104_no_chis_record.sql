-- target: exception.finding
-- part:   type_code = FS-104
-- grain:  subject, element
-- scope:  all
-- A living child in the area without an active record at any Child Health Information Service; a newborn once the working
-- days after the night first known have passed. A restricted child whom no CHIS holds is raised all the same.
with

parameter as (

    select
        max(parameter.value) filter (where parameter.name = 'newborn_before') as newborn_before,
        max(parameter.value) filter (where parameter.name = 'newborn_wait') as newborn_wait
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-104'

)

select
    child.child_key::text as subject,
    '' as element,
    child.child_key,
    custody.since_date as started_on,
    custody.expected_organisation as holder,
    jsonb_build_object('since', custody.since_date, 'expected', custody.expected_organisation) as facts
from cohort.child as child
cross join parameter
inner join cohort.custody as custody on custody.child_key = child.child_key and custody.agency = 'CHIS'
where (custody.state = 'MISSING' or (custody.state = 'UNKNOWN' and child.restricted))
    and (
        engine.business_date() - child.person_birth_date >= parameter.newborn_before
        or child.person_birth_date is null
        or reference.working_day_add(child.first_known_date, parameter.newborn_wait) < engine.business_date()
    )
