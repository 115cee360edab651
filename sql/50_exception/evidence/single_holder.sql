-- target: exception.evidence
-- part:   evidence = single_holder
-- grain:  type_code, subject, element
-- scope:  all
-- At most one organisation of the agency still holds the child. A state that only became unknown, because a list grew old
-- or the child was restricted, is no evidence while both records are open.
with

version as (

    select 'HV' as agency, caseload.child_key, caseload.record_key, caseload.nights, caseload.end_date
    from register.hv_caseload_history as caseload
    union all
    select 'CHIS', record.child_key, record.record_key, record.nights, null
    from register.chis_record_history as record

)

select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    greatest(
        lower(child.nights),
        max(greatest(
            lower(version.nights),
            case when upper(version.nights) <= engine.known_at() then upper(version.nights) end,
            case when version.end_date <= engine.business_date() then version.end_date end))) as evidence_date,
    max(version.record_key) as record_key
from exception.open_case as open_case
inner join cohort.child as child on child.child_key = open_case.child_key
inner join version
    on version.child_key = open_case.child_key and version.agency = open_case.element
    and lower(version.nights) <= engine.known_at()
where open_case.type_code = 'FS-107'
    and (
        select count(distinct holding.organisation_code)
        from cohort.holding as holding
        where holding.child_key = open_case.child_key and holding.agency = open_case.element and holding.is_open
            -- The secondary record at the CHIS of residence is no overlap.
            and not (
                holding.agency = 'CHIS' and holding.organisation_code = child.residence_chis
                and child.residence_chis is distinct from child.expected_chis
            )
    ) <= 1
group by open_case.type_code, open_case.subject, open_case.element, child.nights
