-- target: exception.finding
-- part:   type_code = FS-308
-- grain:  subject, element
-- scope:  all
-- A register that has a live-child record of a baby whose birth notification says stillborn.
select distinct on (child.child_key)
    child.child_key::text as subject,
    '' as element,
    child.child_key,
    child.first_known_date as started_on,
    holding.organisation_code as holder,
    jsonb_build_object('since', child.first_known_date, 'holder', holding.organisation_code) as facts
from cohort.child as child
inner join cohort.holding as holding on holding.child_key = child.child_key and holding.is_open
where child.life_state = 'STILLBORN'
order by child.child_key, (holding.agency = 'CHIS') desc, holding.record_key
