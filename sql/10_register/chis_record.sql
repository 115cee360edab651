-- target:     register.chis_record
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- What Child Health Information Services say of each child on their register, one row for each of their own records. A
-- record that a full register no longer holds stays, with the date of the register that first lacked it.
with

listed as (

    select
        record.record_key,
        file.sender,
        landed.*
    from landing.chis_register as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no
        and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
    inner join register.record as record
        on record.feed = 'chis-register'
        and record.source_system = landed.source_system_code
        and record.source_key = landed.source_child_identifier

)

select
    listed.record_key,
    held.child_key,
    listed.sender,
    listed.source_system_code,
    listed.source_child_identifier as source_key,
    listed.nhs_number,
    listed.nhs_number_as_sent,
    listed.nhs_number_status_indicator_code,
    listed.person_family_name as family_name,
    listed.person_given_name as given_name,
    listed.previous_family_name,
    listed.person_birth_date,
    listed.person_stated_gender_code,
    listed.ethnic_category,
    listed.address_line_1,
    listed.address_line_2,
    listed.address_line_3,
    listed.address_line_4,
    listed.address_line_5,
    listed.postcode_of_usual_address as postcode,
    listed.address_start_date,
    listed.general_medical_practice_code_patient_registration as general_medical_practice_code,
    listed.organisation_identifier_health_visiting_provider as health_visiting_provider_code,
    listed.organisation_identifier_child_health_organisation as organisation_code,
    listed.record_status,
    listed.record_status_date,
    listed.moved_to_organisation,
    listed.person_death_date,
    listed.mother_nhs_number,
    coalesce(listed.restricted_indicator, 'N') = 'Y' as restricted,
    listed.person_birth_time,
    listed.birth_order,
    listed.number_of_births,
    listed.gestation_length_at_birth as gestation_weeks,
    listed.birth_weight as birth_weight_grams,
    listed.school_urn,
    listed.looked_after_child_indicator,
    listed.interpreter_language_code,
    listed.consent_withheld_programmes,
    listed.last_updated_datetime as last_updated_timestamp,
    null::date as absent_since_date,
    listed.row_hash,
    listed.file_id,
    listed.line_no
from listed
left join register.chis_record as held  -- left: a record met for the first time belongs to nobody yet
    on held.record_key = listed.record_key
where listed.record_action <> 'D'
union all
select
    held.record_key,
    held.child_key,
    held.sender,
    held.source_system_code,
    held.source_key,
    held.nhs_number,
    held.nhs_number_as_sent,
    held.nhs_number_status_indicator_code,
    held.family_name,
    held.given_name,
    held.previous_family_name,
    held.person_birth_date,
    held.person_stated_gender_code,
    held.ethnic_category,
    held.address_line_1,
    held.address_line_2,
    held.address_line_3,
    held.address_line_4,
    held.address_line_5,
    held.postcode,
    held.address_start_date,
    held.general_medical_practice_code,
    held.health_visiting_provider_code,
    held.organisation_code,
    held.record_status,
    held.record_status_date,
    held.moved_to_organisation,
    held.person_death_date,
    held.mother_nhs_number,
    held.restricted,
    held.person_birth_time,
    held.birth_order,
    held.number_of_births,
    held.gestation_weeks,
    held.birth_weight_grams,
    held.school_urn,
    held.looked_after_child_indicator,
    held.interpreter_language_code,
    held.consent_withheld_programmes,
    held.last_updated_timestamp,
    coalesce(held.absent_since_date, file.as_at_date) as absent_since_date,
    held.row_hash,
    held.file_id,
    held.line_no
from register.chis_record as held
inner join engine.source_in_scope as scope on scope.record_key = held.record_key
inner join engine.file as file on file.feed = 'chis-register' and file.sender = held.sender and file.file_type = 'F'
inner join engine.file_in_scope as applied on applied.file_id = file.file_id
where not exists (select from listed where listed.record_key = held.record_key)
    and held.source_system_code in (
        select landed.source_system_code
        from landing.chis_register as landed
        where landed.file_id = file.file_id
    )
