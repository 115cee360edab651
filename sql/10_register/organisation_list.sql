-- target: register.organisation_list
-- grain:  feed, organisation_code, sender, source_system
-- scope:  all
-- When each organisation's list was last seen, and on which night in full for the first time. A full file speaks for the
-- organisations in it; a delta for all that its sender listed before.
with

applied as (

    select file.file_id, file.feed, file.sender, coalesce(file.source_system_code, '') as source_system, file.file_type, file.as_at_date
    from engine.file_in_scope as scope
    inner join engine.file as file on file.file_id = scope.file_id
    where file.feed in ('gp-registration', 'gp-gpr4', 'hv-caseload', 'chis-register')

),

organisation as (

    select applied.file_id, landed.general_medical_practice_code_patient_registration as organisation_code
    from applied
    inner join landing.gp_registration as landed on landed.file_id = applied.file_id
    where applied.feed = 'gp-registration'
    union
    -- A practice list is its sender's, and is one even when it holds no child.
    select applied.file_id, coalesce(landed.general_medical_practice_code, applied.sender)
    from applied
    left join landing.gp_gpr4 as landed on landed.file_id = applied.file_id
    where applied.feed = 'gp-gpr4'
    union
    select applied.file_id, landed.organisation_identifier_code_of_provider
    from applied
    inner join landing.hv_caseload as landed on landed.file_id = applied.file_id
    where applied.feed = 'hv-caseload'
    union
    select applied.file_id, landed.organisation_identifier_child_health_organisation
    from applied
    inner join landing.chis_register as landed on landed.file_id = applied.file_id
    where applied.feed = 'chis-register'
    union
    select applied.file_id, held.organisation_code
    from applied
    inner join register.organisation_list as held
        on held.feed = applied.feed and held.sender = applied.sender and held.source_system = applied.source_system
    where applied.file_type = 'D'

),

seen as (

    select
        applied.feed, organisation.organisation_code, applied.sender, applied.source_system,
        bool_or(applied.file_type = 'F') as in_full,
        max(applied.as_at_date) as as_at_date
    from applied
    inner join organisation on organisation.file_id = applied.file_id
    where organisation.organisation_code is not null
    group by applied.feed, organisation.organisation_code, applied.sender, applied.source_system

)

select
    coalesce(seen.feed, held.feed) as feed,
    coalesce(seen.organisation_code, held.organisation_code) as organisation_code,
    coalesce(seen.sender, held.sender) as sender,
    coalesce(seen.source_system, held.source_system) as source_system,
    coalesce(held.first_full_night, case when seen.in_full then engine.business_date() end) as first_full_night,
    greatest(held.last_as_at_date, seen.as_at_date) as last_as_at_date
from seen
full join register.organisation_list as held  -- full: lists not seen tonight keep their date
    on held.feed = seen.feed and held.organisation_code = seen.organisation_code
    and held.sender = seen.sender and held.source_system = seen.source_system
