-- target: reference.network_member
-- grain:  practice_code, valid_from
-- Which primary care network each practice belongs to, from when to when.
select distinct on (landed.practice_code, coalesce(landed.valid_from, date '0001-01-01'))
    landed.practice_code,
    coalesce(landed.valid_from, date '0001-01-01') as valid_from,
    landed.pcn_code as network_code,
    landed.pcn_name as network_name,
    landed.valid_to
from landing.reference_pcn_membership as landed
where landed.practice_code is not null
order by landed.practice_code, coalesce(landed.valid_from, date '0001-01-01'), landed.file_id desc, landed.line_no
