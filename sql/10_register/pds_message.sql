-- target: register.pds_message
-- grain:  record_key, file_id, line_no
-- kind:   append
-- What PDS said tonight of each number: extract rows that changed something, and events. Kept for ever, so that the order
-- in which they came matters no more than it must.
with

pseudo as (

    select max(postcode.postcode) as restricted_postcode
    from definition.pseudo_postcode as postcode
    where postcode.meaning = 'RESTRICTED'

)

select
    record.record_key,
    landed.file_id,
    landed.line_no,
    'EXTRACT' as kind,
    coalesce(file.as_at_date, file.business_date)::timestamp at time zone 'Europe/London' as asserted_at,
    landed.serial_change_number,
    engine.business_date() as known_date,
    landed.nhs_number,
    null::text as message_id,
    null::text as payload_sha256,
    landed.row_hash,
    landed.record_type = 'DEL' or landed.eligibility is false as removed_from_extract,
    landed.superseded_by_nhs_number,
    landed.family_name,
    landed.given_name,
    landed.other_given_name,
    landed.name_prefix as title,
    landed.previous_family_name,
    landed.date_of_birth as person_birth_date,
    landed.gender as person_stated_gender_code,
    landed.address_line_1,
    landed.address_line_2,
    landed.address_line_3,
    landed.address_line_4,
    landed.address_line_5,
    landed.postcode,
    landed.address_effective_from_date as address_start_date,
    landed.primary_care_provider as general_medical_practice_code,
    landed.primary_care_effective_from_date as practice_start_date,
    landed.current_posting,
    landed.reason_for_removal as removal_reason,
    landed.reason_for_removal_effective_from_date as removal_date,
    landed.date_of_death as person_death_date,
    landed.death_status,
    null::date as death_status_date,
    coalesce(landed.invalid_flag, false) as invalid,
    coalesce(replace(landed.postcode, ' ', '') = pseudo.restricted_postcode, false) as restricted,
    coalesce(landed.mobile_telephone_number, landed.home_telephone_number) as telephone,
    null::text as stillbirth_indicator,
    null::text as mother_nhs_number,
    null::text as mother_family_name,
    null::text as mother_practice_code,
    null::text as responsible_child_health_organisation,
    null::text as delivery_place_code,
    null::timestamptz as person_birth_at,
    null::integer as birth_order,
    null::integer as number_of_births,
    null::integer as gestation_weeks,
    null::integer as birth_weight_grams,
    null::text as suspected_congenital_abnormality,
    landed.preferred_language,
    landed.is_interpreter_required as interpreter_required
from landing.pds_extract as landed
cross join pseudo
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join engine.file as file on file.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING')
inner join register.record as record on record.feed = 'pds' and record.source_key = landed.nhs_number
union all
select
    record.record_key,
    landed.file_id,
    landed.line_no,
    landed.event_code,
    coalesce(landed.last_updated_date_time, landed.message_date_time),
    landed.serial_change_number,
    engine.business_date(),
    landed.nhs_number,
    landed.message_id,
    landed.payload_sha256,
    null,
    null,
    null,
    landed.person_family_name,
    landed.person_given_name,
    null,
    null,
    null,
    -- A death says the birth date in its routing only; a birth is routed for the mother.
    coalesce(
        landed.person_birth_date,
        case when landed.routing_nhs_number = landed.nhs_number then landed.routing_person_birth_date end),
    landed.person_stated_gender_code,
    landed.address_line_1,
    landed.address_line_2,
    landed.address_line_3,
    landed.address_line_4,
    landed.address_line_5,
    landed.postcode_of_usual_address,
    landed.address_start_date,
    landed.general_medical_practice_code_patient_registration,
    -- The only clue to the start of the new registration is when the message was sent (feeds 3.6).
    case when not coalesce(landed.gp_deregistered, false)
        then (landed.message_date_time at time zone 'Europe/London')::date end,
    null,
    null,
    case when landed.gp_deregistered then (landed.message_date_time at time zone 'Europe/London')::date end,
    landed.person_death_date,
    landed.death_notification_status,
    (landed.death_status_effective_date_time at time zone 'Europe/London')::date,
    null,
    coalesce(landed.restricted_indicator, false)
    or coalesce(replace(landed.postcode_of_usual_address, ' ', '') = pseudo.restricted_postcode, false),
    null,
    landed.still_birth_indicator,
    landed.mother_nhs_number,
    landed.mother_person_family_name,
    landed.mother_general_medical_practice_code,
    landed.organisation_identifier_child_health_organisation,
    landed.organisation_site_identifier_delivery_place,
    landed.person_birth_date_time,
    landed.birth_order,
    landed.number_of_births,
    landed.gestation_length_at_birth,
    landed.birth_weight,
    landed.suspected_congenital_abnormality_indicator,
    null,
    null
from landing.nems as landed
cross join pseudo
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING')
inner join register.record as record on record.feed = 'pds' and record.source_key = landed.nhs_number
where landed.record_identifier is null
