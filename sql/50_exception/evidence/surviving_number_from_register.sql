-- target: exception.evidence
-- part:   evidence = surviving_number_from_register
-- grain:  type_code, subject, element
-- scope:  all
-- A register that holds the child sends the surviving number, and no open record comes under a replaced one.
select
    open_case.type_code,
    open_case.subject,
    open_case.element,
    max(lower(match.nights)) as evidence_date,
    max(match.record_key) as record_key
from exception.open_case as open_case
inner join identity.link as link on link.child_key = open_case.child_key
inner join identity.match as match on match.record_key = link.record_key and not match.superseded_number_sent
inner join cohort.holding as held on held.record_key = match.record_key and held.is_open
where open_case.type_code = 'FS-203'
    and not exists (
        select
        from identity.link as other
        inner join cohort.holding as holding on holding.record_key = other.record_key and holding.is_open
        where other.child_key = open_case.child_key and other.superseded_number_sent
    )
group by open_case.type_code, open_case.subject, open_case.element
