-- target: landing.decision
-- grain:  file_id, line_no
-- kind:   append
-- What becomes of each landed line of a school import. A vaccination must say what was given and whether it was: a vaccine
-- that is named was given unless the row says otherwise (feeds 8.3). A row for a child not held is stored with a warning. The same
-- year group in another school year is news: the child is taught out of its year, or is so no more.
with

tonight as (

    select
        reference.school_year(engine.business_date() + setting.preparation_days, setting.first_month) as school_year,
        setting.preparation_days,
        setting.first_month
    from (
        select
            max(setting.value) filter (where setting.name = 'school_list_preparation_days')::integer as preparation_days,
            max(setting.value) filter (where setting.name = 'academic_year_first_month')::integer as first_month
        from definition.setting as setting
    ) as setting

),

line as (

    select
        landed.file_id, landed.line_no, landed.row_hash, landed.warnings,
        coalesce(event.row_hash, roll.row_hash) as held_hash,
        landed.year_group is not null
        and reference.school_year(roll.listed_on + tonight.preparation_days, tonight.first_month) <> tonight.school_year
            as of_new_school_year,
        landed.layout not in ('COHORT', 'CLASS')
        and (
            coalesce(landed.vaccine_programme, landed.programme) is null
            or coalesce(landed.vaccinated, landed.vaccine_programme) is null
        ) as says_nothing,
        case
            when person.nhs_number is not null
                then not reference.birth_dates_agree(landed.person_birth_date, person.person_birth_date)
            -- A child whom PDS has not sent may be known to a CHIS register.
            else not exists (
                select from register.chis_record as chis
                where chis.nhs_number = landed.nhs_number
                    and reference.birth_dates_agree(landed.person_birth_date, chis.person_birth_date)
            )
        end as not_linked,
        person.nhs_number is not null
        and not reference.birth_dates_agree(landed.person_birth_date, person.person_birth_date) as contradicted,
        row_number() over same_key as nth,
        first_value(landed.row_hash) over same_key as first_hash
    from landing.school_vaccination as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join register.record as record
        on record.feed = 'school-vaccination' and record.source_key = register.school_row_key(
            landed.layout, landed.nhs_number, landed.person_family_name, landed.person_given_name,
            landed.person_birth_date, landed.event_date, coalesce(landed.vaccine_programme, landed.programme))
    -- left: a row met for the first time, a child not held
    left join register.event as event on event.record_key = record.record_key
    left join register.school_roll as roll on roll.record_key = record.record_key
    left join register.person as person on person.nhs_number = landed.nhs_number
    cross join tonight
    window same_key as (partition by landed.file_id, record.record_key order by landed.line_no)

)

select
    line.file_id,
    line.line_no,
    case
        when line.says_nothing then 'REJECTED'
        when line.nth > 1 and line.row_hash = line.first_hash then 'DUPLICATE'
        when line.nth > 1 then 'REJECTED'
        when line.row_hash = line.held_hash and not coalesce(line.of_new_school_year, false) then 'NO_CHANGE'
        when line.not_linked or cardinality(line.warnings) > 0 then 'APPLIED_WITH_WARNING'
        else 'APPLIED'
    end as outcome,
    case
        when line.says_nothing then array['MANDATORY_MISSING']
        when line.nth > 1 and line.row_hash = line.first_hash then '{}'
        when line.nth > 1 then array['DUPLICATE_KEY']
        when line.row_hash = line.held_hash and not coalesce(line.of_new_school_year, false) then '{}'
        else coalesce(line.warnings, '{}')
            || case when line.contradicted then array['DOB_DISAGREES'] else '{}' end
            || case when line.not_linked then array['NOT_LINKED'] else '{}' end
    end as reason_codes
from line
