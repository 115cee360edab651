-- target: reference.bank_holiday
-- grain:  bank_holiday_date
-- Bank holidays in England; a day of an older list stays.
select landed.holiday_date as bank_holiday_date
from landing.reference_bank_holiday as landed
where landed.holiday_date is not null
union
select held.bank_holiday_date
from reference.bank_holiday as held
