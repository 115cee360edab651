-- target: publish.gp_list_demographic
-- grain:  recipient_code, record_key, rule_id
-- scope:  all
-- joins:  hash
-- Children whom the list and PDS both have at the practice, with each detail in which the two differ: one row for each rule
-- of the national list reconciliation that finds something (feeds 4.1). What one side does not say is no difference. Case,
-- blanks and punctuation are none either.
with

compared as (

    select
        listed.*,
        person.record_key as person_record_key,
        person.nhs_number as person_nhs_number,
        person.person_birth_date as pds_birth_date,
        person.person_stated_gender_code as pds_gender_code,
        person.family_name as pds_family_name,
        concat_ws(' ', person.given_name, person.other_given_name) as pds_forenames,
        -- The own layout sends the first given name alone.
        case when listed.feed = 'gp-registration' then person.given_name
            else concat_ws(' ', person.given_name, person.other_given_name) end as pds_forenames_compared,
        person.title as pds_title,
        concat_ws(',', person.address_line_1, person.address_line_2, person.address_line_3, person.address_line_4,
            person.address_line_5) as pds_address,
        concat_ws(',', listed.address_line_1, listed.address_line_2, listed.address_line_3, listed.address_line_4,
            listed.address_line_5) as gp_address,
        person.postcode as pds_postcode,
        child.registered_practice
    from publish.gp_listed as listed
    inner join cohort.child as child
        on child.child_key = listed.child_key and child.registered_practice = listed.general_medical_practice_code
    inner join register.person as person on person.record_key = child.person_record_key

),

found as (

    select
        compared.*,
        rule.rule_id
    from compared
    cross join lateral (
        values
            ('MN-BR-DB-01', compared.person_birth_date::text, compared.pds_birth_date::text),
            ('MN-BR-SN-01', identity.folded(compared.family_name), identity.folded(compared.pds_family_name)),
            ('MN-BR-FN-01', identity.folded(compared.forenames), identity.folded(compared.pds_forenames_compared)),
            ('MN-BR-TL-01', identity.folded(compared.title), identity.folded(compared.pds_title)),
            ('MN-BR-SX-01', compared.person_stated_gender_code, compared.pds_gender_code),
            (
                'MN-BR-AD-01',
                lower(regexp_replace(compared.gp_address, '[^A-Za-z0-9]', '', 'g')),
                lower(regexp_replace(compared.pds_address, '[^A-Za-z0-9]', '', 'g'))
            ),
            ('MN-BR-AD-02', replace(compared.postcode, ' ', ''), replace(compared.pds_postcode, ' ', ''))
    ) as rule (rule_id, by_list, by_pds)
    where nullif(rule.by_list, '') <> nullif(rule.by_pds, '')

),

serial as (

    select message.record_key, max(message.serial_change_number) as serial_change_number
    from register.pds_message as message
    where message.record_key in (select found.person_record_key from found)
    group by message.record_key

)

select
    found.general_medical_practice_code as recipient_code,
    found.record_key,
    found.rule_id,
    found.person_nhs_number as nhs_number,
    to_char(found.person_birth_date, 'YYYYMMDD') as gp_birth_date,
    found.sex as gp_gender,
    found.forenames as gp_given_name,
    found.family_name as gp_family_name,
    found.previous_family_name as gp_previous_family_name,
    found.title as gp_title,
    found.address_line_1 as gp_address_line_1,
    found.address_line_2 as gp_address_line_2,
    found.address_line_3 as gp_address_line_3,
    found.address_line_4 as gp_address_line_4,
    found.address_line_5 as gp_address_line_5,
    found.postcode as gp_postcode,
    found.general_medical_practice_code as gp_practice_code,
    serial.serial_change_number::text as pds_serial_number,
    found.pds_birth_date::text as pds_birth_date,
    case found.pds_gender_code when '1' then 'male' when '2' then 'female' when '9' then 'other' else 'unknown' end
        as pds_gender,
    found.pds_forenames as pds_given_name,
    found.pds_family_name,
    found.pds_title,
    found.pds_address,
    found.pds_postcode,
    found.registered_practice as pds_practice_code,
    'Manual Validation' as guidance
from found
left join serial on serial.record_key = found.person_record_key  -- left: known by events alone
