-- target: exception.finding
-- part:   type_code = FS-503
-- grain:  subject, element
-- scope:  all
-- A baby whose primary immunisation has not begun.
select
    unbegun.child_key::text as subject,
    unbegun.item_code as element,
    unbegun.child_key,
    unbegun.amber_date as started_on,
    unbegun.owner_organisation as holder,
    unbegun.facts
from exception.unbegun_child as unbegun
