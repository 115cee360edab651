-- target: exception.evidence
-- part:   evidence = item_offered
-- grain:  type_code, subject, element
-- scope:  all
-- An offer of the item is on record, or what came of it.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(lower(fact.nights)) as evidence_date,
    max(fact.record_key) as record_key
from exception.open_case as open_case
inner join definition.exception_type as type on type.type_code = open_case.type_code and type.grain = 'ITEM'
inner join pathway.fact as fact on fact.child_key = open_case.child_key and fact.item_code = open_case.element
where fact.offers > 0 or fact.outcome_code is not null
group by open_case.type_code, open_case.subject, open_case.element
