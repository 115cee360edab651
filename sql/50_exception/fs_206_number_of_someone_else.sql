-- target: exception.finding
-- part:   type_code = FS-206
-- grain:  subject, element
-- scope:  all
-- A register record under the number of a child whom it does not describe. It stands on the child whose number it is; the
-- record itself is linked to nobody.
with

record as (

    select chis.record_key, chis.organisation_code, chis.nhs_number_as_sent, chis.nhs_number, chis.absent_since_date,
        coalesce(status.held, true) as held
    from register.chis_record as chis
    left join definition.chis_record_status as status on status.code = chis.record_status  -- left: unknown status
    union all
    select caseload.record_key, caseload.organisation_code, caseload.nhs_number_as_sent, caseload.nhs_number,
        caseload.absent_since_date, coalesce(status.held, false)
    from register.hv_caseload as caseload
    left join definition.hv_episode_status as status on status.code = caseload.episode_status  -- left: unknown status
    union all
    select registration.record_key, registration.general_medical_practice_code, registration.nhs_number_as_sent,
        registration.nhs_number, registration.absent_since_date,
        registration.end_date is null or registration.end_date > engine.business_date()
    from register.gp_registration as registration

)

select
    child.child_key::text as subject,
    record.record_key::text as element,
    child.child_key,
    lower(match.nights) as started_on,
    record.organisation_code as holder,
    jsonb_build_object(
        'since', lower(match.nights), 'holder', record.organisation_code,
        'number_as_sent', coalesce(record.nhs_number_as_sent, record.nhs_number)) as facts
from identity.match as match
inner join record on record.record_key = match.record_key and record.absent_since_date is null and record.held
left join identity.number as number on number.nhs_number = match.nhs_number  -- left: most numbers stand
inner join cohort.child as child on child.nhs_number = coalesce(number.surviving_nhs_number, match.nhs_number)
left join identity.link as link  -- left: never compared
    on link.record_key = match.record_key and link.child_key = child.child_key
where match.number_contradicted
    -- Where its fields by themselves say that it is this child, the number is nobody else's.
    and link.record_key is null
    and child.life_state = 'ALIVE' and child.bucket in ('IN_AREA', 'UNTRACED')
