-- target: publish.organisation_name
-- grain:  code
-- kind:   view
-- What an organisation is called: by the register of organisations, the practices, or who is commissioned.
select distinct on (named.code)
    named.code,
    named.name
from (
    select organisation.organisation_code as code, organisation.name, 1 as choice
    from reference.organisation as organisation
    union all
    select practice.organisation_code, practice.name, 2 from reference.practice as practice
    union all
    select commission.organisation_code, coalesce(commission.organisation_name, commission.organisation_code), 3
    from reference.commission as commission
) as named
order by named.code, named.choice, named.name
