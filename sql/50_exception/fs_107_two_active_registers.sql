-- target: exception.finding
-- part:   type_code = FS-107
-- grain:  subject, element
-- scope:  all
-- Two health visiting caseloads, or two Child Health Information Services, that hold the child as their own. The owner is
-- the one that has held the child longer.
with

holder as (

    select
        holding.child_key, holding.agency, holding.organisation_code,
        min(lower(holding.during)) as held_since,
        row_number() over (
            partition by holding.child_key, holding.agency
            order by min(lower(holding.during)) nulls last, holding.organisation_code
        ) as seniority
    from cohort.holding as holding
    inner join cohort.child as child on child.child_key = holding.child_key
    inner join cohort.custody as custody
        on custody.child_key = holding.child_key and custody.agency = holding.agency and custody.state = 'OVERLAP'
    where holding.is_open
        -- The secondary record at the CHIS of residence is no overlap.
        and not (
            holding.agency = 'CHIS' and holding.organisation_code = child.residence_chis
            and child.residence_chis is distinct from child.expected_chis
        )
    group by holding.child_key, holding.agency, holding.organisation_code

)

select
    older.child_key::text as subject,
    older.agency as element,
    older.child_key,
    newer.held_since as started_on,
    older.organisation_code as holder,
    jsonb_build_object(
        'agency', older.agency, 'holder', older.organisation_code, 'other_holder', newer.organisation_code,
        'since', newer.held_since) as facts
from holder as older
inner join holder as newer
    on newer.child_key = older.child_key and newer.agency = older.agency and newer.seniority = older.seniority + 1
inner join cohort.child as child on child.child_key = older.child_key
where older.seniority = 1
    and not child.restricted
