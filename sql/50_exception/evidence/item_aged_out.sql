-- target: exception.evidence
-- part:   evidence = item_aged_out
-- grain:  type_code, subject, element
-- scope:  all
-- The last day on which the item could be done is past.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    state.latest_date + 1 as evidence_date,
    null::bigint as record_key
from exception.open_case as open_case
inner join definition.exception_type as type on type.type_code = open_case.type_code and type.grain = 'ITEM'
inner join pathway.item_state as state
    on state.child_key = open_case.child_key and state.item_code = open_case.element and state.state = 'AGED_OUT'
