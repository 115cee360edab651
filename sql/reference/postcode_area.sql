-- target: reference.postcode_area
-- grain:  postcode
-- Where each postcode lies. The local authority is the upper tier: the county where there is one, else the district.
-- Terminated postcodes stay, for children move slowly (feeds 10.4).
select distinct on (landed.pcds)
    landed.pcds as postcode,
    case when landed.county like county.text_value || '%' then landed.county else landed.local_authority_district end
        as local_authority_code,
    landed.country as country_code,
    landed.region as region_code,
    landed.icb as icb_code,
    landed.sicbl as sub_icb_code,
    landed.lsoa11 as lsoa_2011_code,
    landed.lsoa21 as lsoa_2021_code,
    to_date(nullif(landed.dointr, ''), 'YYYYMM') as introduced_date,
    to_date(nullif(landed.doterm, ''), 'YYYYMM') as terminated_date
from landing.reference_onspd as landed
left join definition.setting as county on county.name = 'county_code_prefix'
where landed.pcds is not null
order by landed.pcds, landed.file_id desc, landed.line_no
