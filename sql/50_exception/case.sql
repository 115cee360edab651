-- target: exception.case
-- grain:  exception_id
-- scope:  all
-- Every case ever raised, as its events and tonight's finding leave it. The same problem is the same case; a case whose
-- rule no longer fires but whose evidence has not come stays open and is marked unconfirmed.
with

setting as (

    select max(setting.value) filter (where setting.name = 'baseline_grace_days') as baseline_grace_days
    from definition.setting as setting

),

life as (

    select
        event.exception_id, event.type_code, event.subject, event.element, event.child_key, event.episode,
        event.rule_version, event.baseline,
        min(event.event_date) as raised_date,
        case when (array_agg(event.kind order by event.event_no desc))[1] in ('CLOSED', 'WITHDRAWN')
            then max(event.event_date) end as closed_date,
        (array_agg(event.reason order by event.event_no desc))[1] as last_reason,
        (array_agg(event.kind order by event.event_no desc))[1] as last_kind,
        (array_agg(event.until_date order by event.event_no desc))[1] as suspended_until,
        1 + count(*) filter (where event.kind = 'REOPENED') as increment_no
    from exception.case_event as event
    group by event.exception_id, event.type_code, event.subject, event.element, event.child_key, event.episode,
        event.rule_version, event.baseline

),

graver as (

    select distinct on (finding.type_code, finding.subject, finding.element)
        finding.type_code, finding.subject, finding.element, severity.severity
    from exception.finding as finding
    inner join definition.exception_severity as severity on severity.type_code = finding.type_code
    left join cohort.child as child on child.child_key = finding.child_key  -- left: the subject may be a sender
    where (
            severity.from_age_amount is null
            or reference.age_reached(child.person_birth_date, severity.from_age_amount, severity.from_age_unit)
            <= engine.business_date()
        )
        and (
            severity.before_age_amount is null
            or reference.age_reached(child.person_birth_date, severity.before_age_amount, severity.before_age_unit)
            > engine.business_date()
        )
        and (severity.item_state is null or severity.item_state = finding.facts ->> 'item_state')
        and (
            severity.also_open is null
            or exists (
                select
                from exception.finding as other
                where other.type_code = severity.also_open and other.child_key = finding.child_key
            )
        )
    order by finding.type_code, finding.subject, finding.element, severity.severity

),

stated as (

    select
        life.*,
        held.case_number,
        finding.type_code is not null as found,
        coalesce(finding.facts, held.facts) as facts,
        case
            when finding.type_code is not null then least(type.severity, graver.severity)
            else coalesce(held.severity, type.severity)
        end as severity,
        case
            when child.restricted then type.restricted_role
            when type.owner_organisation = 'ITEM_OWNER'
                then coalesce(finding.facts ->> 'owner_role', held.owner_role, type.owner_role)
            else type.owner_role
        end as owner_role,
        case
            when life.closed_date < engine.business_date() then held.owner_organisation
            when type.owner_organisation = 'EXPECTED_CHIS' then coalesce(child.expected_chis, held.owner_organisation)
            when type.owner_organisation = 'EXPECTED_HV' then coalesce(child.expected_hv, held.owner_organisation)
            when type.owner_organisation in ('HOLDER', 'ITEM_OWNER') then coalesce(finding.holder, held.owner_organisation)
        end as owner_organisation
    from life
    inner join definition.exception_type as type on type.type_code = life.type_code
    left join exception."case" as held on held.exception_id = life.exception_id  -- left: raised tonight
    left join exception.finding as finding  -- left: the rule no longer fires, or found it anew after the closing
        on life.closed_date is null and finding.type_code = life.type_code and finding.subject = life.subject and finding.element = life.element
    left join graver  -- left: no condition raises its severity
        on graver.type_code = life.type_code and graver.subject = life.subject and graver.element = life.element
    left join cohort.child as child on child.child_key = life.child_key  -- left: the subject is a sender, or superseded

)

select
    stated.exception_id,
    coalesce(
        stated.case_number,
        (select coalesce(max(held.case_number), 0) from exception."case" as held)
        + row_number() over (
            partition by stated.case_number is null
            order by stated.type_code, stated.child_key, stated.subject, stated.element, stated.episode
        )
    ) as case_number,
    stated.type_code,
    stated.subject,
    stated.element,
    stated.child_key,
    stated.episode,
    stated.severity,
    stated.owner_role,
    stated.owner_organisation,
    stated.facts,
    case
        when stated.last_kind = 'WITHDRAWN' then 'WITHDRAWN'
        when stated.closed_date is not null then 'CLOSED'
        when stated.suspended_until > engine.business_date() then 'SUSPENDED'
        else 'OPEN'
    end as state,
    stated.found and stated.closed_date is null as confirmed,
    stated.raised_date,
    stated.raised_date + case when stated.baseline then setting.baseline_grace_days else 0 end as clock_start_date,
    case when stated.closed_date is null and stated.suspended_until > engine.business_date()
        then stated.suspended_until end as suspended_until,
    stated.closed_date,
    case when stated.last_kind = 'CLOSED' then stated.last_reason end as closure_reason,
    stated.increment_no::integer as increment_no,
    stated.rule_version,
    stated.baseline
from stated
cross join setting
