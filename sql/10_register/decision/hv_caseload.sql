-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of hv-caseload: what needs other lines or the register (rulings 3).
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
        select 'PROVIDER' as kind, landed.organisation_identifier_code_of_provider as organisation_code
        from landing.hv_caseload as landed
        inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
        union
        select 'PRACTICE', landed.organisation_identifier_gp_practice_responsibility
        from landing.hv_caseload as landed
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
        landed.organisation_identifier_code_of_provider,
        landed.organisation_identifier_gp_practice_responsibility,
        case when held.absent_since_date is null then held.row_hash end as held_hash,
        held.record_key is not null as held,
        false as stale,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.hv_caseload as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join engine.file as file on file.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'hv-caseload' and record.source_system = 'hv-caseload:' || file.sender
        and record.organisation_code = landed.organisation_identifier_code_of_provider
        and record.source_key = landed.service_request_identifier
    left join register.hv_caseload as held  -- left: a record met for the first time
        on held.record_key = record.record_key
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

),

judged as (

    select
        line.*,
        coalesce(line.warnings, '{}') || array_remove(array[provider.reason_code, practice.reason_code], null) as all_warnings,
        case
            when provider.reason_code is not null then 'organisation_identifier_code_of_provider'
            when practice.reason_code is not null then 'organisation_identifier_gp_practice_responsibility'
        end as field
    from line
    left join organisation_warning as provider  -- left: nothing to say of it
        on provider.kind = 'PROVIDER' and provider.organisation_code = line.organisation_identifier_code_of_provider
    left join organisation_warning as practice  -- left: nothing to say of it
        on practice.kind = 'PRACTICE' and practice.organisation_code = line.organisation_identifier_gp_practice_responsibility

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
