-- target: identity.match
-- grain:  record_key
-- Whether a register record is that of the person whose number it carries: the cross-check of rulings 5. What cannot be
-- linked so is listed, not guessed.
with

setting as (

    select max(setting.value) filter (where setting.name = 'newborn_name_days') as newborn_name_days
    from definition.setting as setting

),

record as (

    select
        registration.record_key, 'gp-registration' as feed, registration.nhs_number, registration.family_name,
        null::text as previous_family_name, registration.given_name, registration.person_birth_date
    from register.gp_registration as registration
    union all
    select
        caseload.record_key, 'hv-caseload', caseload.nhs_number, caseload.family_name,
        null, caseload.given_name, caseload.person_birth_date
    from register.hv_caseload as caseload
    union all
    select
        chis.record_key, 'chis-register', chis.nhs_number, chis.family_name,
        chis.previous_family_name, chis.given_name, chis.person_birth_date
    from register.chis_record as chis

),

numbered as (

    select
        record.*,
        coalesce(number.surviving_nhs_number, record.nhs_number) as surviving_nhs_number,
        number.nhs_number is not null as superseded_number_sent
    from record
    left join identity.number as number on number.nhs_number = record.nhs_number  -- left: most numbers stand

),

compared as (

    select
        numbered.*,
        person.record_key as person_record_key,
        person.person_birth_date as person_birth_date_on_pds,
        person.family_name as person_family_name,
        person.given_name as person_given_name,
        numbered.person_birth_date = person.person_birth_date as birth_date_agrees,
        -- A day and month the wrong way round, or one digit: the same birth date keyed badly.
        numbered.person_birth_date <> person.person_birth_date and (
            to_char(numbered.person_birth_date, 'YYYYDDMM') = to_char(person.person_birth_date, 'YYYYMMDD')
            or (
                select count(*)
                from generate_series(1, 8) as digit
                where substr(to_char(numbered.person_birth_date, 'YYYYMMDD'), digit, 1)
                    <> substr(to_char(person.person_birth_date, 'YYYYMMDD'), digit, 1)
            ) = 1
        ) as birth_date_nearly_agrees,
        numbered.given_name <> person.given_name
        and left(identity.folded(numbered.given_name), 3) <> left(identity.folded(person.given_name), 3)
        and coalesce(identity.folded(numbered.given_name), '') <> ''
        and coalesce(identity.folded(person.given_name), '') <> ''
        and not (
            engine.business_date() - coalesce(person.person_birth_date, numbered.person_birth_date)
            < setting.newborn_name_days
            and exists (
                select
                from definition.newborn_name as stand_in
                where identity.folded(numbered.given_name) like stand_in.folded_prefix || '%'
                    or identity.folded(person.given_name) like stand_in.folded_prefix || '%'
            )
        ) as given_name_contradicts,
        numbered.family_name <> person.family_name
        and coalesce(identity.folded(numbered.family_name), '') <> ''
        and coalesce(identity.folded(person.family_name), '') <> ''
        and identity.folded(numbered.family_name) <> identity.folded(person.family_name)
        and identity.folded(numbered.family_name) is distinct from identity.folded(person.previous_family_name)
        and identity.folded(numbered.previous_family_name) is distinct from identity.folded(person.family_name)
            as family_name_contradicts
    from numbered
    cross join setting
    inner join register.person as person on person.nhs_number = numbered.surviving_nhs_number

),

better_sibling as (

    -- A child of the same birth date at the same address whose given name fits: a twin's row under the wrong number.
    select distinct compared.record_key
    from compared
    inner join register.person as own on own.record_key = compared.person_record_key
    inner join register.person as sibling
        on sibling.person_birth_date = own.person_birth_date
        and sibling.postcode = own.postcode
        and sibling.address_line_1 is not distinct from own.address_line_1
        and sibling.record_key <> own.record_key
    where compared.given_name_contradicts
        and left(identity.folded(sibling.given_name), 3) = left(identity.folded(compared.given_name), 3)
        and sibling.superseded_by_nhs_number is null

),

judged as (

    select
        compared.record_key,
        compared.person_record_key,
        compared.superseded_number_sent,
        compared.person_birth_date is not null and not coalesce(compared.birth_date_agrees, false) as birth_date_differs,
        better_sibling.record_key is null
        and case
            when compared.person_birth_date is null
                then not coalesce(compared.given_name_contradicts, false)
                and not coalesce(compared.family_name_contradicts, false)
                and compared.family_name is not null and compared.given_name is not null
            when compared.birth_date_agrees
                then not (coalesce(compared.given_name_contradicts, false)
                and coalesce(compared.family_name_contradicts, false))
            when compared.birth_date_nearly_agrees
                then not coalesce(compared.given_name_contradicts, false)
                and not coalesce(compared.family_name_contradicts, false)
                and compared.family_name is not null and compared.given_name is not null
            else compared.person_birth_date_on_pds is null
                and not coalesce(compared.given_name_contradicts, false)
                and not coalesce(compared.family_name_contradicts, false)
        end as agrees
    from compared
    left join better_sibling on better_sibling.record_key = compared.record_key  -- left: no sibling fits better

)

select
    numbered.record_key,
    numbered.feed,
    case when judged.agrees then judged.person_record_key end as person_record_key,
    numbered.nhs_number,
    coalesce(not judged.agrees, false) as number_contradicted,
    coalesce(judged.birth_date_differs and judged.agrees, false) as birth_date_differs,
    numbered.superseded_number_sent
from numbered
left join judged on judged.record_key = numbered.record_key  -- left: no number, or one PDS does not hold
