-- target:     register.school_roll
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- The children on the lists of schools. A list of a class does not say of which school: the one known before stands.
select
    record.record_key,
    held.child_key,
    landed.nhs_number,
    landed.person_family_name as family_name,
    landed.person_given_name as given_name,
    landed.preferred_family_name,
    landed.preferred_given_name,
    landed.person_birth_date,
    landed.person_stated_gender_code,
    landed.address_line_1,
    landed.address_line_2,
    landed.town,
    landed.postcode,
    coalesce(landed.school_urn, held.school_urn) as school_urn,
    landed.year_group,
    landed.registration_group,
    landed.row_hash,
    landed.file_id,
    landed.line_no
from landing.school_vaccination as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'school-vaccination' and record.source_key = register.school_row_key(
        landed.layout, landed.nhs_number, landed.person_family_name, landed.person_given_name,
        landed.person_birth_date, landed.event_date, coalesce(landed.vaccine_programme, landed.programme))
left join register.school_roll as held on held.record_key = record.record_key  -- left: a child met for the first time
where landed.layout in ('COHORT', 'CLASS')
