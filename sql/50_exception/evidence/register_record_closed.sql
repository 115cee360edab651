-- target: exception.evidence
-- part:   evidence = register_record_closed
-- grain:  type_code, subject, element
-- scope:  all
-- The caseload or register named in the case holds no open record of the child any more: closed, ended, fallen out of the
-- list, deleted or another child's. So every version counts, the ended ones too.
with

version as (

    select
        caseload.child_key, 'HV:' || caseload.organisation_code as holder, caseload.record_key, caseload.nights,
        caseload.end_date
    from register.hv_caseload_history as caseload
    union all
    select
        record.child_key, 'CHIS:' || record.organisation_code, record.record_key, record.nights,
        null
    from register.chis_record_history as record

)

select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(greatest(
        lower(version.nights),
        case when upper(version.nights) <= engine.known_at() then upper(version.nights) end,
        case when version.end_date <= engine.business_date() then version.end_date end)) as evidence_date,
    max(version.record_key) as record_key
from exception.open_case as open_case
inner join version
    on version.child_key = open_case.child_key and version.holder = open_case.element
    and lower(version.nights) <= engine.known_at()
where open_case.type_code = 'FS-305'
    and not exists (
        select
        from cohort.holding as holding
        where holding.child_key = open_case.child_key and holding.is_open
            and open_case.element = holding.agency || ':' || holding.organisation_code
    )
group by open_case.type_code, open_case.subject, open_case.element
