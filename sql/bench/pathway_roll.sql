-- Lists of schools for bench pathway: every child of school age, one in two hundred taught a year below its own.
select
    1000000000 + child.child_key as record_key,
    child.child_key,
    child.nhs_number,
    'x' as family_name,
    'x' as given_name,
    child.person_birth_date,
    '990001' as school_urn,
    (year.own - (child.child_key % 200 = 0)::integer)::text as year_group,
    engine.business_date() as listed_on,
    md5(child.child_key::text)::uuid as row_hash,
    3 as file_id,
    1 as line_no,
    daterange(engine.business_date(), null) as nights
from cohort.child_history as child
cross join lateral (
    select reference.years_later(
        child.person_birth_date, 0, reference.school_year(engine.business_date(), 9), 9) as own
) as year
where year.own between 1 and 13
