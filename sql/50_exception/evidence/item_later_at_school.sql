-- target: exception.evidence
-- part:   evidence = item_later_at_school
-- grain:  type_code, subject, element
-- scope:  all
-- A school's list came, or was found to be the child's, after the case was raised, and by the year group that the school teaches
-- the child with the item is not overdue yet (pathway 1 rule 7).
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(lower(roll.nights)) as evidence_date,
    max(roll.record_key) as record_key
from exception.open_case as open_case
inner join definition.exception_type as type on type.type_code = open_case.type_code and type.grain = 'ITEM'
inner join register.school_roll as roll
    on roll.child_key = open_case.child_key and roll.listed_on is not null
    and lower(roll.nights) > open_case.raised_date
inner join cohort.child as child on child.child_key = open_case.child_key
left join pathway.schooling as taught on taught.child_key = open_case.child_key  -- left: taught with those born in its year
inner join pathway.calendar as day
    on day.birth_date = child.person_birth_date
    and coalesce(day.years_later = taught.years_later, day.years_later = 0)
    and day.item_code = open_case.element
inner join definition.pathway_limit as "limit"
    on "limit".rule_id = day.rule_id and "limit".limit_name = 'AMBER' and "limit".anchor = 'SCHOOL_YEAR'
where day.amber_date > engine.business_date()
group by open_case.type_code, open_case.subject, open_case.element
