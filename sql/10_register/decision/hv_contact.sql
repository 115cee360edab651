-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of a contacts file. A contact whose number nobody bears, or bears with another birth
-- date, counts by the caseload it is filed under; without one it is kept and belongs to nobody yet (rulings 3).
with

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings, landed.record_action,
        held.row_hash as held_hash,
        held.record_key is not null as held,
        linkage.contradicted,
        (
            linkage.contradicted
            -- A child whom PDS has not sent may be known to a CHIS register.
            or person.nhs_number is null and not exists (
                select from register.chis_record as chis
                where chis.nhs_number = landed.nhs_number
                    and reference.birth_dates_agree(landed.person_birth_date, chis.person_birth_date)
            )
        )
        and not exists (
            select from register.hv_caseload as caseload
            where caseload.organisation_code = landed.organisation_identifier_code_of_provider
                and caseload.source_key = landed.service_request_identifier
        )
        and (
            landed.service_request_identifier is not null
            or not exists (
                select from register.hv_caseload as caseload
                where caseload.organisation_code = landed.organisation_identifier_code_of_provider
                    and caseload.local_identifier = landed.local_patient_identifier_extended
            )
        ) as not_linked,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.hv_contact as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'hv-contact' and record.source_system = 'hv-contact'
        and record.organisation_code = landed.organisation_identifier_code_of_provider
        and record.source_key = landed.care_contact_identifier
    left join register.event as held  -- left: a contact met for the first time
        on held.record_key = record.record_key and held.element = ''
    left join register.person as person  -- left: a child whom PDS has not sent
        on person.nhs_number = landed.nhs_number
    cross join lateral (
        select person.nhs_number is not null
            and not reference.birth_dates_agree(landed.person_birth_date, person.person_birth_date) as contradicted
    ) as linkage
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 then 'REJECTED'
        when line.record_action = 'D' and not line.held then 'REJECTED'
        when line.record_action = 'D' then 'APPLIED'
        when line.row_hash = line.held_hash then 'NO_CHANGE'
        when cardinality(line.warnings) > 0 or (line.record_action = 'U' and not line.held)
            or line.contradicted or line.not_linked then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 then array['DUPLICATE_KEY']
        when line.record_action = 'D' and not line.held then array['UNKNOWN_KEY']
        when line.record_action = 'D' then '{}'
        when line.row_hash = line.held_hash then '{}'
        else coalesce(line.warnings, '{}')
            || case when line.record_action = 'U' and not line.held then array['UNKNOWN_KEY'] else '{}' end
            || case when line.contradicted then array['DOB_DISAGREES'] else '{}' end
            || case when line.not_linked then array['NOT_LINKED'] else '{}' end
    end as reason_codes
from line
