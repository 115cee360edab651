-- target: exception.evidence
-- part:   evidence = blood_spot_repeat_received
-- grain:  type_code, subject, element
-- scope:  all
-- A sample later than one that had to be repeated is known.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(lower(later.nights)) as evidence_date,
    max(later.record_key) as record_key
from exception.open_case as open_case
inner join register.event as asked
    on asked.child_key = open_case.child_key and asked.kind = 'NBSS' and asked.outcome_code_scheme = 'NBS'
    and not asked.withdrawn
inner join definition.blood_spot_status as asking on asking.code = asked.outcome_code and asking.effect = 'REPEAT'
inner join register.event as later
    on later.child_key = open_case.child_key and later.kind = 'NBSS' and later.outcome_code_scheme = 'NBS'
    and not later.withdrawn
    and (later.event_date, coalesce(later.sequence_number, 1)) > (asked.event_date, coalesce(asked.sequence_number, 1))
inner join definition.blood_spot_status as said on said.code = later.outcome_code
inner join definition.blood_spot_effect as effect on effect.code = said.effect and effect.sampled
where open_case.type_code = 'FS-403'
group by open_case.type_code, open_case.subject, open_case.element
