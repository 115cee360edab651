-- target: exception.evidence
-- part:   evidence = child_aged_out
-- grain:  type_code, subject, element
-- scope:  all
-- The child has passed the age up to which the service counts children.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    child.age_out_date as evidence_date,
    child.person_record_key as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key and child.bucket = 'AGED_OUT'
