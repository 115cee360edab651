-- target: cohort.practice_place
-- grain:  organisation_code
-- kind:   view
-- Where each GP practice lies: its sub-ICB and board, and the authority of its own postcode. One outside England is in no sub-ICB
-- look-up.
select
    practice.organisation_code,
    sub_icb.sub_icb_code is not null as in_england,
    practice.sub_icb_code,
    coalesce(sub_icb.icb_code, practice.icb_code) as icb_code,
    area.local_authority_code
from reference.practice as practice
left join reference.sub_icb as sub_icb on sub_icb.sub_icb_code = practice.sub_icb_code  -- left: look-up not loaded
left join reference.postcode_area as area on area.postcode = practice.postcode  -- left: postcode not in directory
