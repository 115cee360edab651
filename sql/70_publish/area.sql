-- target: publish.area
-- grain:  area_type, area_code
-- scope:  all
-- The areas whose figures are published, with their names: those that lie in the footprint of the CHIS served, which is
-- what service_commission.csv names, and areas of which more than half of the postcodes in use lie in it. A network
-- counts with its practices. A region and England are published only when all their integrated care boards are: a part of
-- England is not England. On nights that publish no period there is nothing to work out.
with

setting as (

    select max(setting.text_value) filter (where setting.name = 'england_code') as england_code
    from definition.setting as setting

),

commission as (

    select
        commission.area_type,
        commission.area_code,
        commission.organisation_code in (select served.organisation_code from cohort.served_chis as served) as served
    from cohort.commission_in_force as commission
    where commission.service_code = 'CHIS' and exists (select from publish.period_due as due)

),

icb as (

    select
        look_up.icb_code,
        min(look_up.icb_gss_code) as icb_gss_code,
        min(look_up.icb_name) as icb_name,
        min(look_up.region_code) as region_code
    from reference.sub_icb as look_up
    where look_up.icb_code is not null
    group by look_up.icb_code

),

-- Whose area each combination of the directory is: the most specific row of the footprint decides (contract section 2).
place as (

    select
        area.local_authority_code,
        coalesce(by_gss.sub_icb_code, area.sub_icb_code) as sub_icb_code,
        coalesce(by_gss.icb_code, by_ods.icb_code, by_icb.icb_code, area.icb_code) as icb_code,
        area.postcodes
    from (
        select postcode.local_authority_code, postcode.sub_icb_code, postcode.icb_code, count(*) as postcodes
        from reference.postcode_area as postcode
        where postcode.terminated_date is null and exists (select from commission)
        group by postcode.local_authority_code, postcode.sub_icb_code, postcode.icb_code
    ) as area
    -- left: the directory holds GSS or ODS codes, and the look-up may lack the code
    left join reference.sub_icb as by_gss on by_gss.sub_icb_gss_code = area.sub_icb_code
    left join reference.sub_icb as by_ods on by_ods.sub_icb_code = area.sub_icb_code
    left join icb as by_icb on by_icb.icb_gss_code = area.icb_code

),

judged as (

    select place.*, coalesce(sub_icb.served, icb.served, authority.served, false) as served
    from place
    left join commission as sub_icb on sub_icb.area_type = 'SICBL' and sub_icb.area_code = place.sub_icb_code
    left join commission as icb on icb.area_type = 'ICB' and icb.area_code = place.icb_code
    left join commission as authority
        on authority.area_type = 'LA' and authority.area_code = place.local_authority_code

),

mostly as (

    select kind.area_type, kind.area_code
    from judged
    cross join lateral (
        values ('SICBL', judged.sub_icb_code), ('ICB', judged.icb_code), ('LA', judged.local_authority_code)
    ) as kind (area_type, area_code)
    where kind.area_code is not null
    group by kind.area_type, kind.area_code
    having 2 * sum(judged.postcodes) filter (where judged.served) > sum(judged.postcodes)

),

served as (

    select commission.area_type, commission.area_code
    from commission
    where commission.served
    union
    select mostly.area_type, mostly.area_code from mostly

),

network as (

    select
        member.network_code,
        max(member.network_name) as network_name
    from reference.network_member as member
    inner join reference.practice as practice on practice.organisation_code = member.practice_code
    left join served on served.area_type = 'SICBL' and served.area_code = practice.sub_icb_code  -- left: not served
    where member.valid_from <= engine.business_date()
        and (member.valid_to is null or member.valid_to >= engine.business_date())
    group by member.network_code
    having bool_and(served.area_code is not null)

),

region as (

    select
        look_up.region_code,
        min(look_up.region_name) as region_name,
        bool_and(served.area_code is not null) as whole
    from reference.sub_icb as look_up
    left join served on served.area_type = 'ICB' and served.area_code = look_up.icb_code  -- left: not served
    where look_up.region_code is not null
    group by look_up.region_code

)

select 'LA' as area_type, served.area_code, coalesce(authority.name, served.area_code) as area_name
from served
left join reference.local_authority as authority on authority.local_authority_code = served.area_code  -- left: no name
where served.area_type = 'LA'
union all
select 'SICBL', served.area_code, coalesce(look_up.sub_icb_name, served.area_code)
from served
left join reference.sub_icb as look_up on look_up.sub_icb_code = served.area_code  -- left: no name
where served.area_type = 'SICBL'
union all
select 'ICB', served.area_code, coalesce(icb.icb_name, served.area_code)
from served
left join icb on icb.icb_code = served.area_code  -- left: no name
where served.area_type = 'ICB'
union all
select 'PCN', network.network_code, coalesce(network.network_name, network.network_code)
from network
union all
select 'REGION', region.region_code, coalesce(region.region_name, region.region_code)
from region
where region.whole
union all
select 'ENGLAND', setting.england_code, 'England'
from setting
where exists (select from region) and not exists (select from region where not region.whole)
