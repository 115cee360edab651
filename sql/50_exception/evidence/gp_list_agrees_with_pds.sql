-- target: exception.evidence
-- part:   evidence = gp_list_agrees_with_pds
-- grain:  type_code, subject, element
-- scope:  all
-- The practice's list and PDS say the same of the child: both have the child there, or neither.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(lower(person.nights), max(lower(registration.nights))) as evidence_date,
    coalesce(max(registration.record_key), person.record_key) as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key
inner join register.person as person on person.record_key = child.person_record_key
left join register.gp_registration as registration  -- left: the list never held the child
    on registration.child_key = open_case.child_key
    and registration.general_medical_practice_code = open_case.element
where open_case.type_code = 'FS-108'
    and coalesce(child.registered_practice = open_case.element, false) = (
        exists (
            select
            from cohort.holding as holding
            where holding.child_key = open_case.child_key and holding.agency = 'GP'
                and holding.organisation_code = open_case.element and holding.is_open
        )
    )
group by open_case.type_code, open_case.subject, open_case.element, person.nights, person.record_key
