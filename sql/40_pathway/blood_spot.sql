-- target: pathway.blood_spot
-- grain:  child_key, condition
-- scope:  child
-- What stands of each condition of the newborn blood spot, over all samples and sources. A conclusive result stands for
-- good; then a valid earlier one; else the latest sample decides, and within it an ending before a repeat before mere
-- arrival (pathway 3.1). Laboratories and national messages go before what a register wrote down (failsafe 11). The panel
-- is that of the laboratory on the day of the latest sample; a condition that cannot be told reliably any more at the age of
-- that sample, or, without a sample for it, at the child's age now, is not required.
with

said as (

    select
        event.child_key,
        child.person_birth_date,
        event.event_code as condition,
        event.outcome_code as status,
        status.effect,
        case status.effect
            when 'CONCLUSIVE' then 1
            when 'PREVIOUS_RESULT' then 2
            when 'REPEAT' then 4
            when 'RECEIVED' then 5
            else 3
        end as rank,
        event.event_date as sample_date,
        coalesce(event.sequence_number, 1) as sequence_number,
        event.received_date,
        coalesce(event.result_date, event.recorded_date, event.event_date) as status_date,
        event.performing_organisation,
        coalesce(event.primary_source, true) as primary_source,
        event.record_key
    from pathway.scoped_event as event
    inner join cohort.child as child on child.child_key = event.child_key
    inner join definition.blood_spot_status as status on status.code = event.outcome_code
    where event.kind = 'NBSS' and event.outcome_code_scheme = 'NBS'
        and event.event_date is not null and child.person_birth_date is not null

),

sample as (

    -- Declined and never screened is no sample.
    select distinct on (said.child_key)
        said.child_key,
        said.person_birth_date,
        said.sample_date,
        said.received_date,
        said.performing_organisation
    from said
    order by said.child_key, said.effect in ('RECEIVED', 'REPEAT', 'CONCLUSIVE') desc, said.sample_date desc,
        said.sequence_number desc, said.primary_source desc, said.received_date desc nulls last, said.record_key desc

),

decided as (

    select distinct on (said.child_key, said.condition) said.*
    from said
    order by said.child_key, said.condition, least(said.rank, 3),
        case when said.rank < 3 then said.primary_source end desc nulls last,
        case when said.rank >= 3 then said.sample_date end desc nulls last,
        case when said.rank >= 3 then said.sequence_number end desc nulls last,
        said.rank, said.primary_source desc, said.status_date, said.record_key

),

tested as (

    select
        sample.child_key,
        panel.condition,
        sample.person_birth_date,
        sample.sample_date,
        sample.received_date,
        sample.performing_organisation
    from sample
    inner join definition.blood_spot_panel as panel
        on panel.laboratory in ('*', sample.performing_organisation)
        and panel.sampled_from <= sample.sample_date
        and (panel.sampled_to is null or panel.sampled_to >= sample.sample_date)
    group by sample.child_key, panel.condition, sample.person_birth_date, sample.sample_date, sample.received_date,
        sample.performing_organisation

)

select
    coalesce(tested.child_key, decided.child_key) as child_key,
    coalesce(tested.condition, decided.condition) as condition,
    tested.child_key is not null
    and (
        condition.reliable_until_days is null
        or coalesce(
            decided.effect = 'CONCLUSIVE'
            and decided.sample_date - decided.person_birth_date <= condition.reliable_until_days, false)
        or (
            tested.sample_date - tested.person_birth_date <= condition.reliable_until_days
            and engine.business_date() - tested.person_birth_date <= condition.reliable_until_days
        )
    ) as required,
    coalesce(decided.effect, 'NONE') as effect,
    decided.status,
    decided.status_date,
    coalesce(tested.sample_date, decided.sample_date) as sample_date,
    tested.received_date,
    coalesce(tested.performing_organisation, decided.performing_organisation) as laboratory,
    decided.record_key
from tested
full join decided on decided.child_key = tested.child_key and decided.condition = tested.condition
left join definition.blood_spot_condition as condition  -- left: of the panel, but not named by any feed yet
    on condition.code = coalesce(tested.condition, decided.condition)
