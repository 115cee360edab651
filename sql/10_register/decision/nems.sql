-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each NEMS message. The same event, id and payload again is a duplicate; an id used again for another
-- payload is applied with a warning (feeds 3.9). Of PDS: an address that only differs in its spelling is no change (feeds
-- 3.5); of who is past the age of the service when first heard of, nothing is kept (contract section 3). Of agencies:
-- a message older than what an earlier night heard of its record is stale; a delete or update of a record not held says so;
-- results that no list maps and children not held are warnings (rulings 3).
with

setting as (

    select setting.value as age_out_birthday
    from definition.setting as setting
    where setting.name = 'service_age_out_birthday'

),

message as (

    select
        landed.*,
        row_number() over (
            partition by landed.event_code, landed.message_id, landed.payload_sha256 order by landed.file_id
        ) as nth,
        row_number() over (partition by landed.event_code, landed.message_id order by landed.file_id) as nth_of_id,
        exists (
            select
            from register.pds_message as held
            where held.kind = landed.event_code and held.message_id = landed.message_id
                and held.payload_sha256 = landed.payload_sha256
        ) or exists (
            select
            from register.agency_message as held
            where held.kind = landed.event_code and held.message_id = landed.message_id
                and held.payload_sha256 = landed.payload_sha256
        ) as held,
        exists (
            select
            from register.pds_message as held
            where held.kind = landed.event_code and held.message_id = landed.message_id
                and held.payload_sha256 <> landed.payload_sha256
        ) or exists (
            select
            from register.agency_message as held
            where held.kind = landed.event_code and held.message_id = landed.message_id
                and held.payload_sha256 <> landed.payload_sha256
        ) as id_held,
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

),

-- Whom PDS speaks of in the same night, those apart of whom nothing is kept: their persons may be made after this.
heard_of as (

    select message.nhs_number
    from message
    where message.record_identifier is null and message.nhs_number is not null
        and not coalesce(message.too_old, false)
    union
    select extract.nhs_number
    from landing.pds_extract as extract
    cross join setting
    inner join engine.file as file on file.file_id = extract.file_id and file.state in ('LANDED', 'APPLIED')
    where extract.nhs_number is not null
        and coalesce(
            reference.age_reached(extract.date_of_birth, setting.age_out_birthday, 'YEARS') > engine.business_date(),
            true)

),

of_pds as (

    select
        message.file_id, message.line_no,
        message.event_code = 'pds-change-of-address-1' and not coalesce(message.restricted_indicator, false)
        and exists (
            select
            from register.person as person
            inner join register.record as record on record.record_key = person.record_key
            where record.feed = 'pds' and record.source_key = message.nhs_number
                and person.postcode = message.postcode_of_usual_address
                and lower(regexp_replace(
                    concat(person.address_line_1, person.address_line_2, person.address_line_3,
                        person.address_line_4, person.address_line_5), '[^A-Za-z0-9]', '', 'g'))
                = lower(regexp_replace(
                    concat(message.address_line_1, message.address_line_2, message.address_line_3,
                        message.address_line_4, message.address_line_5), '[^A-Za-z0-9]', '', 'g'))
        ) as same_address
    from message
    where message.record_identifier is null

),

of_agency as (

    select
        message.file_id, message.line_no, message.message_event_type,
        message.event_code = 'professional-contacts-1' and not coalesce(care_setting.health_visiting, false)
        and (message.record_type is not null or message.message_event_type <> 'delete') as other_service,
        exists (
            select
            from register.agency_message as newer
            where newer.record_key = record.record_key
                and (newer.asserted_at, newer.sent_at, newer.serial_change_number, newer.payload_sha256)
                > (message.last_updated_date_time, message.message_date_time,
                    coalesce(message.serial_change_number, -1), message.payload_sha256)
        ) as stale,
        message.message_event_type <> 'new'
        and not exists (select from register.agency_message as known where known.record_key = record.record_key)
        -- Within a night messages stand in the order of their own time, never of their arrival (rulings 2).
        and row_number() over (
            partition by record.record_key
            order by message.last_updated_date_time, message.message_date_time,
                coalesce(message.serial_change_number, -1), message.payload_sha256
        ) = 1 as unknown_key,
        message.event_code <> 'professional-contacts-1' and message.message_event_type <> 'delete'
        and not exists (select from register.person as person where person.nhs_number = message.nhs_number)
        and not coalesce(message.nhs_number in (select heard_of.nhs_number from heard_of), false)
        and not exists (
            select from register.chis_record as chis
            where chis.nhs_number = message.nhs_number
                and reference.birth_dates_agree(message.person_birth_date, chis.person_birth_date)
        ) as not_linked,
        message.event_code = 'vaccinations-1' and message.message_event_type <> 'delete'
        and not message.vaccination_not_given
        and procedure.code is null and product.code is null as unknown_vaccine,
        message.message_event_type <> 'delete' and (
            exists (
                select
                from unnest(message.result_code, message.result_outcome) as found (code, outcome)
                where not exists (
                        select
                        from definition.blood_spot_condition as condition
                        inner join definition.blood_spot_outcome as outcome
                            on outcome.condition = condition.code and outcome.concept_code = found.outcome
                        where message.event_code = 'blood-spot-test-outcome-1'
                            and condition.procedure_code = found.code
                    )
                    and not exists (
                        select
                        from definition.hearing_test as test
                        inner join definition.hearing_outcome as outcome
                            on outcome.test = test.code and outcome.code = found.outcome
                        where message.event_code = 'newborn-hearing-1' and test.procedure_code = found.code
                    )
                    and not exists (
                        select
                        from definition.nipe_component as component
                        inner join definition.nipe_outcome as outcome
                            on outcome.component = component.code and outcome.code = found.outcome
                        where message.event_code = 'nipe-outcome-1' and component.procedure_code = found.code
                    )
                    and not exists (
                        select from definition.bcg_eligibility as eligibility
                        where message.event_code = 'nipe-outcome-1' and found.code = 'bcg-eligibility'
                            and eligibility.code = found.outcome
                    )
            )
            or message.event_code = 'professional-contacts-1' and status.code is null
        ) as unmapped
    from message
    inner join register.record as record
        on record.feed = 'nems' and record.source_key = message.record_identifier
        and record.source_system = message.event_code || ' ' || message.record_identifier_system
        and record.organisation_code = message.organisation_identifier_code_of_publisher
    left join definition.care_setting as care_setting on care_setting.code = message.record_type  -- left: another service
    left join definition.nems_episode_status as status on status.code = message.record_status
    left join definition.vaccine_procedure as procedure on procedure.code = message.vaccination_procedure_code
    left join definition.vaccine_product as product on product.code = message.vaccine_product_code

),

judged as (

    select
        message.file_id, message.line_no, message.too_old,
        message.held or message.nth > 1 as duplicate,
        coalesce(of_pds.same_address, false) as same_address,
        coalesce(of_agency.other_service, false) as other_service,
        coalesce(of_agency.stale, false) as stale,
        coalesce(of_agency.unknown_vaccine, false) as unknown_vaccine,
        coalesce(message.warnings, '{}')
        || case when of_agency.unknown_key then array['UNKNOWN_KEY'] else '{}' end
        || case when of_agency.unmapped and not coalesce('RESULT_UNMAPPED' = any (message.warnings), false)
            then array['RESULT_UNMAPPED'] else '{}' end
        || case when of_agency.not_linked then array['NOT_LINKED'] else '{}' end
        || case when message.id_held or message.nth_of_id > 1 then array['MESSAGE_ID_REUSED'] else '{}' end as warnings
    from message
    left join of_pds on of_pds.file_id = message.file_id and of_pds.line_no = message.line_no
    left join of_agency on of_agency.file_id = message.file_id and of_agency.line_no = message.line_no

)

select
    judged.file_id,
    judged.line_no,
    case
        when judged.too_old then 'SKIPPED'
        when judged.duplicate then 'DUPLICATE'
        when judged.unknown_vaccine then 'REJECTED'
        when judged.other_service then 'SKIPPED'
        when judged.stale then 'STALE'
        when judged.same_address then 'NO_CHANGE'
        when cardinality(judged.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when judged.too_old then array['OUT_OF_SCOPE']
        when judged.duplicate then '{}'
        when judged.unknown_vaccine then array['UNKNOWN_CODE']
        when judged.other_service then array['EVENT_IGNORED']
        when judged.stale then array['STALE']
        when judged.same_address then '{}'
        else judged.warnings
    end as reason_codes
from judged
