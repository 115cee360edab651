-- target: exception.finding
-- part:   type_code = FS-507
-- grain:  subject, element
-- scope:  all
-- BCG, a live vaccine, given while the blood spot condition that it has to wait for was not settled: no result until now, a
-- suspected result, or a result of a later day. Which condition that is, the rule of the item says.
with

watched as (

    select distinct rule.item_code, eligibility.pending_condition as condition, part.programme
    from definition.exception_item as item
    inner join definition.pathway_rule as rule on rule.item_code = item.item_code
    inner join definition.eligibility as eligibility on eligibility.code = rule.waits_for
    inner join definition.course_programme as part on part.course = rule.course and part.fills
    where item.type_code = 'FS-507'

),

given as (

    select dose.child_key, watched.item_code, watched.condition, min(dose.dose_date) as dose_date
    from watched
    inner join pathway.dose as dose on dose.programme = watched.programme
    group by dose.child_key, watched.item_code, watched.condition

)

select
    given.child_key::text as subject,
    given.item_code as element,
    given.child_key,
    given.dose_date as started_on,
    keeper.chis as holder,
    jsonb_build_object(
        'item_code', given.item_code,
        'item', item.title,
        'date', given.dose_date,
        'condition', condition.meaning,
        'result', case
            when status.suspected then 'has the result: ' || lower(status.meaning)
            when spot.effect = 'CONCLUSIVE' then 'had no result until ' || to_char(spot.status_date, 'FMDD FMMonth YYYY')
            else 'has no result'
        end) as facts
from given
inner join cohort.child as child on child.child_key = given.child_key and child.bucket in ('IN_AREA', 'UNTRACED')
inner join pathway.keeper as keeper on keeper.child_key = given.child_key
inner join pathway.blood_spot as spot on spot.child_key = given.child_key and spot.condition = given.condition
inner join definition.pathway_item as item on item.item_code = given.item_code
inner join definition.blood_spot_condition as condition on condition.code = given.condition
left join definition.blood_spot_status as status on status.code = spot.status  -- left: nothing reported
where (spot.required and spot.effect in ('NONE', 'RECEIVED', 'REPEAT'))
    or (spot.effect = 'CONCLUSIVE' and (status.suspected or given.dose_date < spot.status_date))
