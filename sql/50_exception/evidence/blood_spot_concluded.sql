-- target: exception.evidence
-- part:   evidence = blood_spot_concluded
-- grain:  type_code, subject, element
-- scope:  all
-- What was about to expire has a result or another ending: the condition that the case names, or the whole item.
with

expiring as (

    select
        open_case.*,
        split_part(open_case.element, ':', 1) as item_code,
        split_part(open_case.element, ':', 2) as part
    from exception.open_case as open_case
    where open_case.type_code = 'FS-406'

),

settled as (

    select expiring.type_code, expiring.subject, expiring.element, lower(spot.nights) as evidence_date, spot.record_key
    from expiring
    inner join pathway.blood_spot as spot
        on spot.child_key = expiring.child_key and spot.condition = expiring.part
    inner join definition.blood_spot_effect as effect on effect.code = spot.effect and effect.settles
    union all
    select expiring.type_code, expiring.subject, expiring.element, lower(fact.nights), fact.record_key
    from expiring
    inner join pathway.fact as fact on fact.child_key = expiring.child_key and fact.item_code = expiring.item_code
    where coalesce(fact.completed_date, fact.closed_date, fact.declined_date) is not null

)

select
    settled.type_code, settled.subject, settled.element,
    max(settled.evidence_date) as evidence_date,
    max(settled.record_key) as record_key
from settled
group by settled.type_code, settled.subject, settled.element
