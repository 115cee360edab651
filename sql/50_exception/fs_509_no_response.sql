-- target: exception.finding
-- part:   type_code = FS-509
-- grain:  subject, element
-- scope:  all
-- A review that was offered often enough, the last time some time ago, and is open still.
with

parameter as (

    select
        max(parameter.value) filter (where parameter.name = 'offers') as offers,
        max(parameter.value) filter (where parameter.name = 'raise_after') as raise_after
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-509'

)

select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    owed.last_offered_date + parameter.raise_after as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('count', owed.offers, 'last', owed.last_offered_date) as facts
from pathway.owed_item as owed
inner join definition.exception_item as watched on watched.type_code = 'FS-509' and watched.item_code = owed.item_code
cross join parameter
where owed.state in ('DUE', 'OVERDUE_AMBER', 'OVERDUE_RED')
    and owed.offers >= parameter.offers
    and owed.last_offered_date + parameter.raise_after <= engine.business_date()
