-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of a vaccination file. An update of an unknown key creates with a warning, a delete of
-- one is refused; a dose for a child whom neither PDS nor a CHIS register holds, or whose number is that of a child with another birth date, is stored with a
-- warning (rulings 3).
with

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings, landed.action_flag,
        held.row_hash as held_hash,
        held.record_key is not null as held,
        person.nhs_number is null and not exists (
            select from register.chis_record as chis
            where chis.nhs_number = landed.nhs_number
                and reference.birth_dates_agree(landed.person_dob, chis.person_birth_date)
        ) as not_held,
        person.nhs_number is not null
        and not reference.birth_dates_agree(landed.person_dob, person.person_birth_date) as contradicted,
        procedure.code is not null or product.code is not null or landed.file_vaccine_type is not null as known_vaccine,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.vaccination_v5 as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'vaccination-v5' and record.source_system = landed.unique_id_uri
        and record.source_key = landed.unique_id
    left join register.event as held on held.record_key = record.record_key  -- left: a dose met for the first time
    left join register.person as person on person.nhs_number = landed.nhs_number  -- left: a child not held
    left join definition.vaccine_procedure as procedure on procedure.code = landed.vaccination_procedure_code
    left join definition.vaccine_product as product on product.code = landed.vaccine_product_code
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 then 'REJECTED'
        when line.action_flag = 'DELETE' and not line.held then 'REJECTED'
        when line.action_flag = 'DELETE' then 'APPLIED'
        when not line.known_vaccine then 'REJECTED'
        when line.row_hash = line.held_hash then 'NO_CHANGE'
        when line.not_held or line.contradicted or cardinality(line.warnings) > 0
            or (line.action_flag = 'UPDATE' and not line.held) then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 then array['DUPLICATE_KEY']
        when line.action_flag = 'DELETE' and not line.held then array['UNKNOWN_KEY']
        when line.action_flag = 'DELETE' then '{}'
        when not line.known_vaccine then array['UNKNOWN_CODE']
        when line.row_hash = line.held_hash then '{}'
        else coalesce(line.warnings, '{}')
            || case when line.action_flag = 'UPDATE' and not line.held then array['UNKNOWN_KEY'] else '{}' end
            || case when line.contradicted then array['DOB_DISAGREES'] else '{}' end
            || case when line.not_held or line.contradicted then array['NOT_LINKED'] else '{}' end
    end as reason_codes
from line
