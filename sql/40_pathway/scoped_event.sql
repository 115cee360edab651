-- target: pathway.scoped_event
-- grain:  record_key, element
-- scope:  child
-- kind:   scratch
-- The events of the children whom tonight evaluates, as known tonight and without those withdrawn: read once from the register,
-- whose rows are wide and many, and then by every question of the pathway.
select
    event.child_key,
    event.record_key,
    event.element,
    event.kind,
    event.programme,
    event.event_code,
    event.event_date,
    event.offer_date,
    event.received_date,
    event.result_date,
    event.recorded_date,
    event.sequence_number,
    event.outcome_code,
    event.outcome_code_scheme,
    event.consultation_mechanism,
    event.primary_source,
    event.performing_organisation
from register.event as event
inner join engine.child_in_scope as scope on scope.child_key = event.child_key
where not event.withdrawn
