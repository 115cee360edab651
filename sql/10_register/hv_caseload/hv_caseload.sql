-- target:     register.hv_caseload
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- What health visiting providers say of each caseload episode. An episode that a full list no longer holds stays, with
-- the date of the list that first lacked it.
with

listed as (

    select
        record.record_key,
        file.sender,
        landed.*
    from landing.hv_caseload as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no
        and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
    inner join register.record as record
        on record.feed = 'hv-caseload'
        and record.source_system = 'hv-caseload:' || file.sender
        and record.organisation_code = landed.organisation_identifier_code_of_provider
        and record.source_key = landed.service_request_identifier

)

select
    listed.record_key,
    held.child_key,
    listed.sender,
    listed.service_request_identifier as source_key,
    listed.local_patient_identifier_extended as local_identifier,
    listed.nhs_number,
    listed.nhs_number_as_sent,
    listed.nhs_number_status_indicator_code,
    listed.person_family_name as family_name,
    listed.person_given_name as given_name,
    listed.person_birth_date,
    listed.person_stated_gender_code,
    listed.address_line_1,
    listed.address_line_2,
    listed.address_line_3,
    listed.address_line_4,
    listed.address_line_5,
    listed.postcode_of_usual_address as postcode,
    listed.organisation_identifier_code_of_provider as organisation_code,
    listed.care_professional_team_local_identifier as team_identifier,
    listed.episode_status,
    listed.caseload_start_date as start_date,
    listed.caseload_end_date as end_date,
    listed.caseload_end_reason as end_reason,
    listed.care_level,
    listed.organisation_identifier_gp_practice_responsibility as general_medical_practice_code,
    listed.looked_after_child_indicator,
    null::date as absent_since_date,
    listed.row_hash,
    listed.file_id,
    listed.line_no
from listed
left join register.hv_caseload as held  -- left: an episode met for the first time belongs to nobody yet
    on held.record_key = listed.record_key
where listed.record_action <> 'D'
union all
select
    held.record_key,
    held.child_key,
    held.sender,
    held.source_key,
    held.local_identifier,
    held.nhs_number,
    held.nhs_number_as_sent,
    held.nhs_number_status_indicator_code,
    held.family_name,
    held.given_name,
    held.person_birth_date,
    held.person_stated_gender_code,
    held.address_line_1,
    held.address_line_2,
    held.address_line_3,
    held.address_line_4,
    held.address_line_5,
    held.postcode,
    held.organisation_code,
    held.team_identifier,
    held.episode_status,
    held.start_date,
    held.end_date,
    held.end_reason,
    held.care_level,
    held.general_medical_practice_code,
    held.looked_after_child_indicator,
    coalesce(held.absent_since_date, file.as_at_date) as absent_since_date,
    held.row_hash,
    held.file_id,
    held.line_no
from register.hv_caseload as held
inner join engine.source_in_scope as scope on scope.record_key = held.record_key
inner join engine.file as file on file.feed = 'hv-caseload' and file.sender = held.sender and file.file_type = 'F'
inner join engine.file_in_scope as applied on applied.file_id = file.file_id
where not exists (select from listed where listed.record_key = held.record_key)
