-- target: exception.evidence
-- part:   evidence = primary_immunisation_begun
-- grain:  type_code, subject, element
-- scope:  all
-- A dose of any primary vaccine became known after the case was raised.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    min(lower(dose.nights)) as evidence_date,
    min(dose.record_key) as record_key
from exception.open_case as open_case
inner join pathway.dose as dose on dose.child_key = open_case.child_key
inner join exception.primary_vaccine as primary_vaccine on primary_vaccine.programme = dose.programme
where open_case.type_code = 'FS-503'
group by open_case.type_code, open_case.subject, open_case.element
