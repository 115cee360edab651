-- target: exception.evidence
-- part:   evidence = hv_record_closed
-- grain:  type_code, subject, element
-- scope:  all
-- The caseload that held the child holds no open episode of the child any more: the episode was closed, came to its end
-- date, fell out of the list, was deleted or belongs to another child. So every version counts, the ended ones too.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(greatest(
        lower(caseload.nights),
        case when upper(caseload.nights) <= engine.known_at() then upper(caseload.nights) end,
        case when caseload.end_date <= engine.business_date() then caseload.end_date end)) as evidence_date,
    max(caseload.record_key) as record_key
from exception.open_case as open_case
inner join register.hv_caseload_history as caseload
    on caseload.child_key = open_case.child_key and caseload.organisation_code = open_case.element
    and lower(caseload.nights) <= engine.known_at()
where open_case.type_code = 'FS-103'
    and not exists (
        select
        from cohort.holding as holding
        where holding.child_key = open_case.child_key and holding.agency = 'HV'
            and holding.organisation_code = open_case.element and holding.is_open
    )
group by open_case.type_code, open_case.subject, open_case.element
