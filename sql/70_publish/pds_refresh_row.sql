-- target: publish.pds_refresh_row
-- grain:  recipient_code, nhs_number
-- scope:  all
-- The list of numbers for which operations ask PDS for the record: number, reason and date, and nothing of a place.
select
    'SERVICE' as recipient_code,
    awaited.nhs_number,
    awaited.reason,
    awaited.since_date
from cohort.pds_awaited as awaited
