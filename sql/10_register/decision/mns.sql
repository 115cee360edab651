-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each signal: the same type, id and payload again is a duplicate; a status that no list knows, and a
-- number that neither PDS nor a CHIS register holds, are warnings.
with

setting as (

    select setting.value as age_out_birthday
    from definition.setting as setting
    where setting.name = 'service_age_out_birthday'

),

-- Whom PDS speaks of in the same night, whose persons are made after this; not those of whom nothing will be kept.
heard_of as (

    select sent.nhs_number
    from (
        select extract.file_id, extract.nhs_number, extract.date_of_birth as person_birth_date
        from landing.pds_extract as extract
        union all
        select event.file_id, event.nhs_number, event.person_birth_date
        from landing.nems as event
        where event.record_identifier is null
    ) as sent
    cross join setting
    inner join engine.file as file on file.file_id = sent.file_id and file.state in ('LANDED', 'APPLIED')
    where sent.nhs_number is not null
        and coalesce(
            reference.age_reached(sent.person_birth_date, setting.age_out_birthday, 'YEARS') > engine.business_date(),
            true)

),

signal as (

    select
        landed.file_id, landed.line_no, landed.warnings, landed.event_type, landed.status,
        row_number() over (
            partition by landed.event_type, landed.signal_id, landed.payload_sha256 order by landed.file_id
        ) > 1
        or exists (
            select
            from register.pds_signal as held
            where held.event_type = landed.event_type and held.signal_id = landed.signal_id
                and held.payload_sha256 = landed.payload_sha256
        ) as duplicate,
        landed.status is not null and not exists (
            select
            from definition.pds_signal as known
            where known.event_type = landed.event_type and known.status = landed.status
        ) as unmapped,
        not exists (select from register.person as person where person.nhs_number = landed.nhs_number)
        and not coalesce(landed.nhs_number in (select heard_of.nhs_number from heard_of), false)
        and not exists (select from register.chis_record as chis where chis.nhs_number = landed.nhs_number)
            as not_linked
    from landing.mns as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id

),

judged as (

    select
        signal.file_id, signal.line_no, signal.duplicate,
        coalesce(signal.warnings, '{}')
        || case when signal.unmapped then array['RESULT_UNMAPPED'] else '{}' end
        || case when signal.not_linked then array['NOT_LINKED'] else '{}' end as warnings
    from signal

)

select
    judged.file_id,
    judged.line_no,
    case
        when judged.duplicate then 'DUPLICATE'
        when cardinality(judged.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case when judged.duplicate then '{}' else judged.warnings end as reason_codes
from judged
