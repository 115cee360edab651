-- target: exception.evidence
-- part:   evidence = child_moved_out_of_area
-- grain:  type_code, subject, element
-- scope:  all
-- Neither practice nor residence lies in the area served any more.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    lower(child.nights) as evidence_date,
    child.person_record_key as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key and child.bucket = 'OUT_OF_AREA'
