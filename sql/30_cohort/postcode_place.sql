-- target: cohort.postcode_place
-- grain:  postcode
-- kind:   view
-- Where each postcode lies, sub-ICB and board by their ODS codes. The directory holds GSS or ODS codes, by its edition.
select
    area.postcode,
    area.country_code,
    coalesce(area.lsoa_2021_code, area.lsoa_2011_code) as lsoa_code,
    area.local_authority_code,
    coalesce(by_gss.sub_icb_code, area.sub_icb_code) as sub_icb_code,
    coalesce(by_gss.icb_code, by_ods.icb_code, icb.icb_code, area.icb_code) as icb_code
from reference.postcode_area as area
-- left: the directory holds GSS or ODS codes, and the look-up may lack the code
left join reference.sub_icb as by_gss on by_gss.sub_icb_gss_code = area.sub_icb_code
left join reference.sub_icb as by_ods on by_ods.sub_icb_code = area.sub_icb_code
left join (
    select distinct look_up.icb_gss_code, look_up.icb_code from reference.sub_icb as look_up
) as icb on icb.icb_gss_code = area.icb_code
