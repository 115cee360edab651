-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of a PDS extract: a repeated unchanged row is no change, a lower serial is stale; who is
-- past the age of the service when first sent is not kept (contract section 3).
with

setting as (

    select setting.value as age_out_birthday
    from definition.setting as setting
    where setting.name = 'service_age_out_birthday'

),

held as (

    select distinct on (message.record_key)
        message.record_key, message.row_hash, message.serial_change_number
    from register.pds_message as message
    where message.kind = 'EXTRACT'
    order by message.record_key, message.known_date desc, message.serial_change_number desc nulls last,
        message.file_id desc, message.line_no desc

),

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings, landed.serial_change_number,
        held.row_hash as held_hash,
        held.serial_change_number as held_serial,
        row_number() over same_person as nth,
        first_value(landed.row_hash) over same_person as first_hash,
        first_value(landed.serial_change_number) over same_person as first_serial,
        reference.age_reached(landed.date_of_birth, setting.age_out_birthday, 'YEARS') <= engine.business_date()
        and not exists (select from register.person as person where person.record_key = record.record_key)
            as too_old
    from landing.pds_extract as landed
    cross join setting
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join register.record as record on record.feed = 'pds' and record.source_key = landed.nhs_number
    left join held on held.record_key = record.record_key  -- left: a person met for the first time
    window same_person as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.too_old then 'SKIPPED'
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 and line.serial_change_number is not distinct from line.first_serial then 'REJECTED'
        when line.row_hash = line.held_hash then 'NO_CHANGE'
        when line.serial_change_number < line.held_serial then 'STALE'
        when cardinality(line.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.too_old then array['OUT_OF_SCOPE']
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 and line.serial_change_number is not distinct from line.first_serial
            then array['DUPLICATE_KEY']
        when line.row_hash = line.held_hash then '{}'
        when line.serial_change_number < line.held_serial then array['STALE']
        else coalesce(line.warnings, '{}')
    end as reason_codes
from line
