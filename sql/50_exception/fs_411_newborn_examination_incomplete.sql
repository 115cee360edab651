-- target: exception.finding
-- part:   type_code = FS-411
-- grain:  subject, element
-- scope:  all
-- The newborn physical examination lacks a part that applies to the child, neither done nor declined, past 72 hours.
with

missing as (

    select child.child_key, string_agg(lower(component.meaning), ', ' order by component.position) as components
    from pathway.owed_item as owed
    inner join cohort.child as child on child.child_key = owed.child_key
    inner join definition.nipe_component as component
        on not component.boys_only or child.person_stated_gender_code is not distinct from '1'
    where owed.item_code = 'SCR-NIPE-NB' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
        and not exists (
            select
            from register.event as event
            inner join definition.nipe_outcome as outcome
                on outcome.code = event.outcome_code and outcome.component = event.element
            where event.child_key = owed.child_key and event.kind = 'NIPE' and event.event_code = 'NIPE-NB'
                and event.element = component.code and not event.withdrawn and event.event_date <= engine.business_date()
                and (outcome.complete or outcome.result = 'DECLINED')
        )
    group by child.child_key

)

select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.amber_date as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('components', missing.components) as facts
from pathway.owed_item as owed
inner join missing on missing.child_key = owed.child_key
where owed.item_code = 'SCR-NIPE-NB' and owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
