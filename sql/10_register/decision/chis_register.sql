-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of chis-register: what needs other lines or the register (rulings 3).
-- Who is past the age of the service when first sent is not kept (contract section 3).
with

setting as (

    select setting.value as age_out_birthday
    from definition.setting as setting
    where setting.name = 'service_age_out_birthday'

),

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings, landed.record_action,
        case when held.absent_since_date is null then held.row_hash end as held_hash,
        held.record_key is not null as held,
        file.file_type = 'D' and landed.last_updated_datetime < held.last_updated_timestamp as stale,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash,
        reference.age_reached(landed.person_birth_date, setting.age_out_birthday, 'YEARS') <= engine.business_date()
        and held.record_key is null
        and not exists (select from register.person as person where person.nhs_number = landed.nhs_number)
            as too_old
    from landing.chis_register as landed
    cross join setting
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'chis-register' and record.source_system = landed.source_system_code
        and record.source_key = landed.source_child_identifier
    left join register.chis_record as held  -- left: a record met for the first time
        on held.record_key = record.record_key
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.too_old then 'SKIPPED'
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 then 'REJECTED'
        when line.record_action = 'D' and not line.held then 'REJECTED'
        when line.record_action <> 'D' and line.row_hash = line.held_hash then 'NO_CHANGE'
        when line.stale then 'STALE'
        when line.record_action = 'U' and not line.held then 'APPLIED_WITH_WARNING'
        when cardinality(line.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.too_old then array['OUT_OF_SCOPE']
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 then array['DUPLICATE_KEY']
        when line.record_action = 'D' and not line.held then array['UNKNOWN_KEY']
        when line.record_action <> 'D' and line.row_hash = line.held_hash then '{}'
        when line.stale then array['STALE']
        when line.record_action = 'U' and not line.held
            then coalesce(line.warnings, '{}') || array['UNKNOWN_KEY']
        else coalesce(line.warnings, '{}')
    end as reason_codes
from line
