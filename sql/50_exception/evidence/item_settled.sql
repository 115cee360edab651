-- target: exception.evidence
-- part:   evidence = item_settled
-- grain:  type_code, subject, element
-- scope:  all
-- A record shows what became of the item: it was done, ended otherwise, was declined or put off.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(lower(fact.nights)) as evidence_date,
    max(fact.record_key) as record_key
from exception.open_case as open_case
inner join definition.exception_type as type on type.type_code = open_case.type_code and type.grain = 'ITEM'
inner join pathway.fact as fact on fact.child_key = open_case.child_key and fact.item_code = open_case.element
where coalesce(fact.completed_date, fact.closed_date, fact.declined_date) is not null
    or fact.deferred_until > engine.business_date()
group by open_case.type_code, open_case.subject, open_case.element
