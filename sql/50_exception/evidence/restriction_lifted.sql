-- target: exception.evidence
-- part:   evidence = restriction_lifted
-- grain:  type_code, subject, element
-- scope:  all
-- PDS shows a usual postcode again and no source says restricted.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    lower(child.nights) as evidence_date,
    child.person_record_key as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key and not child.restricted
where open_case.type_code = 'FS-312'
