-- target:     register.gp_registration
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- What the practice lists of the national reconciliation say: who is registered, not since when. A list is always whole: a
-- row that it no longer holds stays, with the date of the list that first lacked it.
with

listed as (

    select
        record.record_key,
        file.sender,
        file.as_at_date,
        landed.*
    from landing.gp_gpr4 as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join landing.decision as decision
        on decision.file_id = landed.file_id and decision.line_no = landed.line_no
        and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
    inner join register.record as record
        on record.feed = 'gp-gpr4'
        and record.source_system = 'gp-gpr4:' || file.sender
        and record.organisation_code = landed.general_medical_practice_code
        and record.source_key = landed.record_number::text

)

select
    listed.record_key,
    held.child_key,
    'gp-gpr4' as feed,
    listed.sender,
    listed.record_number::text as source_key,
    listed.nhs_number,
    listed.nhs_number_as_sent,
    null::text as nhs_number_status_indicator_code,
    listed.person_family_name as family_name,
    -- Forenames come in one field, between commas or blanks.
    (regexp_match(listed.person_given_name, '^[^, ]+'))[1] as given_name,
    nullif(regexp_replace(listed.person_given_name, '^[^, ]+[, ]*', ''), '') as other_given_name,
    listed.previous_family_name,
    listed.title,
    listed.person_birth_date,
    listed.person_stated_gender_code,
    listed.address_line_1,
    listed.address_line_2,
    listed.address_line_3,
    listed.address_line_4,
    listed.address_line_5,
    listed.postcode,
    listed.general_medical_practice_code,
    null::date as start_date,
    -- A number given to another patient, or a patient who comes back, begins anew.
    case
        when held.absent_since_date is null
            and (held.nhs_number is not distinct from listed.nhs_number
                or held.person_birth_date is not distinct from listed.person_birth_date)
            then coalesce(held.listed_from_date, listed.as_at_date)
        else listed.as_at_date
    end as listed_from_date,
    null::date as end_date,
    null::text as registration_type,
    null::text as removal_reason,
    null::date as absent_since_date,
    listed.row_hash,
    listed.file_id,
    listed.line_no
from listed
left join register.gp_registration as held  -- left: a patient met for the first time belongs to nobody yet
    on held.record_key = listed.record_key
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
inner join engine.file as file on file.feed = 'gp-gpr4' and file.sender = held.sender
inner join engine.file_in_scope as applied on applied.file_id = file.file_id
where held.feed = 'gp-gpr4'
    and not exists (select from listed where listed.record_key = held.record_key)
