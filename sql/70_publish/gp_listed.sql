-- target: publish.gp_listed
-- grain:  record_key
-- kind:   view
-- Who is on the lists that practices sent for tonight, as the list says it: registered, begun and not ended. Nobody whom no list
-- may name, whoever claims the number.
select
    registration.record_key,
    registration.child_key,
    registration.feed,
    registration.general_medical_practice_code,
    registration.nhs_number,
    registration.nhs_number_as_sent,
    registration.family_name,
    registration.previous_family_name,
    concat_ws(' ', registration.given_name, registration.other_given_name) as forenames,
    registration.title,
    registration.person_birth_date,
    registration.person_stated_gender_code,
    case registration.person_stated_gender_code when 'X' then '0' else registration.person_stated_gender_code end as sex,
    registration.address_line_1,
    registration.address_line_2,
    registration.address_line_3,
    registration.address_line_4,
    registration.address_line_5,
    registration.postcode
from register.gp_registration as registration
inner join publish.gp_list as list on list.recipient_code = registration.general_medical_practice_code
left join definition.gp_registration_type as type  -- left: a layout without types
    on type.code = registration.registration_type
where registration.absent_since_date is null
    and (registration.end_date is null or registration.end_date > engine.business_date())
    and (registration.start_date is null or registration.start_date <= engine.business_date())
    and coalesce(type.is_registration, true)
    and not exists (
        select from publish.unlisted_child as unlisted where unlisted.child_key = registration.child_key
    )
    and not exists (
        select from publish.unlisted_child as unlisted where unlisted.nhs_number = registration.nhs_number
    )
