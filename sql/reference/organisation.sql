-- target: reference.organisation
-- grain:  organisation_code, role, valid_from
-- Organisations and their roles, from when to when.
select distinct on (landed.organisation_code, landed.role, coalesce(landed.valid_from, date '0001-01-01'))
    landed.organisation_code,
    landed.role,
    coalesce(landed.valid_from, date '0001-01-01') as valid_from,
    landed.name,
    landed.parent_code,
    landed.valid_to
from landing.reference_organisation as landed
order by landed.organisation_code, landed.role, coalesce(landed.valid_from, date '0001-01-01'), landed.file_id desc,
    landed.line_no
