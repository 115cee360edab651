-- target: exception.finding
-- part:   type_code = FS-102
-- grain:  subject, element
-- scope:  all
-- A living child under the health visiting age whom no caseload holds, though the commissioned provider sends its list;
-- a newborn from the day of age the rule names.
select
    child.child_key::text as subject,
    '' as element,
    child.child_key,
    custody.since_date as started_on,
    custody.expected_organisation as holder,
    jsonb_build_object('since', custody.since_date, 'expected', custody.expected_organisation) as facts
from cohort.child as child
inner join definition.exception_parameter as newborn
    on newborn.type_code = 'FS-102' and newborn.name = 'newborn_raise_after'
inner join cohort.custody as custody
    on custody.child_key = child.child_key and custody.agency = 'HV' and custody.state = 'MISSING'
where not child.restricted
    and engine.business_date() - child.person_birth_date >= newborn.value
