-- The closing check of intake (RP-02): one row for each file of the night and each sum that disagrees; none when every line
-- read has exactly one outcome, the declared number was read, and the ledger holds the lines that the file counts.
-- Reads engine.business_date().
with

ledger as (

    select
        line.file_id,
        count(*) filter (where line.outcome = 'APPLIED_WITH_WARNING') as warned,
        count(*) filter (where line.outcome = 'STALE') as stale,
        count(*) filter (where line.outcome = 'DUPLICATE') as duplicate,
        count(*) filter (where line.outcome = 'SKIPPED') as skipped,
        count(*) filter (where line.outcome = 'REJECTED') as rejected,
        count(*) filter (where 'REPEATED_HEADER' = any(line.reason_codes)) as repeated_headers
    from engine.line as line
    inner join engine.file as file on file.file_id = line.file_id
    where file.business_date = engine.business_date() and line.line_no is not null
    group by line.file_id

),

looked_at as (

    select
        file.file_id, file.name, file.feed, file.state, file.declared_rows, file.rows_read, file.rows_landed,
        file.rows_applied, file.rows_warned, file.rows_no_change, file.rows_stale, file.rows_duplicate,
        file.rows_skipped, file.rows_rejected,
        coalesce(ledger.warned, 0) as warned,
        coalesce(ledger.stale, 0) as stale,
        coalesce(ledger.duplicate, 0) as duplicate,
        coalesce(ledger.skipped, 0) as skipped,
        coalesce(ledger.rejected, 0) as rejected,
        coalesce(ledger.repeated_headers, 0) as repeated_headers
    from engine.file as file
    left join ledger on ledger.file_id = file.file_id  -- left: a file all of whose lines were simply applied
    where file.business_date = engine.business_date()

)

select
    file.file_id,
    file.name,
    file.feed,
    sums.what,
    sums.counted,
    sums.expected
from looked_at as file
cross join lateral (
    values
    (
        'lines with an outcome', file.rows_applied + file.rows_warned + file.rows_no_change + file.rows_stale
        + file.rows_duplicate + file.rows_skipped + file.rows_rejected, file.rows_read
    ),
    (
        'rows read, as declared', file.rows_read - file.repeated_headers,
        case when file.state = 'APPLIED' then coalesce(file.declared_rows, file.rows_read - file.repeated_headers)
            else 0 end
    ),
    ('ledger lines with a warning', file.warned, file.rows_warned),
    ('ledger lines that are stale', file.stale, file.rows_stale),
    ('ledger lines that came twice', file.duplicate, file.rows_duplicate),
    ('ledger lines skipped', file.skipped, file.rows_skipped),
    ('ledger lines refused', file.rejected, file.rows_rejected),
    ('files left unfinished', case when file.state in ('TAKEN', 'LANDED') then 1 else 0 end, 0)
) as sums (what, counted, expected)
where sums.counted <> sums.expected
order by file.file_id, sums.what
