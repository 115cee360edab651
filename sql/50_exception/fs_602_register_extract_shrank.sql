-- target: exception.finding
-- part:   type_code = FS-602
-- grain:  subject, element
-- scope:  all
-- A sender's full list that holds fewer children than the one before, by more than the share the rule names.
with

full_list as (

    select
        file.feed, file.sender, file.source_system_code, file.business_date, file.as_at_date, file.rows_data,
        lag(file.rows_data) over same_source as rows_before
    from engine.file as file
    where file.file_type = 'F' and file.state = 'APPLIED'
        and file.feed in ('gp-registration', 'gp-gpr4', 'hv-caseload', 'chis-register')
    window same_source as (partition by file.feed, file.sender, file.source_system_code order by file.file_id)

)

select distinct on (full_list.feed, full_list.sender, coalesce(full_list.source_system_code, ''))
    full_list.feed || ':' || full_list.sender as subject,
    coalesce(full_list.source_system_code, '') as element,
    null::bigint as child_key,
    full_list.as_at_date as started_on,
    full_list.sender as holder,
    jsonb_build_object(
        'sender', full_list.sender, 'since', full_list.as_at_date,
        'before', full_list.rows_before, 'after', full_list.rows_data) as facts
from full_list
inner join definition.exception_parameter as share
    on share.type_code = 'FS-602' and share.name = 'shrank_by'
where full_list.business_date = engine.business_date()
    and (full_list.rows_before - full_list.rows_data) * 1000 > share.value * full_list.rows_before
order by full_list.feed, full_list.sender, coalesce(full_list.source_system_code, ''), full_list.as_at_date desc
