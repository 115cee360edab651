-- target: exception.finding
-- part:   type_code = FS-101
-- grain:  subject, element
-- scope:  all
-- A living child in the area whom PDS shows without a practice, once the days of grace since birth, move-in or the
-- practice's dissolution are over. A restricted child is never among them: the blank is protection, not a gap.
with

parameter as (

    select
        max(parameter.value) filter (where parameter.name = 'raise_after') as raise_after,
        max(parameter.value) filter (where parameter.name = 'dissolved_raise_after') as dissolved_raise_after
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-101'

)

select
    child.child_key::text as subject,
    '' as element,
    child.child_key,
    custody.since_date as started_on,
    custody.expected_organisation as holder,
    jsonb_build_object('since', custody.since_date, 'removal_reason', person.removal_reason) as facts
from cohort.child as child
cross join parameter
inner join cohort.custody as custody
    on custody.child_key = child.child_key and custody.agency = 'GP' and custody.state = 'MISSING'
-- The first address of the stay in the area, as the nights knew it: a move within the area starts nothing anew.
cross join lateral (
    select min(stay.address_start_date) as address_start_date
    from cohort.child_history as stay
    where stay.child_key = child.child_key and lower(stay.nights) <= engine.business_date()
        and not exists (
            select
            from cohort.child_history as away
            where away.child_key = stay.child_key and away.bucket <> child.bucket
                and lower(away.nights) >= lower(stay.nights) and lower(away.nights) <= engine.business_date()
        )
) as moved_in
inner join register.person as person on person.record_key = child.person_record_key
left join definition.removal_reason as removal on removal.code = person.removal_reason  -- left: most have no reason
where child.registered_practice is null
    and not child.restricted
    and (child.removal_group is null or child.removal_group = 'NO_GP')
    and engine.business_date() - greatest(
        child.person_birth_date, least(moved_in.address_start_date, child.address_start_date)) >= parameter.raise_after
    and (
        not coalesce(removal.practice_dissolved, false)
        or engine.business_date() - coalesce(child.removal_date, custody.since_date) >= parameter.dissolved_raise_after
    )
