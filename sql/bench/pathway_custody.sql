-- Every invented child of bench pathway is held as expected.
select
    child.child_key,
    agency.agency,
    'OK' as state,
    case agency.agency when 'HV' then child.expected_hv when 'CHIS' then child.expected_chis else child.registered_practice end
        as expected_organisation,
    case agency.agency when 'HV' then child.expected_hv when 'CHIS' then child.expected_chis else child.registered_practice end
        as holder_organisation,
    true as since_known,
    child.nights
from cohort.child_history as child
cross join (values ('GP'), ('HV'), ('CHIS')) as agency (agency)
