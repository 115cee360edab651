-- target: exception.evidence
-- part:   evidence = register_record_closed
-- grain:  type_code, subject, element
-- scope:  all
-- The caseload or register named in the case holds no open record of the child any more.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(max(lower(caseload.nights)), max(lower(record.nights))) as evidence_date,
    max(coalesce(caseload.record_key, record.record_key)) as record_key
from exception.open_case as open_case
left join register.hv_caseload as caseload  -- left: the case may be of the other agency
    on caseload.child_key = open_case.child_key and open_case.element = 'HV:' || caseload.organisation_code
left join register.chis_record as record
    on record.child_key = open_case.child_key and open_case.element = 'CHIS:' || record.organisation_code
where open_case.type_code = 'FS-305'
    and not exists (
        select
        from cohort.holding as holding
        where holding.child_key = open_case.child_key and holding.is_open
            and open_case.element = holding.agency || ':' || holding.organisation_code
    )
group by open_case.type_code, open_case.subject, open_case.element
having greatest(max(lower(caseload.nights)), max(lower(record.nights))) is not null
