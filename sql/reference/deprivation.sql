-- target: reference.deprivation
-- grain:  lsoa_code, edition
-- Deprivation decile of each small area, 1 the most deprived.
select distinct on (landed.lsoa)
    landed.lsoa as lsoa_code,
    'as sent' as edition,
    landed.imd_decile as decile
from landing.reference_imd as landed
where landed.lsoa is not null and landed.imd_decile is not null
order by landed.lsoa, landed.file_id desc, landed.line_no
