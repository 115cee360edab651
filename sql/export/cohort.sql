-- export --what cohort: one row for every child ever held and not erased (contract section 5). A restricted child's area and
-- practice are empty.
select
    engine.business_date() as as_at_date,
    child.child_key::text as child_id,
    child.nhs_number,
    child.person_birth_date,
    child.life_state,
    case when child.restricted then 'Y' else 'N' end as restricted,
    case when not child.restricted then child.resident_la end as resident_la,
    case when not child.restricted then child.resident_icb end as resident_icb,
    case when not child.restricted then child.registered_practice end as registered_practice,
    gp.state as gp_state,
    hv.state as hv_state,
    chis.state as chis_state,
    case when not child.restricted then child.responsible_la end as responsible_la,
    case when gp.state in ('OK', 'OVERLAP') then 0
        when gp.state in ('MISSING', 'WRONG_ORGANISATION') then engine.business_date() - gp.since_date
    end as days_without_gp,
    case when hv.state in ('OK', 'OVERLAP') then 0
        when hv.state in ('MISSING', 'WRONG_ORGANISATION') then engine.business_date() - hv.since_date
    end as days_without_hv,
    case when chis.state in ('OK', 'OVERLAP') then 0
        when chis.state in ('MISSING', 'WRONG_ORGANISATION') then engine.business_date() - chis.since_date
    end as days_without_chis,
    child.bucket,
    case when gp.since_known and hv.since_known and chis.since_known then 'Y' else 'N' end as since_known
from cohort.child as child
inner join cohort.custody as gp on gp.child_key = child.child_key and gp.agency = 'GP'
inner join cohort.custody as hv on hv.child_key = child.child_key and hv.agency = 'HV'
inner join cohort.custody as chis on chis.child_key = child.child_key and chis.agency = 'CHIS'
order by 1, child.child_key::text collate "C"
