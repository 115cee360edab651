-- target: cohort.commission_in_force
-- grain:  service_code, area_type, area_code
-- kind:   view
-- Who is commissioned for which service in which area on this night. Where several areas of a place have a service, the most
-- specific one wins (contract 2): the least place.
select
    commission.service_code,
    commission.area_type,
    commission.area_code,
    commission.organisation_code,
    array_position(array['SICBL', 'LA', 'ICB'], commission.area_type) as place
from reference.commission as commission
where commission.valid_from <= engine.business_date()
    and (commission.valid_to is null or commission.valid_to >= engine.business_date())
