-- target: exception.evidence
-- part:   evidence = hv_holder_is_expected
-- grain:  type_code, subject, element
-- scope:  all
-- The holder is the provider commissioned for the address that PDS shows now.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(lower(person.nights), lower(child.nights)) as evidence_date,
    person.record_key
from exception.open_case as open_case
inner join cohort.child as child
    on child.child_key = open_case.child_key and child.expected_hv = open_case.element
inner join register.person as person on person.record_key = child.person_record_key
where open_case.type_code = 'FS-103'
