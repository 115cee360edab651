-- target: register.pds_refresh
-- grain:  record_key
-- scope:  source
-- When PDS last gave the record of a restricted child, or of one that a signal or a content-free event spoke of. Events do
-- not flow for restricted children, so silence proves nothing (failsafe.md 2.4); an unchanged row of an extract is a
-- refresh too. A register's flag counts as much as that of PDS.
with

landed as (

    select record.record_key, max(coalesce(file.as_at_date, file.business_date)) as refreshed_date
    from landing.pds_extract as extract
    inner join engine.file_in_scope as scope on scope.file_id = extract.file_id
    inner join engine.file as file on file.file_id = extract.file_id
    inner join register.record as record on record.feed = 'pds' and record.source_key = extract.nhs_number
    group by record.record_key

)

select
    person.record_key,
    greatest(landed.refreshed_date, held.refreshed_date) as refreshed_date
from register.person as person
inner join engine.source_in_scope as scope on scope.record_key = person.record_key
left join landed on landed.record_key = person.record_key  -- left: tonight's file is of events
left join register.pds_refresh as held on held.record_key = person.record_key  -- left: restricted since tonight
where (
        person.restricted
        or exists (
            select
            from register.chis_record as chis
            where chis.nhs_number = person.nhs_number and chis.restricted
        )
        or exists (
            select
            from register.pds_signal as signal
            where signal.nhs_number = person.nhs_number
        )
        or exists (
            select
            from register.pds_message as message
            where message.record_key = person.record_key and message.kind = 'pds-record-change-1'
        )
    )
    and (landed.record_key is not null or held.record_key is not null)
