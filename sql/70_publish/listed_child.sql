-- target: publish.listed_child
-- grain:  child_key
-- kind:   view
-- The children whom a list may name that goes to practices, health visitors and other owners, as such a list writes them: all
-- but publish.unlisted_child.
select
    child.child_key,
    child.nhs_number,
    child.person_birth_date,
    coalesce(person.family_name, chis.family_name) as person_family_name,
    coalesce(person.given_name, chis.given_name) as person_given_name,
    coalesce(
        nullif(concat_ws(', ', person.address_line_1, person.address_line_2, person.address_line_3,
            person.address_line_4, person.address_line_5), ''),
        chis.address) as address,
    coalesce(person.postcode, chis.postcode) as postcode,
    child.address_start_date,
    child.registered_practice,
    child.practice_start_date,
    child.expected_hv,
    child.hv_until_date,
    child.bucket,
    child.first_known_date
from cohort.child as child
left join register.person as person on person.record_key = child.person_record_key  -- left: known from CHIS alone
left join lateral (
    select
        record.family_name,
        record.given_name,
        nullif(concat_ws(', ', record.address_line_1, record.address_line_2, record.address_line_3,
            record.address_line_4, record.address_line_5), '') as address,
        record.postcode
    from register.chis_record as record
    where record.child_key = child.child_key and (person.record_key is null or person.postcode is null)
    order by (record.absent_since_date is null) desc, record.record_status_date desc nulls last, record.record_key
    limit 1
) as chis on true
where not exists (select from publish.unlisted_child as unlisted where unlisted.child_key = child.child_key)
