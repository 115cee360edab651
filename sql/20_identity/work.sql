-- target: identity.work
-- grain:  record_key
-- joins:  hash
-- The records whose candidates are looked at tonight: those that changed, those that the cross-check answers otherwise than
-- last night, and those that share a key with a person who changed, appeared or went. All others keep what was found.
with

setting as (

    select max(setting.value) filter (where setting.name = 'newborn_name_days') as newborn_name_days
    from definition.setting as setting

),

night_before as (

    select max(run.business_date) as business_date
    from engine.run as run
    where run.business_date < engine.business_date()

),

changed_trait as (

    -- Both what stood until last night and what stands now: a person who went leaves keys behind.
    select trait.record_key, trait.feed, trait.block_keys
    from identity.trait_history as trait
    where lower(trait.nights) = engine.business_date() or upper(trait.nights) = engine.business_date()

),

changed_twin as (

    select twin.record_key
    from identity.twin_history as twin
    where lower(twin.nights) = engine.business_date() or upper(twin.nights) = engine.business_date()

),

changed_person as (

    select changed_trait.record_key, changed_trait.block_keys
    from changed_trait
    where changed_trait.feed = 'pds'
    union all
    select trait.record_key, trait.block_keys
    from identity.trait as trait
    cross join setting
    cross join night_before
    where trait.feed = 'pds'
        and (
            trait.record_key in (select changed_twin.record_key from changed_twin)
            or trait.nhs_number in (
                select number.nhs_number
                from identity.number_history as number
                where lower(number.nights) = engine.business_date() or upper(number.nights) = engine.business_date()
            )
            -- A stand-in for a name stops being one on the day the child grows out of it.
            or (
                trait.birth_date + setting.newborn_name_days > night_before.business_date
                and trait.birth_date + setting.newborn_name_days <= engine.business_date()
            )
        )

),

changed_name as (

    select frequency.kind, frequency.name
    from identity.name_frequency_history as frequency
    where lower(frequency.nights) = engine.business_date() or upper(frequency.nights) = engine.business_date()

),

-- What the cross-check leaves unanswered, or left so until last night.
concerned as (

    select
        match.record_key,
        bool_or(lower(match.nights) = engine.business_date() or not upper_inf(match.nights)) as changed
    from identity.match_history as match
    where match.person_record_key is null and (upper_inf(match.nights) or upper(match.nights) = engine.business_date())
    group by match.record_key

),

pending as materialized (

    select trait.record_key, trait.given, trait.families, trait.birth_date, trait.block_keys
    from identity.match as match
    inner join identity.trait as trait on trait.record_key = match.record_key
    where match.person_record_key is null

),

pending_key as materialized (

    select pending.record_key, unnest(pending.block_keys) as block_key
    from pending
    where not exists (select from identity.whole_night as night where night.whole)

),

changed_key as materialized (

    select distinct unnest(changed_person.block_keys) as block_key
    from changed_person
    where not exists (select from identity.whole_night as night where night.whole)

)

select concerned.record_key
from concerned
where concerned.changed
    or concerned.record_key in (select changed_trait.record_key from changed_trait)
union
-- What people said of a pair, or no longer say.
select pending.record_key
from pending
inner join identity.ruling_history as ruling on ruling.record_key = pending.record_key
where lower(ruling.nights) = engine.business_date() or upper(ruling.nights) = engine.business_date()
union
select pending.record_key
from pending
where exists (select from identity.whole_night as night where night.whole)
    or exists (select from changed_name where changed_name.kind = 'PERSONS')
union
select pending.record_key
from pending
inner join changed_name on changed_name.kind = 'GIVEN' and changed_name.name = pending.given
union
select pending.record_key
from pending
cross join unnest(pending.families) as family (family)
inner join changed_name on changed_name.kind = 'FAMILY' and changed_name.name = family.family
union
select pending.record_key
from pending
where pending.record_key in (select changed_twin.record_key from changed_twin)
union
select pending.record_key
from pending
cross join setting
cross join night_before
where pending.birth_date + setting.newborn_name_days > night_before.business_date
    and pending.birth_date + setting.newborn_name_days <= engine.business_date()
union
select pending_key.record_key
from pending_key
inner join changed_key on changed_key.block_key = pending_key.block_key
