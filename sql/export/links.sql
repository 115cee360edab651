-- export --what links: one row for each record now held from the registers (rulings 5).
select
    record.source_system,
    record.source_key,
    link.child_key::text as child_id,
    link.method,
    link.match_weight,
    link.decision,
    link.candidate_child_key::text as candidate_child_id
from identity.link as link
inner join register.record as record on record.record_key = link.record_key
where link.feed in ('gp-registration', 'gp-gpr4', 'hv-caseload', 'chis-register')
    and not exists (
        select from register.gp_registration as ended
        where ended.record_key = link.record_key and ended.absent_since_date is not null
    )
    and not exists (
        select from register.hv_caseload as ended
        where ended.record_key = link.record_key and ended.absent_since_date is not null
    )
    and not exists (
        select from register.chis_record as ended
        where ended.record_key = link.record_key and ended.absent_since_date is not null
    )
order by record.source_system collate "C", record.source_key collate "C", record.organisation_code collate "C"
