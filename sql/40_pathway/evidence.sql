-- target: pathway.evidence
-- grain:  record_key, element
-- kind:   view
-- How good the evidence of each event is (pathway 5.4 rule 8): the list of rules says, by the feed that tells of it, whether
-- who did it recorded it, and whether that is one whose children's list comes to us. Joins only, so that whoever asks for some
-- records is answered from theirs alone; a dose is a record of one element.
select
    event.record_key,
    event.element,
    event.child_key,
    record.feed,
    rule.grade
from register.event as event
inner join register.record as record on record.record_key = event.record_key
inner join definition.evidence_rule as rule
    on rule.feed = record.feed
    and rule.primary_source = coalesce(event.primary_source, true)
    and rule.performer_here = coalesce(
        event.performing_organisation in (select list.organisation_code from register.organisation_list as list), false)
where not event.withdrawn
