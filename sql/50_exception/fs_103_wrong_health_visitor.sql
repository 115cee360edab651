-- target: exception.finding
-- part:   type_code = FS-103
-- grain:  subject, element
-- scope:  all
-- A caseload that holds a child whom the council of residence has commissioned another provider for: one case for each
-- such caseload.
select distinct on (child.child_key, holding.organisation_code)
    child.child_key::text as subject,
    holding.organisation_code as element,
    child.child_key,
    custody.since_date as started_on,
    holding.organisation_code as holder,
    jsonb_build_object(
        'since', child.address_start_date, 'holder', holding.organisation_code,
        'expected', custody.expected_organisation) as facts
from cohort.child as child
inner join cohort.custody as custody
    on custody.child_key = child.child_key and custody.agency = 'HV' and custody.state = 'WRONG_ORGANISATION'
inner join cohort.holding as holding
    on holding.child_key = child.child_key and holding.agency = 'HV' and holding.is_open
where not child.restricted
order by child.child_key, holding.organisation_code, holding.record_key
