-- target: register.record
-- grain:  feed, source_system, organisation_code, source_key
-- kind:   append
-- A key for every source record not met before, given in a total order so that the same inputs give the same keys. A record
-- that an event names is met with it: so the event finds it, whichever of the two comes first.
with

landed as (

    select
        'pds' as feed, 'PDS' as source_system, '' as organisation_code, extract.nhs_number as source_key,
        extract.nhs_number, extract.date_of_birth as person_birth_date
    from landing.pds_extract as extract
    union all
    select 'pds', 'PDS', '', event.nhs_number, event.nhs_number, event.person_birth_date
    from landing.nems as event
    where event.record_identifier is null
    union all
    select
        'nems', event.event_code || ' ' || event.record_identifier_system,
        event.organisation_identifier_code_of_publisher, event.record_identifier,
        event.nhs_number, event.person_birth_date
    from landing.nems as event
    where event.record_identifier is not null
    union all
    select
        'gp-registration', 'gp-registration:' || file.sender,
        registration.general_medical_practice_code_patient_registration,
        registration.local_patient_identifier_extended, registration.nhs_number, registration.person_birth_date
    from landing.gp_registration as registration
    inner join engine.file as file on file.file_id = registration.file_id
    union all
    select
        'gp-gpr4', 'gp-gpr4:' || file.sender, patient.general_medical_practice_code, patient.record_number::text,
        patient.nhs_number, patient.person_birth_date
    from landing.gp_gpr4 as patient
    inner join engine.file as file on file.file_id = patient.file_id
    union all
    select
        'hv-caseload', 'hv-caseload:' || file.sender, caseload.organisation_identifier_code_of_provider,
        caseload.service_request_identifier, caseload.nhs_number, caseload.person_birth_date
    from landing.hv_caseload as caseload
    inner join engine.file as file on file.file_id = caseload.file_id
    union all
    select
        'chis-register', record.source_system_code, '', record.source_child_identifier,
        record.nhs_number, record.person_birth_date
    from landing.chis_register as record
    union all
    select
        'vaccination-v5', vaccination.unique_id_uri, '', vaccination.unique_id,
        vaccination.nhs_number, vaccination.person_dob
    from landing.vaccination_v5 as vaccination
    union all
    select
        'hv-contact', 'hv-contact', contact.organisation_identifier_code_of_provider, contact.care_contact_identifier,
        contact.nhs_number, contact.person_birth_date
    from landing.hv_contact as contact
    union all
    select
        'chis-event', event.source_system_code, '', event.source_event_identifier,
        event.nhs_number, event.person_birth_date
    from landing.chis_event as event
    union all
    select
        'nbs-result', 'nbs-result', result.laboratory_ods_code,
        result.laboratory_sample_identifier || '/' || coalesce(result.sample_sequence, 1),
        result.nhs_number, result.person_birth_date
    from landing.nbs_result as result
    union all
    select
        'nhsp-result', 'nhsp-result', result.provider_ods_code, result.source_record_identifier,
        result.nhs_number, result.person_birth_date
    from landing.nhsp_result as result
    union all
    select
        'nipe-result', 'nipe-result', result.provider_ods_code, result.source_record_identifier,
        result.nhs_number, result.person_birth_date
    from landing.nipe_result as result
    union all
    select
        'school-vaccination', 'school-vaccination', '',
        register.school_row_key(
            landed.layout, landed.nhs_number, landed.person_family_name, landed.person_given_name,
            landed.person_birth_date, landed.event_date, coalesce(landed.vaccine_programme, landed.programme)),
        landed.nhs_number, landed.person_birth_date
    from landing.school_vaccination as landed
    -- The record that an event is filed under, which may come later than the event.
    union all
    select
        'hv-caseload', 'hv-caseload:' || file.sender, contact.organisation_identifier_code_of_provider,
        contact.service_request_identifier, contact.nhs_number, contact.person_birth_date
    from landing.hv_contact as contact
    inner join engine.file as file on file.file_id = contact.file_id
    where contact.service_request_identifier is not null
    union all
    select
        'hv-patient', 'hv-patient', contact.organisation_identifier_code_of_provider,
        contact.local_patient_identifier_extended, contact.nhs_number, contact.person_birth_date
    from landing.hv_contact as contact
    where contact.service_request_identifier is null
    union all
    select
        'chis-register', event.source_system_code, '', event.source_child_identifier,
        event.nhs_number, event.person_birth_date
    from landing.chis_event as event
    where event.source_child_identifier is not null

),

new_record as (

    select
        landed.feed, landed.source_system, landed.organisation_code, landed.source_key,
        min(landed.nhs_number) as nhs_number,
        min(landed.person_birth_date) as person_birth_date
    from landed
    where not exists (
        select from register.record as held
        where held.feed = landed.feed and held.source_system = landed.source_system
            and held.organisation_code = landed.organisation_code and held.source_key = landed.source_key
    )
    group by landed.feed, landed.source_system, landed.organisation_code, landed.source_key

)

select
    coalesce((select max(held.record_key) from register.record as held), 0)
    + row_number() over (
        order by new_record.nhs_number nulls last, new_record.person_birth_date nulls last,
            new_record.feed, new_record.source_system, new_record.organisation_code, new_record.source_key
    ) as record_key,
    new_record.feed,
    new_record.source_system,
    new_record.organisation_code,
    new_record.source_key,
    engine.business_date() as first_night
from new_record
