-- target: exception.finding
-- part:   type_code = FS-409
-- grain:  subject, element
-- scope:  all
-- The newborn hearing screen is not complete near or past its target age; for a baby who moved in, who is unknown to the
-- national system, from the night of the move.
select
    owed.child_key::text as subject,
    owed.item_code as element,
    owed.child_key,
    least(owed.amber_date, moved.eligible_date) as started_on,
    owed.owner_organisation as holder,
    owed.facts || jsonb_build_object('target', owed.target_date, 'latest', owed.latest_date) as facts
from pathway.owed_item as owed
left join pathway.eligibility as moved  -- left: most were born here
    on moved.child_key = owed.child_key and moved.eligibility = 'MOVED_IN'
where owed.item_code = 'SCR-NHSP'
    and (
        owed.state in ('OVERDUE_AMBER', 'OVERDUE_RED')
        or (owed.state = 'DUE' and moved.child_key is not null)
    )
