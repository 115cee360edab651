-- target: pathway.schooling
-- grain:  child_key
-- scope:  child
-- The children whom a school teaches with another year group than the one of their birth date: the school's roll is followed
-- (pathway 1 rule 7). A year group belongs to the school year of its list and goes on counting, so that how far the child is out
-- of its year stays. Where two lists speak of a child the newest word stands, since the school that last wrote the child down
-- holds it now. Further out than the limit, the list is not followed; nor one that is all wrong (register.school_roll).
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'academic_year_first_month')::integer as academic_year_first_month,
        max(setting.value) filter (where setting.name = 'school_list_preparation_days')::integer as preparation_days,
        max(setting.value) filter (where setting.name = 'taught_out_of_year_limit')::integer as limit_years
    from definition.setting as setting

),

listed as (

    select distinct on (roll.child_key)
        roll.child_key, roll.record_key, roll.school_urn, roll.listed_on, said.year_group,
        reference.school_year(roll.listed_on + setting.preparation_days, setting.academic_year_first_month) as school_year
    from register.school_roll as roll
    inner join engine.child_in_scope as scope on scope.child_key = roll.child_key
    inner join definition.year_group as said on said.said = lower(roll.year_group)
    cross join setting
    where roll.listed_on is not null
    order by roll.child_key, roll.listed_on desc, roll.record_key desc

),

taught as (

    select
        listed.*,
        reference.years_later(
            child.person_birth_date, listed.year_group, listed.school_year, setting.academic_year_first_month) as years_later
    from listed
    inner join cohort.child as child on child.child_key = listed.child_key and child.person_birth_date is not null
    cross join setting

)

select
    taught.child_key,
    taught.years_later::smallint as years_later,
    taught.year_group::smallint as year_group,
    taught.school_year,
    taught.listed_on,
    taught.school_urn,
    taught.record_key
from taught
cross join setting
where taught.years_later <> 0 and abs(taught.years_later) <= setting.limit_years
