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

-- What the reference data say of the organisations named; nothing where no set was ever loaded. A code that means "no
-- practice" is none.
known as (

    select
        practice.organisation_code, 'PRACTICE' as kind,
        coalesce(practice.close_date <= engine.business_date(), false) as closed
    from reference.practice as practice
    union all
    select organisation.organisation_code, 'PROVIDER', bool_and(coalesce(organisation.valid_to < engine.business_date(), false))
    from reference.organisation as organisation
    group by organisation.organisation_code
    union all
    select distinct commission.organisation_code, 'PROVIDER', false
    from reference.commission as commission
    where not exists (
        select from reference.organisation as organisation
        where organisation.organisation_code = commission.organisation_code
    )

),

organisation_warning as (

    select distinct
        named.kind, named.organisation_code,
        case when known.organisation_code is null then 'UNKNOWN_ORGANISATION' else 'CLOSED_ORGANISATION' end as reason_code
    from (
        select 'PROVIDER' as kind, landed.organisation_identifier_child_health_organisation as organisation_code
        from landing.chis_register as landed
        inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
        union
        select 'PROVIDER', landed.organisation_identifier_health_visiting_provider
        from landing.chis_register as landed
        inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
        union
        select 'PRACTICE', landed.general_medical_practice_code_patient_registration
        from landing.chis_register as landed
        inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    ) as named
    left join known on known.kind = named.kind and known.organisation_code = named.organisation_code  -- left: unknown
    where named.organisation_code is not null
        and coalesce(known.closed, true)
        and exists (select from known as loaded where loaded.kind = named.kind)
        and not exists (
            select from definition.pseudo_practice as pseudo
            where named.kind = 'PRACTICE'
                and (
                    pseudo.match = 'EXACT' and pseudo.code = named.organisation_code
                    or pseudo.match = 'PREFIX' and starts_with(named.organisation_code, pseudo.code)
                )
        )

),

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings, landed.record_action,
        landed.organisation_identifier_child_health_organisation,
        landed.organisation_identifier_health_visiting_provider,
        landed.general_medical_practice_code_patient_registration,
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

),

judged as (

    select
        line.*,
        coalesce(line.warnings, '{}') || array_remove(array[child_health.reason_code, health_visiting.reason_code, practice.reason_code], null) as all_warnings,
        case
            when child_health.reason_code is not null then 'organisation_identifier_child_health_organisation'
            when health_visiting.reason_code is not null then 'organisation_identifier_health_visiting_provider'
            when practice.reason_code is not null then 'general_medical_practice_code_patient_registration'
        end as field
    from line
    left join organisation_warning as child_health  -- left: nothing to say of it
        on child_health.kind = 'PROVIDER' and child_health.organisation_code = line.organisation_identifier_child_health_organisation
    left join organisation_warning as health_visiting  -- left: nothing to say of it
        on health_visiting.kind = 'PROVIDER' and health_visiting.organisation_code = line.organisation_identifier_health_visiting_provider
    left join organisation_warning as practice  -- left: nothing to say of it
        on practice.kind = 'PRACTICE' and practice.organisation_code = line.general_medical_practice_code_patient_registration

)

select
    judged.file_id,
    judged.line_no,
    case
        when judged.too_old then 'SKIPPED'
        when judged.nth > 1 and judged.row_hash = judged.first_hash then 'DUPLICATE'
        when judged.nth > 1 then 'REJECTED'
        when judged.record_action = 'D' and not judged.held then 'REJECTED'
        when judged.record_action <> 'D' and judged.row_hash = judged.held_hash then 'NO_CHANGE'
        when judged.stale then 'STALE'
        when judged.record_action = 'U' and not judged.held then 'APPLIED_WITH_WARNING'
        when cardinality(judged.all_warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when judged.too_old then array['OUT_OF_SCOPE']
        when judged.nth > 1 and judged.row_hash = judged.first_hash then '{}'
        when judged.nth > 1 then array['DUPLICATE_KEY']
        when judged.record_action = 'D' and not judged.held then array['UNKNOWN_KEY']
        when judged.record_action <> 'D' and judged.row_hash = judged.held_hash then '{}'
        when judged.stale then array['STALE']
        when judged.record_action = 'U' and not judged.held
            then judged.all_warnings || array['UNKNOWN_KEY']
        else judged.all_warnings
    end as reason_codes,
    judged.field
from judged
