-- target: reference.practice
-- grain:  organisation_code
-- Every organisation of the practice file. A GP practice is one whose prescribing setting says so; closed ones stay for
-- history. The file is not only practices (feeds 10.1).
select distinct on (landed.organisation_code)
    landed.organisation_code,
    landed.name,
    landed.national_grouping as region_code,
    landed.high_level_health_geography as icb_code,
    coalesce(landed.commissioner, landed.provider_purchaser) as sub_icb_code,
    landed.postcode,
    landed.open_date,
    landed.close_date,
    landed.status_code,
    setting.text_value is not null as gp_practice
from landing.reference_epraccur as landed
left join definition.setting as setting
    on setting.name = 'gp_practice_setting' and setting.text_value = landed.prescribing_setting
order by landed.organisation_code, landed.file_id desc, landed.line_no
