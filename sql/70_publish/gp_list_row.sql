-- target: publish.list_row
-- part:   output_id = gp-list
-- grain:  recipient_code, row_id
-- scope:  all
-- joins:  hash
-- What each practice is asked: its own cases (reports 6). Of a child who seems to have left it says name, number and birth date,
-- and asks where to. Nothing of other services, no address.
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
    case when not gone.answer then cases.missing end as missing,
    case when not gone.answer then cases.since_date end as since_date,
    null::date as due_from_date,
    null::date as due_by_date,
    case when not gone.answer then owed.offers end as offers,
    case when not gone.answer then owed.last_offered_date end as last_offered_date,
    cases.item_code is not null and not gone.answer as is_item,
    null::text as arrival,
    null::date as notified_date,
    null::text as address,
    null::text as postcode,
    null::text as practice_code,
    null::text as practice_name,
    null::boolean as blood_spot_seen,
    null::boolean as hearing_seen,
    null::text as reason,
    publish.worded(request.meaning, cases.facts) as request
from publish.owned_case as cases
cross join lateral (
    select cases.registered_practice is distinct from cases.recipient_code as answer
) as gone
left join pathway.open_item as owed  -- left: no item, or it is owed no longer
    on owed.child_key = cases.child_key and owed.item_code = cases.item_code
cross join lateral (
    select asked.meaning
    from definition.list_request as asked
    where asked.list = 'gp-list'
        and asked.type_code in (cases.type_code, 'ANY')
        and asked.situation in (
            'ANY',
            case
                when gone.answer then 'LEFT'
                when (cases.facts ->> 'due')::date < cases.practice_start_date then 'MOVED_IN'
            end)
    order by asked.situation = 'LEFT' desc, asked.type_code = 'ANY', asked.situation = 'ANY'
    limit 1
) as request
where cases.output_id = 'gp-list'
