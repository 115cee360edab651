-- target: exception.evidence
-- part:   evidence = single_holder
-- grain:  type_code, subject, element
-- scope:  all
-- One organisation of the agency holds the child, after a register row said so.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(max(lower(caseload.nights)), max(lower(record.nights))) as evidence_date,
    max(coalesce(caseload.record_key, record.record_key)) as record_key
from exception.open_case as open_case
inner join cohort.custody as custody
    on custody.child_key = open_case.child_key and custody.agency = open_case.element and custody.state <> 'OVERLAP'
left join register.hv_caseload as caseload  -- left: the case may be of the other agency
    on caseload.child_key = open_case.child_key and open_case.element = 'HV'
left join register.chis_record as record
    on record.child_key = open_case.child_key and open_case.element = 'CHIS'
where open_case.type_code = 'FS-107'
group by open_case.type_code, open_case.subject, open_case.element
having greatest(max(lower(caseload.nights)), max(lower(record.nights))) is not null
