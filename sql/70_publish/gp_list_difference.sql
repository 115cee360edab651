-- target: publish.gp_list_difference
-- grain:  recipient_code, side, record_key
-- scope:  all
-- joins:  hash
-- Children whom only one of the two has at the practice: its list, or PDS. The words of the status are those of the national
-- list reconciliation (feeds 4.1): nobody on PDS answers, PDS shows another practice, PDS shows none.
select
    listed.general_medical_practice_code as recipient_code,
    'OnlyOnGP' as side,
    listed.record_key,
    listed.family_name as surname,
    listed.forenames,
    to_char(listed.person_birth_date, 'YYYYMMDD') as birth_date,
    coalesce(listed.nhs_number, listed.nhs_number_as_sent) as nhs_number,
    listed.address_line_1,
    listed.address_line_2,
    listed.address_line_3,
    listed.address_line_4,
    listed.address_line_5,
    listed.postcode,
    listed.title,
    listed.sex,
    case
        when child.person_record_key is null then 'Unmatched'
        when child.registered_practice is not null then 'Partnership Mismatch'
        else 'Deducted Patient Match'
    end as status,
    case
        when child.registered_practice is not null then child.practice_start_date
        else child.practice_end_date
    end::text as status_date,
    null::text as date_accepted
from publish.gp_listed as listed
left join cohort.child as child on child.child_key = listed.child_key  -- left: linked to nobody
where child.registered_practice is distinct from listed.general_medical_practice_code
union all
select
    list.recipient_code,
    'OnlyOnPDS',
    person.record_key,
    person.family_name,
    concat_ws(' ', person.given_name, person.other_given_name),
    person.person_birth_date::text,
    person.nhs_number,
    person.address_line_1,
    person.address_line_2,
    person.address_line_3,
    person.address_line_4,
    person.address_line_5,
    person.postcode,
    person.title,
    case person.person_stated_gender_code when '1' then 'male' when '2' then 'female' when '9' then 'other' else 'unknown' end,
    null,
    null,
    child.practice_start_date::text
from publish.gp_list as list
inner join cohort.child as child on child.registered_practice = list.recipient_code
inner join register.person as person on person.record_key = child.person_record_key
where child.bucket <> 'AGED_OUT'
    and not exists (select from publish.unlisted_child as unlisted where unlisted.child_key = child.child_key)
    and not exists (
        select
        from cohort.holding as holding
        where holding.child_key = child.child_key and holding.agency = 'GP' and holding.is_open
            and holding.organisation_code = list.recipient_code
    )
