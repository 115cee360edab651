-- target: exception.evidence
-- part:   evidence = hv_upper_age_reached
-- grain:  type_code, subject, element
-- scope:  all
-- The child has passed the age of health visiting.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    child.hv_until_date as evidence_date,
    child.person_record_key as record_key
from exception.open_case as open_case
inner join cohort.child as child
    on child.child_key = open_case.child_key and child.hv_until_date <= engine.business_date()
where open_case.type_code = 'FS-102'
