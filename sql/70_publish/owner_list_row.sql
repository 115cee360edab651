-- target: publish.list_row
-- part:   output_id = owner-list
-- grain:  recipient_code, row_id
-- scope:  all
-- joins:  hash
-- What each other owner is asked: maternity, laboratories, screening providers, school immunisation. The least that lets it
-- find the child and mend the gap, and why.
select
    cases.recipient_code,
    cases.exception_id::text as row_id,
    cases.exception_id,
    cases.case_number,
    cases.child_key,
    cases.item_code,
    cases.baseline,
    false as daily,
    cases.severity,
    cases.person_family_name,
    cases.person_given_name,
    cases.nhs_number,
    cases.person_birth_date,
    cases.missing,
    cases.since_date,
    null::date as due_from_date,
    cases.action_by_date as due_by_date,
    null::integer as offers,
    null::date as last_offered_date,
    cases.item_code is not null as is_item,
    null::text as arrival,
    null::date as notified_date,
    null::text as address,
    null::text as postcode,
    null::text as practice_code,
    null::text as practice_name,
    null::boolean as blood_spot_seen,
    null::boolean as hearing_seen,
    publish.worded(cases.reason_sentence, named.facts) || ' ' || publish.worded(request.meaning, named.facts) as reason,
    null::text as request
from publish.owned_case as cases
cross join lateral (
    select jsonb_object_agg(
        fact.key,
        case when name.name is null then fact.value else name.name || ' (' || fact.value || ')' end
    ) as facts
    from jsonb_each_text(cases.facts) as fact (key, value)
    left join publish.organisation_name as name on name.code = fact.value
) as named
cross join lateral (
    select asked.meaning
    from definition.list_request as asked
    where asked.list = 'owner-list' and asked.type_code in (cases.type_code, 'ANY') and asked.situation = 'ANY'
    order by asked.type_code = 'ANY'
    limit 1
) as request
where cases.output_id = 'owner-list'
