-- target: cohort.stopped_child
-- grain:  child_key
-- kind:   view
-- The children of whom a signal tells that no list may name them until newer data of PDS settles it: a death, or a number that no
-- longer holds (rulings 3).
select distinct spoken_of.child_key
from cohort.pds_awaited as awaited
inner join register.person as spoken_of on spoken_of.nhs_number = awaited.nhs_number
where awaited.stops_lists and spoken_of.child_key is not null
