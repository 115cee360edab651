-- target: exception.finding
-- part:   type_code = FS-203
-- grain:  subject, element
-- scope:  all
-- A child one of whose open register records still comes under a number that PDS has replaced.
select distinct on (child.child_key)
    child.child_key::text as subject,
    '' as element,
    child.child_key,
    lower(number.nights) as started_on,
    holding.organisation_code as holder,
    jsonb_build_object('since', lower(number.nights), 'holder', holding.organisation_code) as facts
from cohort.child as child
inner join cohort.holding as holding on holding.child_key = child.child_key and holding.is_open
inner join identity.link as link
    on link.record_key = holding.record_key and link.superseded_number_sent
inner join identity.match as match on match.record_key = holding.record_key
inner join identity.number as number on number.nhs_number = match.nhs_number
where child.life_state = 'ALIVE' and child.bucket in ('IN_AREA', 'UNTRACED')
order by child.child_key, (holding.agency = 'CHIS') desc, holding.record_key
