-- target: reference.local_authority
-- grain:  local_authority_code
-- Names of local authorities by GSS code, from whichever look-up came; an authority that a newer one lacks keeps its name.
with

landed as (

    select registry.gss_code as code, coalesce(registry.nice_name, registry.official_name) as name, registry.file_id
    from landing.reference_local_authority as registry
    union all
    select district.gss_code, district.name, district.file_id
    from landing.reference_local_authority_district as district
    union all
    select district.upper_tier_gss_code, district.upper_tier_name, district.file_id
    from landing.reference_local_authority_district as district
    union all
    select held.local_authority_code, held.name, 0
    from reference.local_authority as held

)

select distinct on (landed.code)
    landed.code as local_authority_code,
    landed.name
from landed
where landed.code is not null and landed.name is not null
order by landed.code, landed.file_id desc, landed.name
