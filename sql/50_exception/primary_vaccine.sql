-- target: exception.primary_vaccine
-- grain:  programme
-- kind:   view
-- The primary vaccines: those that fill the courses of the items that FS-503 names.
select distinct part.programme
from definition.exception_item as watched
inner join definition.pathway_rule as rule on rule.item_code = watched.item_code
inner join definition.course_programme as part on part.course = rule.course and part.fills
where watched.type_code = 'FS-503'
