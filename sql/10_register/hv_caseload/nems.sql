-- target:     register.hv_caseload
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- Caseload episodes as messages give them, complete each time (feeds 5.1). Only care settings of health visiting are a
-- caseload. What is taken back stays as entered in error, so that an older message does not bring it again.
with

latest as (

    select distinct on (record.record_key)
        record.record_key, file.sender, landed.*
    from landing.nems as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no
        and (
            decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING')
            or decision.outcome = 'SKIPPED' and 'EVENT_IGNORED' = any (decision.reason_codes)
        )
    inner join register.record as record
        on record.feed = 'nems' and record.source_key = landed.record_identifier
        and record.source_system = landed.event_code || ' ' || landed.record_identifier_system
        and record.organisation_code = landed.organisation_identifier_code_of_publisher
    where landed.event_code = 'professional-contacts-1'
    order by record.record_key, landed.last_updated_date_time desc, landed.message_date_time desc,
        coalesce(landed.serial_change_number, -1) desc, landed.payload_sha256 desc

)

select
    latest.record_key,
    held.child_key,
    latest.sender,
    latest.record_identifier as source_key,
    null::text as local_identifier,
    latest.nhs_number,
    null::text as nhs_number_as_sent,
    latest.nhs_number_status_indicator_code,
    latest.person_family_name as family_name,
    latest.person_given_name as given_name,
    -- Where the two disagree, the person was traced by the date of the routing.
    coalesce(latest.routing_person_birth_date, latest.person_birth_date) as person_birth_date,
    latest.person_stated_gender_code,
    latest.address_line_1,
    latest.address_line_2,
    latest.address_line_3,
    latest.address_line_4,
    latest.address_line_5,
    latest.postcode_of_usual_address as postcode,
    latest.organisation_identifier_provider as organisation_code,
    latest.care_professional_team_local_identifier as team_identifier,
    case when latest.message_event_type = 'delete' then error.episode_status else status.episode_status end
        as episode_status,
    latest.record_start_date as start_date,
    latest.record_end_date as end_date,
    null::text as end_reason,
    null::text as care_level,
    latest.general_medical_practice_code_patient_registration as general_medical_practice_code,
    null::text as looked_after_child_indicator,
    null::date as absent_since_date,
    latest.row_hash,
    latest.file_id,
    latest.line_no
from latest
inner join definition.nems_episode_status as error on error.code = 'entered-in-error'
left join definition.care_setting as setting on setting.code = latest.record_type  -- left: another service, or a bare delete
left join definition.nems_episode_status as status on status.code = latest.record_status  -- left: a state we do not know
left join register.hv_caseload as held on held.record_key = latest.record_key  -- left: an episode met for the first time
where setting.health_visiting or (latest.record_type is null and latest.message_event_type = 'delete')
