-- target: cohort.pds_awaited
-- grain:  nhs_number
-- scope:  all
-- Numbers of which PDS has said, in a signal or a content-free event, that it holds something newer than its last data
-- known here. Some signals stop lists until that data comes (rulings 3): of several the gravest gives the reason.
with

asked as (

    select signal.nhs_number, signal.event_type, signal.status, signal.asserted_at
    from register.pds_signal as signal
    union all
    select message.nhs_number, message.kind, '*', message.asserted_at
    from register.pds_message as message
    where message.kind = 'pds-record-change-1'

),

waiting as (

    select asked.*
    from asked
    left join register.record as record  -- left: a number not held waits too
        on record.feed = 'pds' and record.source_key = asked.nhs_number
    where not exists (
            select
            from register.pds_message as message
            where message.record_key = record.record_key and message.asserted_at > asked.asserted_at
                and message.kind = 'EXTRACT'
        )
        -- An unchanged row of an extract is newer data too: it says that nothing of it is true.
        and not exists (
            select
            from register.pds_refresh as refresh
            where refresh.record_key = record.record_key
                and refresh.refreshed_date::timestamp at time zone 'Europe/London' > asked.asserted_at
        )

)

select distinct on (waiting.nhs_number)
    waiting.nhs_number,
    waiting.event_type,
    waiting.status,
    meaning.meaning as reason,
    meaning.stops_lists,
    min((waiting.asserted_at at time zone 'Europe/London')::date) over (partition by waiting.nhs_number) as since_date
from waiting
inner join definition.pds_signal as meaning
    on meaning.event_type = waiting.event_type and meaning.status = waiting.status
order by waiting.nhs_number, meaning.stops_lists desc, waiting.asserted_at desc, waiting.event_type, waiting.status
