-- target: exception.evidence
-- part:   evidence = chis_record_at_expected
-- grain:  type_code, subject, element
-- scope:  all
-- The expected Child Health Information Service, or for a restricted child any, holds an active record.
select distinct on (open_case.subject)
    open_case.type_code,
    open_case.subject,
    open_case.element,
    lower(record.nights) as evidence_date,
    record.record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key
inner join cohort.holding as holding
    on holding.child_key = open_case.child_key and holding.agency = 'CHIS' and holding.is_open
    and (holding.organisation_code = child.expected_chis or child.restricted)
inner join register.chis_record as record on record.record_key = holding.record_key
where open_case.type_code = 'FS-104'
order by open_case.subject, lower(record.nights) desc, record.record_key
