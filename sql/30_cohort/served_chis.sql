-- target: cohort.served_chis
-- grain:  organisation_code
-- kind:   view
-- The child health organisations that this installation serves: those that the settings name, or where they name none, every one
-- that was ever commissioned.
select served.organisation_code
from definition.served_chis as served
union
select commission.organisation_code
from reference.commission as commission
where commission.service_code = 'CHIS' and not exists (select from definition.served_chis as named)
