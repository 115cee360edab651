-- Thirty-five milestones for the floor of bench pathway: the days of the items, each with a small number.
select
    (row_number() over (order by rule.rule_id))::smallint as milestone,
    rule.rule_id as code,
    (reference.pathway_day(engine.business_date(), null, due.anchor, due.amount, due.unit, due.extra_days, null, null, null, null,
        null) - engine.business_date())::integer as due_days
from definition.pathway_rule as rule
inner join definition.pathway_limit as due
    on due.rule_id = rule.rule_id and due.limit_name = 'DUE' and due.anchor = 'BIRTH' and due.amount >= 0
order by rule.rule_id
limit 35
