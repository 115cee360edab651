-- target: exception.evidence
-- part:   evidence = hv_episode_at_expected_provider
-- grain:  type_code, subject, element
-- scope:  all
-- The commissioned provider's caseload holds the child.
select distinct on (open_case.subject)
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(lower(caseload.nights), caseload.start_date) as evidence_date,
    caseload.record_key
from exception.open_case as open_case
inner join cohort.custody as custody
    on custody.child_key = open_case.child_key and custody.agency = 'HV'
inner join cohort.holding as holding
    on holding.child_key = open_case.child_key and holding.agency = 'HV' and holding.is_open
    and holding.organisation_code = custody.expected_organisation
inner join register.hv_caseload as caseload on caseload.record_key = holding.record_key
where open_case.type_code = 'FS-102'
order by open_case.subject, greatest(lower(caseload.nights), caseload.start_date) desc, caseload.record_key
