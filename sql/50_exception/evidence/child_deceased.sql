-- target: exception.evidence
-- part:   evidence = child_deceased
-- grain:  type_code, subject, element
-- scope:  all
-- PDS has recorded the death formally.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    lower(child.nights) as evidence_date,
    child.person_record_key as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key and child.life_state = 'DECEASED'
