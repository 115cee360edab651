-- target: exception.unbegun_child
-- grain:  child_key
-- kind:   view
-- Children under the age that FS-503 looks at without one dose of any primary vaccine, once the first of the items that
-- FS-503 names is overdue: one problem, whatever else is missing.
with

parameter as (

    select max(parameter.value) filter (where parameter.name = 'before_age')::integer as before_age
    from definition.exception_parameter as parameter
    where parameter.type_code = 'FS-503'

)

select owed.child_key, owed.item_code, owed.amber_date, owed.owner_organisation, owed.facts
from pathway.owed_item as owed
inner join definition.exception_item as watched
    on watched.type_code = 'FS-503' and watched.position = 1 and watched.item_code = owed.item_code
inner join cohort.child as child on child.child_key = owed.child_key
cross join parameter
where owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED') and owed.act_from_date <= engine.business_date()
    and reference.age_reached(child.person_birth_date, parameter.before_age, 'MONTHS') > engine.business_date()
    and not exists (
        select
        from pathway.dose as dose
        inner join exception.primary_vaccine as primary_vaccine on primary_vaccine.programme = dose.programme
        where dose.child_key = owed.child_key
    )
