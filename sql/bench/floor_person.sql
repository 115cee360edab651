-- Narrow copy of the children for the floor of bench pathway.
select child.child_key::integer as child_id, child.person_birth_date as born
from cohort.child_history as child
