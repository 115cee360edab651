-- target: exception.finding
-- part:   type_code = FS-413
-- grain:  subject, element
-- scope:  all
-- A refusal of a screen that could still be done: one case for each item and refusal, to be confirmed once by a person. The
-- refusal of a blood spot stands on the sample while none is on record, else on its results, with the conditions refused.
with

refused as (

    select item.child_key, item.item_code, fact.declined_date, pathway_item.title as what, item.due_date
    from pathway.open_item as item
    inner join definition.pathway_item as pathway_item
        on pathway_item.item_code = item.item_code and pathway_item.item_type = 'SCR'
    inner join pathway.fact as fact
        on fact.child_key = item.child_key and fact.item_code = item.item_code and fact.declined_date is not null
    where item.state = 'DECLINED' and fact.source <> 'NBSS'
    union all
    select
        spot.child_key,
        case when moved.child_key is not null then 'SCR-NBS-MI'
            when sampled.completed_date is null then 'SCR-NBS' else 'SCR-NBS-RES' end,
        spot.status_date,
        string_agg(
            coalesce(condition.meaning, spot.condition), ', ' order by condition.position nulls last, spot.condition),
        coalesce(moved.eligible_date, max(day.due_date))
    from pathway.blood_spot as spot
    inner join cohort.child as child
        on child.child_key = spot.child_key and child.bucket in ('IN_AREA', 'UNTRACED')
    inner join pathway.calendar as day
        on day.birth_date = child.person_birth_date and day.years_later = 0 and day.item_code = 'SCR-NBS'
        and day.latest_date >= engine.business_date()
    left join pathway.eligibility as moved  -- left: most were born here
        on moved.child_key = spot.child_key and moved.eligibility = 'MOVED_IN'
    left join pathway.fact as sampled  -- left: refused before any sample
        on sampled.child_key = spot.child_key and sampled.item_code = 'SCR-NBS'
    left join definition.blood_spot_condition as condition  -- left: of the panel, but not named by any feed yet
        on condition.code = spot.condition
    where spot.required and spot.effect = 'DECLINED'
    group by spot.child_key, moved.child_key, moved.eligible_date, sampled.completed_date, spot.status_date

)

select
    refused.child_key::text as subject,
    refused.item_code || ':' || refused.declined_date as element,
    refused.child_key,
    refused.declined_date as started_on,
    keeper.chis as holder,
    jsonb_build_object(
        'item_code', refused.item_code, 'item', pathway_item.title, 'due', refused.due_date, 'owner_role', 'CHIS',
        'declined', refused.declined_date, 'what', refused.what) as facts
from refused
inner join pathway.keeper as keeper on keeper.child_key = refused.child_key
inner join definition.pathway_item as pathway_item on pathway_item.item_code = refused.item_code
