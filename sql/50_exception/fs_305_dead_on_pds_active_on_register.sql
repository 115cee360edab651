-- target: exception.finding
-- part:   type_code = FS-305
-- grain:  subject, element
-- scope:  all
-- A caseload or CHIS register that still holds a child whose death PDS has recorded formally: one case for each. A practice
-- list is not among them: it only shows a ghost.
select distinct on (child.child_key, holding.agency, holding.organisation_code)
    child.child_key::text as subject,
    holding.agency || ':' || holding.organisation_code as element,
    child.child_key,
    child.death_known_date as started_on,
    holding.organisation_code as holder,
    jsonb_build_object('since', child.death_known_date, 'holder', holding.organisation_code) as facts
from cohort.child as child
inner join cohort.holding as holding
    on holding.child_key = child.child_key and holding.agency in ('HV', 'CHIS') and holding.is_open
where child.life_state = 'DECEASED'
order by child.child_key, holding.agency, holding.organisation_code, holding.record_key
