-- How the full files of chis-event being judged differ from what the same sender asserted before: events that left, that
-- joined, and that bear another NHS number (RP-12). A file of whose sender nothing is held has no row.
with

held as (

    select distinct
        file.file_id, record.source_system as organisation_code, record.source_key, event.nhs_number,
        -- An event whose line was refused has not left the history.
        exists (
            select from engine.line as refused
            where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
                and refused.key_values = array[record.source_system, record.source_key]
        ) as refused
    from engine.file_in_scope as scope
    inner join engine.file as file on file.file_id = scope.file_id
    inner join register.record as record
        on record.feed = 'chis-event' and record.source_system = file.source_system_code
    inner join register.event as event on event.record_key = record.record_key
    inner join engine.file as asserted on asserted.file_id = event.file_id and asserted.sender = file.sender

),

listed as (

    select distinct on (landed.file_id, landed.source_system_code, landed.source_event_identifier)
        landed.file_id, landed.source_system_code as organisation_code,
        landed.source_event_identifier as source_key, landed.nhs_number
    from landing.chis_event as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    order by landed.file_id, landed.source_system_code, landed.source_event_identifier, landed.line_no

)

select
    coalesce(held.file_id, listed.file_id) as file_id,
    count(*) filter (where listed.file_id is null and not held.refused) as leavers,
    count(*) filter (where held.file_id is null) as joiners,
    count(*) filter (where held.nhs_number is not null and listed.file_id is not null
        and listed.nhs_number is distinct from held.nhs_number) as renumbered
from held
full join listed  -- full: who left and who joined is the question
    on listed.file_id = held.file_id and listed.organisation_code = held.organisation_code
    and listed.source_key = held.source_key
group by coalesce(held.file_id, listed.file_id)
having count(held.file_id) > 0
