-- export --what exceptions: every case ever raised, as at the night (contract section 5), but for those that an undone
-- merge had raised. Whose register holds a restricted
-- child would say where the child is, so the owner's organisation is left empty.
select
    cases.exception_id::text as exception_id,
    cases.type_code,
    child.nhs_number,
    cases.facts ->> 'item_code' as item_code,
    cases.severity,
    cases.owner_role,
    case when not coalesce(child.restricted, false) then cases.owner_organisation end as owner_organisation,
    cases.raised_date,
    cases.action_by_date,
    cases.escalation_level,
    cases.increment_no,
    cases.state,
    cases.suspended_until,
    cases.closed_date,
    cases.closure_reason,
    cases.rule_version,
    cases.child_key::text as child_id,
    case when cases.baseline then 'Y' else 'N' end as baseline,
    publish.case_reference(cases.case_number) as case_ref,
    case when cases.state = 'CLOSED' then null when cases.confirmed then 'Y' else 'N' end as confirmed
from exception.case_clock as cases
left join cohort.child as child on child.child_key = cases.child_key  -- left: a sender, or a superseded identity
where cases.state <> 'WITHDRAWN'
order by cases.exception_id::text collate "C"
