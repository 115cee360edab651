-- target: exception.evidence
-- part:   evidence = gp_list_agrees_with_pds
-- grain:  type_code, subject, element
-- scope:  all
-- The practice's list and PDS say the same of the child: both have the child there, or neither. Of a restricted child PDS
-- says nothing, which is no agreement.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(
        lower(person.nights),
        max(greatest(
            lower(registration.nights),
            case when upper(registration.nights) <= engine.known_at() then upper(registration.nights) end,
            case when registration.end_date <= engine.business_date() then registration.end_date end)))
        as evidence_date,
    coalesce(max(registration.record_key), person.record_key) as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key and not child.restricted
inner join register.person as person on person.record_key = child.person_record_key
left join register.gp_registration_history as registration  -- left: the list never held the child
    on registration.child_key = open_case.child_key
    and registration.general_medical_practice_code = open_case.element
    and lower(registration.nights) <= engine.known_at()
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
