-- How the practice lists being judged differ from what the same practice listed before: patients who left, who joined, and
-- whose record bears another NHS number (RP-12). A list of whose practice nothing is held has no row.
with

held as (

    select
        file.file_id, held.source_key, held.nhs_number,
        -- A patient whose lines were refused has not left the list.
        exists (
            select from engine.line as refused
            where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
                and ltrim(refused.key_values[1], '0') = held.source_key
        ) as refused
    from engine.file_in_scope as scope
    inner join engine.file as file on file.file_id = scope.file_id
    inner join register.gp_registration as held
        on held.feed = 'gp-gpr4' and held.sender = file.sender and held.absent_since_date is null

),

listed as (

    select distinct on (landed.file_id, landed.record_number)
        landed.file_id, landed.record_number::text as source_key, landed.nhs_number
    from landing.gp_gpr4 as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    order by landed.file_id, landed.record_number, landed.line_no

)

select
    coalesce(held.file_id, listed.file_id) as file_id,
    count(*) filter (where listed.file_id is null and not held.refused) as leavers,
    count(*) filter (where held.file_id is null) as joiners,
    count(*) filter (where held.nhs_number is not null and listed.file_id is not null
        and listed.nhs_number is distinct from held.nhs_number) as renumbered
from held
full join listed  -- full: who left and who joined is the question
    on listed.file_id = held.file_id and listed.source_key = held.source_key
group by coalesce(held.file_id, listed.file_id)
having count(held.file_id) > 0
