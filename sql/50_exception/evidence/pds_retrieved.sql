-- target: exception.evidence
-- part:   evidence = pds_retrieved
-- grain:  type_code, subject, element
-- scope:  all
-- PDS was asked about the restricted record again.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(refresh.refreshed_date, lower(refresh.nights)) as evidence_date,
    refresh.record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key
inner join register.pds_refresh as refresh on refresh.record_key = child.person_record_key
where open_case.type_code = 'FS-312'
