-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each NEMS message: the same event, id and payload again is a duplicate; an address that only differs in
-- its spelling is no change (feeds 3.5); an id used again for another payload is applied with a warning (feeds 3.9);
-- of who is past the age of the service when first heard of, nothing is kept (contract section 3).
with

setting as (

    select setting.value as age_out_birthday
    from definition.setting as setting
    where setting.name = 'service_age_out_birthday'

),

message as (

    select
        landed.file_id, landed.line_no, landed.event_code, landed.message_id, landed.payload_sha256, landed.warnings,
        row_number() over (
            partition by landed.event_code, landed.message_id, landed.payload_sha256 order by landed.file_id
        ) as nth,
        row_number() over (partition by landed.event_code, landed.message_id order by landed.file_id) as nth_of_id,
        exists (
            select
            from register.pds_message as held
            where held.kind = landed.event_code and held.message_id = landed.message_id
                and held.payload_sha256 = landed.payload_sha256
        ) as held,
        exists (
            select
            from register.pds_message as held
            where held.kind = landed.event_code and held.message_id = landed.message_id
                and held.payload_sha256 <> landed.payload_sha256
        ) as id_held,
        landed.event_code = 'pds-change-of-address-1' and not coalesce(landed.restricted_indicator, false)
        and exists (
            select
            from register.person as person
            inner join register.record as record on record.record_key = person.record_key
            where record.feed = 'pds' and record.source_key = landed.nhs_number
                and person.postcode = landed.postcode_of_usual_address
                and lower(regexp_replace(
                    concat(person.address_line_1, person.address_line_2, person.address_line_3,
                        person.address_line_4, person.address_line_5), '[^A-Za-z0-9]', '', 'g'))
                = lower(regexp_replace(
                    concat(landed.address_line_1, landed.address_line_2, landed.address_line_3,
                        landed.address_line_4, landed.address_line_5), '[^A-Za-z0-9]', '', 'g'))
        ) as same_address,
        reference.age_reached(
            coalesce(
                landed.person_birth_date,
                case when landed.routing_nhs_number = landed.nhs_number then landed.routing_person_birth_date end),
            setting.age_out_birthday, 'YEARS') <= engine.business_date()
        and not exists (
            select
            from register.person as person
            inner join register.record as record on record.record_key = person.record_key
            where record.feed = 'pds' and record.source_key = landed.nhs_number
        ) as too_old
    from landing.nems as landed
    cross join setting
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id

)

select
    message.file_id,
    message.line_no,
    case
        when message.too_old then 'SKIPPED'
        when message.held or message.nth > 1 then 'DUPLICATE'
        when message.same_address then 'NO_CHANGE'
        when message.id_held or message.nth_of_id > 1 or cardinality(message.warnings) > 0
            then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when message.too_old then array['OUT_OF_SCOPE']
        when message.held or message.nth > 1 or message.same_address then '{}'
        when message.id_held or message.nth_of_id > 1 then coalesce(message.warnings, '{}') || array['MESSAGE_ID_REUSED']
        else coalesce(message.warnings, '{}')
    end as reason_codes
from message
