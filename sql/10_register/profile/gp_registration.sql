-- How the full files of gp-registration being judged differ from what the same sender asserted before: records that left, that
-- joined, and that bear another NHS number (RP-12). A file of whose sender nothing is held has no row.
with

held as (

    select
        file.file_id, held.general_medical_practice_code as organisation_code, held.source_key, held.nhs_number,
        held.end_date is null as is_current,
        -- A record whose line was refused has not left the list.
        exists (
            select from engine.line as refused
            where refused.file_id = file.file_id and refused.outcome = 'REJECTED'
                and refused.key_values = array[held.source_key, held.general_medical_practice_code]
        ) as refused
    from engine.file_in_scope as scope
    inner join engine.file as file on file.file_id = scope.file_id
    inner join register.gp_registration as held
        on held.feed = 'gp-registration' and held.sender = file.sender and held.absent_since_date is null

),

listed as (

    select distinct on (landed.file_id, landed.general_medical_practice_code_patient_registration, landed.local_patient_identifier_extended)
        landed.file_id, landed.general_medical_practice_code_patient_registration as organisation_code, landed.local_patient_identifier_extended as source_key, landed.nhs_number
    from landing.gp_registration as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    order by landed.file_id, landed.general_medical_practice_code_patient_registration, landed.local_patient_identifier_extended, landed.line_no

)

select
    coalesce(held.file_id, listed.file_id) as file_id,
    count(*) filter (where listed.file_id is null and held.is_current and not held.refused) as leavers,
    count(*) filter (where held.file_id is null) as joiners,
    count(*) filter (where held.nhs_number is not null and listed.file_id is not null
        and listed.nhs_number is distinct from held.nhs_number) as renumbered
from held
full join listed  -- full: who left and who joined is the question
    on listed.file_id = held.file_id and listed.organisation_code = held.organisation_code
    and listed.source_key = held.source_key
group by coalesce(held.file_id, listed.file_id)
having count(held.file_id) > 0
