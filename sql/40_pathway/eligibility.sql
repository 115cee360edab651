-- target: pathway.eligibility
-- grain:  child_key, eligibility
-- scope:  child
-- Children who have what only some children have. A first dose before or after a change of the schedule decides which order
-- a baby stays on (pathway 5.1); the newborn examination says who is eligible for BCG (pathway 5.3); a baby who moves in
-- under one year of age has a blood spot item of its own (pathway 3.1, rulings 6).
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'mover_in_after_days')::integer as mover_in_after_days,
        max(setting.value) filter (where setting.name = 'mover_in_before_years')::integer as mover_in_before_years
    from definition.setting as setting

),

first_dose as (

    select dose.child_key, dose.programme, min(dose.dose_date) as dose_date, min(dose.record_key) as record_key
    from pathway.dose as dose
    inner join engine.child_in_scope as scope on scope.child_key = dose.child_key
    where dose.programme in (select eligibility.programme from definition.eligibility as eligibility)
    group by dose.child_key, dose.programme

),

bcg as (

    -- The latest observation holds.
    select distinct on (event.child_key)
        event.child_key, event.event_date, event.record_key, answer.eligible
    from pathway.scoped_event as event
    inner join definition.bcg_eligibility as answer on answer.code = event.outcome_code
    where event.kind = 'NIPE' and event.element = 'BCG'
    order by event.child_key, event.event_date desc, event.recorded_date desc nulls last, event.record_key desc

),

young as (

    select child.child_key, child.person_birth_date, child.address_start_date, child.first_known_date, child.person_record_key,
        child.person_birth_date + setting.mover_in_after_days as ours_until,
        reference.age_reached(child.person_birth_date, setting.mover_in_before_years, 'YEARS') as until_date
    from cohort.child as child
    inner join engine.child_in_scope as scope on scope.child_key = child.child_key
    cross join setting
    where child.bucket = 'IN_AREA'

),

stay as (

    -- Since which night the child has been ours without a break.
    select
        young.child_key,
        greatest(
            min(lower(version.nights)) filter (where version.bucket = 'IN_AREA'),
            max(upper(version.nights)) filter (where version.bucket <> 'IN_AREA')) as since_date
    from young
    inner join cohort.child_history as version
        on version.child_key = young.child_key and lower(version.nights) <= engine.known_at()
    group by young.child_key

),

moved_in as (

    select young.child_key, stay.since_date
    from young
    inner join stay on stay.child_key = young.child_key
    left join register.person as person on person.record_key = young.person_record_key  -- left: known from a CHIS alone
    where stay.since_date > young.ours_until and stay.since_date < young.until_date
        and case
            when young.address_start_date is not null then young.address_start_date > young.ours_until
            -- Without the date of a move: known late, and not by a birth notification of ours.
            else young.first_known_date > young.ours_until
                and person.mother_nhs_number is null and person.gestation_weeks is null
        end

)

select
    first_dose.child_key,
    eligibility.code as eligibility,
    first_dose.dose_date as eligible_date,
    first_dose.record_key
from first_dose
inner join definition.eligibility as eligibility
    on eligibility.programme = first_dose.programme
    and (eligibility.first_dose_before is null or first_dose.dose_date < eligibility.first_dose_before)
    and (eligibility.first_dose_from is null or first_dose.dose_date >= eligibility.first_dose_from)
union all
select bcg.child_key, 'BCG_ELIGIBLE', bcg.event_date, bcg.record_key
from bcg
where bcg.eligible
union all
select moved_in.child_key, 'MOVED_IN', moved_in.since_date, null
from moved_in
union all
-- What waits for a result of the blood spot, such as BCG for SCID where the laboratory tests for it (pathway 5.3).
select spot.child_key, eligibility.code, coalesce(spot.sample_date, lower(spot.nights)), spot.record_key
from pathway.blood_spot as spot
inner join engine.child_in_scope as scope on scope.child_key = spot.child_key
inner join definition.eligibility as eligibility on eligibility.pending_condition = spot.condition
where spot.required and spot.effect in ('NONE', 'RECEIVED', 'REPEAT')
