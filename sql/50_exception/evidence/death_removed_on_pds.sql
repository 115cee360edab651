-- target: exception.evidence
-- part:   evidence = death_removed_on_pds
-- grain:  type_code, subject, element
-- scope:  all
-- PDS has taken the death status back.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    lower(person.nights) as evidence_date,
    person.record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key and child.life_state = 'ALIVE'
inner join register.person as person on person.record_key = child.person_record_key
where open_case.type_code = 'FS-305'
