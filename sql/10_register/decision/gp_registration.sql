-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- joins:  hash
-- What becomes of each landed line of gp-registration: what needs other lines or the register (rulings 3).
with

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
        select 'PRACTICE' as kind, landed.general_medical_practice_code_patient_registration as organisation_code
        from landing.gp_registration as landed
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
        landed.general_medical_practice_code_patient_registration,
        landed.nhs_number, record.record_key, landed.start_date_gmp_patient_registration as start_date,
        landed.nhs_number is not null and landed.record_action <> 'D' and coalesce(type.is_registration, true)
        and (
            landed.end_date_gmp_patient_registration is null
            or landed.end_date_gmp_patient_registration > engine.business_date()
        ) as is_current,
        case when held.absent_since_date is null then held.row_hash end as held_hash,
        held.record_key is not null as held,
        false as stale,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.gp_registration as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'gp-registration' and record.source_system = 'gp-registration:' || file.sender
        and record.organisation_code = landed.general_medical_practice_code_patient_registration
        and record.source_key = landed.local_patient_identifier_extended
    left join definition.gp_registration_type as type on type.code = landed.gp_registration_type  -- left: unknown
    left join register.gp_registration as held  -- left: a record met for the first time
        on held.record_key = record.record_key
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

),

-- Several current rows for one child: the latest start wins, the others are listed (feeds 4.3). Only what is new is
-- compared with other lists; a temporary registration is none.
claim as (

    select line.nhs_number, line.record_key, line.start_date
    from line
    where line.is_current
    union all
    select held.nhs_number, held.record_key, held.start_date
    from register.gp_registration as held
    left join definition.gp_registration_type as type on type.code = held.registration_type  -- left: unknown type
    where held.absent_since_date is null
        and (held.end_date is null or held.end_date > engine.business_date())
        and coalesce(type.is_registration, true)
        and exists (
            select from line
            where line.nhs_number = held.nhs_number and line.is_current and line.row_hash is distinct from line.held_hash
        )
        and not exists (select from line where line.record_key = held.record_key)
        -- The same practice's list in its other layout says the same registration again.
        and not exists (
            select from line
            where held.feed <> 'gp-registration' and line.nhs_number = held.nhs_number
                and line.general_medical_practice_code_patient_registration = held.general_medical_practice_code
        )

),

contested as (

    select claim.nhs_number
    from claim
    group by claim.nhs_number
    having min(claim.record_key) <> max(claim.record_key)

),

winner as (

    select distinct on (claim.nhs_number) claim.nhs_number, claim.record_key
    from claim
    inner join contested on contested.nhs_number = claim.nhs_number
    order by claim.nhs_number, claim.start_date desc nulls last, claim.record_key desc

),

dual as (

    select line.file_id, line.line_no, 'DUAL_REGISTRATION' as reason_code
    from line
    inner join winner on winner.nhs_number = line.nhs_number and winner.record_key <> line.record_key
    where line.is_current

),

judged as (

    select
        line.*,
        coalesce(line.warnings, '{}') || array_remove(array[practice.reason_code, dual.reason_code], null) as all_warnings,
        case
            when practice.reason_code is not null then 'general_medical_practice_code_patient_registration'
            when dual.reason_code is not null then 'general_medical_practice_code_patient_registration'
        end as field
    from line
    left join organisation_warning as practice  -- left: nothing to say of it
        on practice.kind = 'PRACTICE' and practice.organisation_code = line.general_medical_practice_code_patient_registration
    left join dual on dual.file_id = line.file_id and dual.line_no = line.line_no  -- left: no other registration

)

select
    judged.file_id,
    judged.line_no,
    case
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
