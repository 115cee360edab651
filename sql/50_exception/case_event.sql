-- target: exception.case_event
-- grain:  exception_id, event_no
-- kind:   append
-- What happens to cases tonight: raised for a problem without an open case, put to sleep by an informal death, woken when
-- that is reversed or its time is over, closed on evidence of that very problem. A rule that stops firing without such
-- evidence closes nothing (failsafe 6). Where a merge of two children was undone, what it closed is as it was, and what it
-- raised is withdrawn (docs/adr/0018).
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'informal_death_days') as informal_death_days,
        max(status.code) filter (where status.meaning = 'INFORMAL') as informal_status
    from definition.setting as setting
    cross join definition.death_status as status

),

known_episode as (

    select event.type_code, event.subject, event.element, max(event.episode) as episode
    from exception.case_event as event
    group by event.type_code, event.subject, event.element

),

said_dead as (

    -- An informal death: while it stands nothing is raised, and open cases sleep until the service has had time to hear.
    -- FS-306 alone would be raised, and only after that time: so raising stays stopped beyond it (rulings 5).
    select child.child_key, child.death_known_date + setting.informal_death_days as until_date
    from cohort.child as child
    cross join setting
    where child.death_status = setting.informal_status

),

asleep_child as (

    select said_dead.child_key, said_dead.until_date
    from said_dead
    where said_dead.until_date > engine.business_date()

),

-- A child that stands for itself again: last night it was another's, before that it was itself.
returned as (

    select tonight.child_key, max(upper(before.nights)) as merged_on
    from cohort.child_history as tonight
    inner join identity.child as known on known.child_key = tonight.child_key and known.first_night < engine.business_date()
    inner join cohort.child_history as before
        on before.child_key = tonight.child_key and upper(before.nights) <= engine.business_date()
    where lower(tonight.nights) = engine.business_date() and upper_inf(tonight.nights)
    group by tonight.child_key
    having max(upper(before.nights)) < engine.business_date()

),

-- The children whom an undone merge touched, and the night it was made.
parted as (

    select returned.child_key, returned.merged_on
    from returned
    union
    select link.child_key, returned.merged_on
    from returned
    inner join identity.child as known on known.child_key = returned.child_key
    inner join identity.link_history as link
        on link.record_key = known.origin_record_key and link.child_key <> returned.child_key
        and link.nights && daterange(returned.merged_on, engine.business_date())

),

closed_since as (

    select distinct on (event.exception_id) event.*, parted.merged_on
    from exception.case_event as event
    inner join parted on parted.child_key = event.child_key
    order by event.exception_id, event.event_no desc

),

restored as (

    -- Closed because the child seemed to be another, or on the word of a record that is another child's.
    select
        closed_since.*,
        (
            select before.until_date
            from exception.case_event as before
            where before.exception_id = closed_since.exception_id and before.event_no = closed_since.event_no - 1
        ) as sleeps_until
    from closed_since
    left join returned on returned.child_key = closed_since.child_key  -- left: the other child of the two
    left join identity.link as proof on proof.record_key = closed_since.evidence_record_key  -- left: its record is gone
    where closed_since.kind = 'CLOSED' and closed_since.event_date >= closed_since.merged_on
        and (returned.child_key is not null or proof.child_key is distinct from closed_since.child_key)

),

withdrawn as (

    select open_case.*
    from exception.open_case as open_case
    inner join parted on parted.child_key = open_case.child_key and open_case.raised_date >= parted.merged_on
    where not exists (
        select
        from exception.finding as finding
        where finding.type_code = open_case.type_code and finding.subject = open_case.subject
            and finding.element = open_case.element
    )

),

raised as (

    select
        finding.type_code, finding.subject, finding.element, finding.child_key,
        coalesce(known_episode.episode, 0) + 1 as episode
    from exception.finding as finding
    left join known_episode  -- left: a problem never met before
        on known_episode.type_code = finding.type_code and known_episode.subject = finding.subject
        and known_episode.element = finding.element
    where not exists (
            select
            from exception.open_case as open_case
            where open_case.type_code = finding.type_code and open_case.subject = finding.subject
                and open_case.element = finding.element
        )
        and not exists (
            select from restored
            where restored.type_code = finding.type_code and restored.subject = finding.subject
                and restored.element = finding.element
        )
        and not exists (select from said_dead where said_dead.child_key = finding.child_key)

),

closed as (

    select distinct on (open_case.exception_id)
        open_case.exception_id, open_case.event_no, open_case.type_code, open_case.subject, open_case.element,
        open_case.child_key, open_case.episode, open_case.rule_version, open_case.baseline,
        closes_on.reason_code, evidence.record_key
    from exception.open_case as open_case
    inner join exception.evidence as evidence
        on evidence.type_code = open_case.type_code and evidence.subject = open_case.subject
        and evidence.element = open_case.element
        and evidence.evidence_date > open_case.raised_date
    inner join definition.closes_on as closes_on
        on closes_on.type_code = open_case.type_code and closes_on.evidence = evidence.evidence
    where not exists (
        select
        from exception.finding as finding
        where finding.type_code = open_case.type_code and finding.subject = open_case.subject
            and finding.element = open_case.element
    )
        and not exists (select from withdrawn where withdrawn.exception_id = open_case.exception_id)
    order by open_case.exception_id, closes_on.general desc, evidence.evidence

),

put_to_sleep as (

    select open_case.*, asleep_child.until_date as sleeps_until
    from exception.open_case as open_case
    inner join asleep_child on asleep_child.child_key = open_case.child_key
    where open_case.until_date is distinct from asleep_child.until_date
        and not exists (select from closed where closed.exception_id = open_case.exception_id)
        and not exists (select from withdrawn where withdrawn.exception_id = open_case.exception_id)

),

woken as (

    -- A later extract without the status has reversed the death, or the time to hear of it is over.
    select open_case.*
    from exception.open_case as open_case
    where open_case.until_date is not null and open_case.kind in ('SUSPENDED', 'RESTORED')
        and not exists (select from asleep_child where asleep_child.child_key = open_case.child_key)
        and not exists (select from closed where closed.exception_id = open_case.exception_id)
        and not exists (select from withdrawn where withdrawn.exception_id = open_case.exception_id)

)

select
    engine.uuid_v5(raised.type_code || '|' || raised.subject || '|' || raised.element || '|' || raised.episode)
        as exception_id,
    1 as event_no,
    'RAISED' as kind,
    engine.business_date() as event_date,
    raised.type_code,
    raised.subject,
    raised.element,
    raised.child_key,
    raised.episode,
    null::text as reason,
    null::date as until_date,
    null::bigint as evidence_record_key,
    type.rule_version,
    engine.baseline() as baseline
from raised
inner join definition.exception_type as type on type.type_code = raised.type_code
union all
select
    closed.exception_id, closed.event_no + 1, 'CLOSED', engine.business_date(), closed.type_code, closed.subject,
    closed.element, closed.child_key, closed.episode, closed.reason_code, null, closed.record_key,
    closed.rule_version, closed.baseline
from closed
union all
select
    put_to_sleep.exception_id, put_to_sleep.event_no + 1, 'SUSPENDED', engine.business_date(), put_to_sleep.type_code,
    put_to_sleep.subject, put_to_sleep.element, put_to_sleep.child_key, put_to_sleep.episode, 'INFORMAL_DEATH',
    put_to_sleep.sleeps_until, null, put_to_sleep.rule_version, put_to_sleep.baseline
from put_to_sleep
union all
select
    woken.exception_id, woken.event_no + 1, 'REOPENED', engine.business_date(), woken.type_code, woken.subject,
    woken.element, woken.child_key, woken.episode, null, null, null, woken.rule_version, woken.baseline
from woken
union all
select
    restored.exception_id, restored.event_no + 1, 'RESTORED', engine.business_date(), restored.type_code,
    restored.subject, restored.element, restored.child_key, restored.episode, null, restored.sleeps_until, null,
    restored.rule_version, restored.baseline
from restored
union all
select
    withdrawn.exception_id, withdrawn.event_no + 1, 'WITHDRAWN', engine.business_date(), withdrawn.type_code,
    withdrawn.subject, withdrawn.element, withdrawn.child_key, withdrawn.episode, null, null, null,
    withdrawn.rule_version, withdrawn.baseline
from withdrawn
