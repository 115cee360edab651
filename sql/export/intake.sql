-- What the night looked at, file by file and line by line (rulings 3): READ = APPLIED + the rest.
-- Reads engine.business_date(); sorted by code point on the first columns.
with

looked_at as (

    select
        file.*,
        (
            select string_agg(
                case
                    when letter.value ~ '[A-Za-z0-9_. ~-]' then letter.value
                    else regexp_replace(
                        upper(encode(convert_to(letter.value, 'UTF8'), 'hex')), '(..)', '%\1', 'g')
                end, '' order by letter.position)
            from regexp_split_to_table(file.name, '') with ordinality as letter (value, position)
        ) as shown_name,
        file.state in ('LANDED', 'APPLIED') as taken
    from engine.file as file
    where file.business_date = engine.business_date()

),

listed as (

    select
        file.shown_name, file.feed, null::bigint as line_number, 'READ' as outcome, null::text as reason_code,
        null::text as field, file.rows_read as rows
    from looked_at as file
    where file.taken
    union all
    select file.shown_name, file.feed, null, 'APPLIED', null, null, file.rows_applied
    from looked_at as file
    where file.taken
    union all
    select file.shown_name, file.feed, null, 'NO_CHANGE', null, null, file.rows_no_change
    from looked_at as file
    where file.taken and file.rows_no_change > 0
    union all
    select
        file.shown_name, file.feed, line.line_no, line.outcome, array_to_string(line.reason_codes, ';'), line.field,
        case when line.line_no is null then 0 else 1 end
    from looked_at as file
    inner join engine.line as line on line.file_id = file.file_id
    where file.taken
    union all
    select file.shown_name, file.feed, null, file.state, file.reason_code, null, 0
    from looked_at as file
    where not file.taken

)

select
    listed.shown_name as file_name,
    listed.feed,
    listed.line_number,
    listed.outcome,
    nullif(listed.reason_code, '') as reason_code,
    listed.field,
    listed.rows
from listed
order by
    listed.shown_name collate "C", listed.feed collate "C", listed.line_number nulls first, listed.outcome collate "C",
    listed.reason_code collate "C"
