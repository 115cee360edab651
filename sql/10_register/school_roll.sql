-- target:     register.school_roll
-- grain:      record_key
-- scope:      source
-- provenance: file_id, line_no
-- The children on the lists of schools. A list of a class does not say of which school, and many a list names no year group: what
-- was known before stands. A year group belongs to the school year in which a list names it, or to the one that is being prepared.
-- A list that puts most of its children out of their year is last year's, or next year's: its year groups are of no night, and
-- unlearn nothing that a good list said.
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'academic_year_first_month')::integer as academic_year_first_month,
        max(setting.value) filter (where setting.name = 'school_list_preparation_days')::integer as preparation_days,
        max(setting.value) filter (where setting.name = 'list_out_of_year_percent') as out_of_year_percent,
        max(setting.value) filter (where setting.name = 'list_out_of_year_children') as out_of_year_children
    from definition.setting as setting

),

tonight as (

    select
        setting.*,
        reference.school_year(
            engine.business_date() + setting.preparation_days, setting.academic_year_first_month) as school_year
    from setting

),

list as (

    select
        landed.file_id,
        count(*) >= max(tonight.out_of_year_children)
        and count(*) filter (
            where reference.years_later(
                landed.person_birth_date, said.year_group, tonight.school_year, tonight.academic_year_first_month) <> 0
        ) * 100 > count(*) * max(tonight.out_of_year_percent) as of_another_year
    from landing.school_vaccination as landed
    inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
    inner join definition.year_group as said on said.said = lower(landed.year_group)
    cross join tonight
    where landed.layout in ('COHORT', 'CLASS')
    group by landed.file_id

)

select
    record.record_key,
    held.child_key,
    landed.nhs_number,
    landed.person_family_name as family_name,
    landed.person_given_name as given_name,
    landed.preferred_family_name,
    landed.preferred_given_name,
    landed.person_birth_date,
    landed.person_stated_gender_code,
    landed.address_line_1,
    landed.address_line_2,
    landed.town,
    landed.postcode,
    coalesce(landed.school_urn, held.school_urn) as school_urn,
    case when list.of_another_year and held.listed_on is not null
        then held.year_group else coalesce(landed.year_group, held.year_group) end as year_group,
    case
        when landed.year_group is null or list.of_another_year then held.listed_on
        when landed.year_group = held.year_group
            and reference.school_year(held.listed_on + tonight.preparation_days, tonight.academic_year_first_month)
            = tonight.school_year
            then held.listed_on
        else engine.business_date()
    end as listed_on,
    landed.registration_group,
    landed.row_hash,
    landed.file_id,
    landed.line_no
from landing.school_vaccination as landed
inner join engine.file_in_scope as scope on scope.file_id = landed.file_id
inner join landing.decision as decision
    on decision.file_id = landed.file_id and decision.line_no = landed.line_no
    and decision.outcome in ('APPLIED', 'APPLIED_WITH_WARNING', 'NO_CHANGE')
inner join register.record as record
    on record.feed = 'school-vaccination' and record.source_key = register.school_row_key(
        landed.layout, landed.nhs_number, landed.person_family_name, landed.person_given_name,
        landed.person_birth_date, landed.event_date, coalesce(landed.vaccine_programme, landed.programme))
cross join tonight
left join list on list.file_id = landed.file_id  -- left: no year group that is known
left join register.school_roll as held on held.record_key = record.record_key  -- left: a child met for the first time
where landed.layout in ('COHORT', 'CLASS')
