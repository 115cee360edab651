-- target: exception.finding
-- part:   type_code = FS-104
-- grain:  subject, element
-- scope:  all
-- A living child in the area without an active record at any Child Health Information Service; a newborn once the working
-- days after the night first known have passed. A restricted child whom no CHIS holds is raised all the same, but only
-- where the expected service is one of ours and its register is current: no extract, no verdict (contract section 3).
with

parameter as (

    select
        max(parameter.value) filter (where parameter.name = 'newborn_before') as newborn_before,
        max(parameter.value) filter (where parameter.name = 'newborn_wait') as newborn_wait
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-104'

),

current_register as (

    select distinct list.organisation_code
    from register.organisation_list as list
    inner join definition.feed_limit as feed_limit on feed_limit.feed = list.feed
    where list.feed = 'chis-register' and list.first_full_night is not null
        and list.last_as_at_date >= engine.business_date() - feed_limit.limit_days
        and list.organisation_code in (select served.organisation_code from cohort.served_chis as served)

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
where (
        custody.state = 'MISSING'
        or (
            custody.state = 'UNKNOWN' and child.restricted
            and custody.expected_organisation in (select current.organisation_code from current_register as current)
        )
    )
    and (
        engine.business_date() - child.person_birth_date >= parameter.newborn_before
        or child.person_birth_date is null
        or reference.working_day_add(child.first_known_date, parameter.newborn_wait) < engine.business_date()
    )
