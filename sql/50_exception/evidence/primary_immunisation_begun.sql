-- target: exception.evidence
-- part:   evidence = primary_immunisation_begun
-- grain:  type_code, subject, element
-- scope:  all
-- A dose of any primary vaccine, of those that fill the items that FS-503 names, became known after the case was raised.
with

primary_vaccine as (

    select distinct part.programme
    from definition.exception_item as watched
    inner join definition.pathway_rule as rule on rule.item_code = watched.item_code
    inner join definition.course_programme as part on part.course = rule.course and part.fills
    where watched.type_code = 'FS-503'

)

select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    min(lower(dose.nights)) as evidence_date,
    min(dose.record_key) as record_key
from exception.open_case as open_case
inner join pathway.dose as dose on dose.child_key = open_case.child_key
inner join primary_vaccine on primary_vaccine.programme = dose.programme
where open_case.type_code = 'FS-503'
group by open_case.type_code, open_case.subject, open_case.element
