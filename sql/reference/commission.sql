-- target: reference.commission
-- grain:  service_code, area_type, area_code, valid_from
-- Who is commissioned for each service in each area, from when to when.
select distinct on (
        landed.service_code, landed.area_type, landed.area_code, coalesce(landed.valid_from, date '0001-01-01'))
    landed.service_code,
    landed.area_type,
    landed.area_code,
    coalesce(landed.valid_from, date '0001-01-01') as valid_from,
    landed.organisation_code,
    landed.organisation_name,
    landed.valid_to
from landing.reference_service_commission as landed
order by landed.service_code, landed.area_type, landed.area_code, coalesce(landed.valid_from, date '0001-01-01'),
    landed.file_id desc, landed.line_no
