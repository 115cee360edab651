-- target: exception.finding
-- part:   type_code = FS-312
-- grain:  subject, element
-- scope:  all
-- A restricted child whose PDS record was last retrieved longer ago than the rule allows. Events do not flow for these
-- children, so only a retrieval shows a change. With none seen since the flag came, the days count from when it came.
select
    child.child_key::text as subject,
    '' as element,
    child.child_key,
    coalesce(refresh.refreshed_date, lower(child.nights)) as started_on,
    null::text as holder,
    jsonb_build_object('since', coalesce(refresh.refreshed_date, lower(child.nights))) as facts
from cohort.child as child
inner join definition.exception_parameter as limit_days
    on limit_days.type_code = 'FS-312' and limit_days.name = 'unrefreshed_after'
left join register.pds_refresh as refresh  -- left: PDS was never asked since the flag came
    on refresh.record_key = child.person_record_key
where child.restricted
    and child.person_record_key is not null
    and child.life_state = 'ALIVE'
    and child.bucket in ('IN_AREA', 'UNTRACED')
    and engine.business_date() - coalesce(refresh.refreshed_date, lower(child.nights)) > limit_days.value
