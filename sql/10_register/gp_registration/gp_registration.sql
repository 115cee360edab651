-- target:     register.gp_registration
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- What practice lists say of each registration. A row that a full list no longer holds stays, with the date of the list
-- that first lacked it; a row whose number was refused keeps the number as it was sent.
with

listed as (

    select
        record.record_key,
        file.sender,
        landed.*
    from landing.gp_registration as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no
        and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
    inner join register.record as record
        on record.feed = 'gp-registration'
        and record.source_system = 'gp-registration:' || file.sender
        and record.organisation_code = landed.general_medical_practice_code_patient_registration
        and record.source_key = landed.local_patient_identifier_extended

)

select
    listed.record_key,
    held.child_key,
    'gp-registration' as feed,
    listed.sender,
    listed.local_patient_identifier_extended as source_key,
    listed.nhs_number,
    listed.nhs_number_as_sent,
    listed.nhs_number_status_indicator_code,
    listed.person_family_name as family_name,
    listed.person_given_name as given_name,
    null::text as other_given_name,
    null::text as previous_family_name,
    null::text as title,
    listed.person_birth_date,
    listed.person_stated_gender_code,
    listed.address_line_1,
    listed.address_line_2,
    listed.address_line_3,
    listed.address_line_4,
    listed.address_line_5,
    listed.postcode_of_usual_address as postcode,
    listed.general_medical_practice_code_patient_registration as general_medical_practice_code,
    listed.start_date_gmp_patient_registration as start_date,
    listed.start_date_gmp_patient_registration as listed_from_date,
    listed.end_date_gmp_patient_registration as end_date,
    listed.gp_registration_type as registration_type,
    listed.reason_for_removal as removal_reason,
    null::date as absent_since_date,
    listed.row_hash,
    listed.file_id,
    listed.line_no
from listed
left join register.gp_registration as held  -- left: a registration met for the first time belongs to nobody yet
    on held.record_key = listed.record_key
where listed.record_action <> 'D'
union all
select
    held.record_key,
    held.child_key,
    held.feed,
    held.sender,
    held.source_key,
    held.nhs_number,
    held.nhs_number_as_sent,
    held.nhs_number_status_indicator_code,
    held.family_name,
    held.given_name,
    held.other_given_name,
    held.previous_family_name,
    held.title,
    held.person_birth_date,
    held.person_stated_gender_code,
    held.address_line_1,
    held.address_line_2,
    held.address_line_3,
    held.address_line_4,
    held.address_line_5,
    held.postcode,
    held.general_medical_practice_code,
    held.start_date,
    held.listed_from_date,
    held.end_date,
    held.registration_type,
    held.removal_reason,
    coalesce(held.absent_since_date, file.as_at_date) as absent_since_date,
    held.row_hash,
    held.file_id,
    held.line_no
from register.gp_registration as held
inner join engine.source_in_scope as scope on scope.record_key = held.record_key
inner join engine.file as file on file.feed = 'gp-registration' and file.sender = held.sender and file.file_type = 'F'
inner join engine.file_in_scope as applied on applied.file_id = file.file_id
where held.feed = 'gp-registration'
    and not exists (select from listed where listed.record_key = held.record_key)
