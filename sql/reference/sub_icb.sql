-- target: reference.sub_icb
-- grain:  sub_icb_code
-- The link between the GSS codes of the postcode directory and the ODS codes of the practice file (feeds 10.2).
select distinct on (landed.sicbl_code)
    landed.sicbl_code as sub_icb_code,
    landed.sicbl_gss_code as sub_icb_gss_code,
    landed.sicbl_name as sub_icb_name,
    landed.icb_code,
    landed.icb_gss_code,
    landed.icb_name,
    landed.region_code,
    landed.region_gss_code,
    landed.region_name
from landing.reference_icb_lookup as landed
where landed.sicbl_code is not null
order by landed.sicbl_code, landed.file_id desc, landed.line_no
