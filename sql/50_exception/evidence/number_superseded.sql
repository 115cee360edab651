-- target: exception.evidence
-- part:   evidence = number_superseded
-- grain:  type_code, subject, element
-- scope:  all
-- The identity the case stands on now belongs to another child's record.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    engine.business_date() as evidence_date,
    identity.origin_record_key as record_key
from exception.open_case as open_case
inner join identity.child as identity on identity.child_key = open_case.child_key
where not exists (select from cohort.child as child where child.child_key = open_case.child_key)
