-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- joins:  hash
-- What becomes of each landed patient of a practice list: what needs other lines or the register (rulings 3). A list older
-- than one taken before says nothing new.
with

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings,
        case when held.absent_since_date is null then held.row_hash end as held_hash,
        exists (
            select
            from engine.file as later
            where later.feed = file.feed and later.sender = file.sender and later.state = 'APPLIED'
                and later.as_at_date > file.as_at_date
        ) as stale,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.gp_gpr4 as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'gp-gpr4' and record.source_system = 'gp-gpr4:' || file.sender
        and record.organisation_code = landed.general_medical_practice_code
        and record.source_key = landed.record_number::text
    left join register.gp_registration as held  -- left: a patient met for the first time
        on held.record_key = record.record_key
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 then 'REJECTED'
        when line.row_hash = line.held_hash then 'NO_CHANGE'
        when line.stale then 'STALE'
        when cardinality(line.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 then array['DUPLICATE_KEY']
        when line.row_hash = line.held_hash then '{}'
        when line.stale then array['STALE']
        else coalesce(line.warnings, '{}')
    end as reason_codes
from line
