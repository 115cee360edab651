-- target: publish.owned_case
-- grain:  exception_id
-- kind:   view
-- The open cases that go on a list to the organisation that owns them, and which list that is: by the owner's role, or for a
-- register by what the organisation is. An organisation that no reference set knows gets nothing. The worklist of the child
-- health service has every one of them besides.
select
    routed.list as output_id,
    cases.owner_organisation as recipient_code,
    cases.exception_id,
    cases.case_number,
    cases.baseline,
    cases.severity,
    cases.type_code,
    cases.raised_date,
    cases.action_by_date,
    cases.facts,
    cases.facts ->> 'item_code' as item_code,
    coalesce((cases.facts ->> 'since')::date, (cases.facts ->> 'due')::date, cases.raised_date) as since_date,
    coalesce(cases.facts ->> 'item', type.what_is_missing) as missing,
    type.reason_sentence,
    child.child_key,
    child.nhs_number,
    child.person_birth_date,
    child.person_family_name,
    child.person_given_name,
    child.address,
    child.postcode,
    child.registered_practice,
    child.practice_start_date,
    child.expected_hv
from exception.case_clock as cases
inner join publish.listed_child as child on child.child_key = cases.child_key
inner join definition.exception_type as type on type.type_code = cases.type_code
inner join definition.owner_role as role on role.code = cases.owner_role
inner join publish.organisation_name as owner on owner.code = cases.owner_organisation
-- left: the case is not about one agency
left join definition.owner_role as agency on agency.service_code = cases.facts ->> 'agency'
left join (
    select distinct on (kind.code) kind.code, kind.list
    from (
        select practice.organisation_code as code, role.list, 2 as choice
        from reference.practice as practice
        inner join definition.owner_role as role on role.code = 'GP_PRACTICE'
        union all
        -- What a child health service holds stands on its worklist already.
        select commission.organisation_code, role.list, case when role.list is null then 1 else 3 end
        from reference.commission as commission
        inner join definition.owner_role as role on role.service_code = commission.service_code
    ) as kind
    order by kind.code, kind.choice, kind.list
) as organisation on organisation.code = cases.owner_organisation  -- left: it is neither
cross join lateral (
    select case
        when role.list <> 'BY_ORGANISATION' then role.list
        when role.list is null then null
        when agency.code is not null then agency.list
        else organisation.list
    end as list
) as routed
where cases.state = 'OPEN' and routed.list is not null
