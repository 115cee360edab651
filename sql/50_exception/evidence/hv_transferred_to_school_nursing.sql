-- target: exception.evidence
-- part:   evidence = hv_transferred_to_school_nursing
-- grain:  type_code, subject, element
-- scope:  all
-- An episode ended with the transfer to school nursing, and the child is expected by no health visitor.
select distinct on (open_case.subject)
    open_case.type_code,
    open_case.subject,
    open_case.element,
    lower(caseload.nights) as evidence_date,
    caseload.record_key
from exception.open_case as open_case
inner join cohort.custody as custody
    on custody.child_key = open_case.child_key and custody.agency = 'HV' and custody.state = 'NOT_EXPECTED'
inner join register.hv_caseload as caseload on caseload.child_key = open_case.child_key
inner join definition.hv_end_reason as reason on reason.code = caseload.end_reason and reason.to_school_nursing
where open_case.type_code = 'FS-102'
order by open_case.subject, lower(caseload.nights) desc, caseload.record_key
