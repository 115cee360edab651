-- What comes the night after in bench pathway: one child in a hundred has one more event.
select
    (select max(event.record_key) from register.event_history as event) + row_number() over () as record_key,
    '' as element,
    child.child_key,
    child.nhs_number,
    child.person_birth_date,
    'VACC' as kind,
    'MMR' as programme,
    'x' as event_code,
    engine.business_date() as event_date,
    'D' as event_date_precision,
    'COMPLETED' as outcome_code,
    true as primary_source,
    'RLAB' as performing_organisation,
    false as withdrawn,
    md5(child.child_key::text)::uuid as row_hash,
    2 as file_id,
    1 as line_no,
    daterange(engine.business_date() + 1, null) as nights
from cohort.child_history as child
where child.child_key % 100 = 7
