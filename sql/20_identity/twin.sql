-- target: identity.twin
-- grain:  record_key
-- joins:  hash
-- Persons, and records without a good number, beside which the same source holds another child of the same birth date at the
-- same postcode: twins, or what may be. Birth date and address tell these nothing apart; only the given name does.
with

placed as materialized (

    select
        trait.record_key, trait.feed, trait.source_system, trait.birth_date, trait.given,
        unnest(trait.postcodes) as postcode
    from identity.trait as trait
    where trait.birth_date is not null

),

listed as (

    select
        registration.record_key,
        registration.feed || ':' || registration.sender || ' ' || registration.general_medical_practice_code as source_system,
        registration.person_birth_date as birth_date, registration.given_name,
        replace(registration.postcode, ' ', '') as postcode
    from register.gp_registration as registration
    union all
    select
        caseload.record_key, 'hv-caseload:' || caseload.sender || ' ' || caseload.organisation_code,
        caseload.person_birth_date, caseload.given_name, replace(caseload.postcode, ' ', '')
    from register.hv_caseload as caseload
    union all
    select
        chis.record_key, chis.source_system_code || ' ', chis.person_birth_date, chis.given_name,
        replace(chis.postcode, ' ', '')
    from register.chis_record as chis
    union all
    select
        roll.record_key, 'school-vaccination ', roll.person_birth_date, roll.given_name, replace(roll.postcode, ' ', '')
    from register.school_roll as roll

)

select one.record_key
from placed as one
inner join placed as other
    on other.birth_date = one.birth_date and other.postcode = one.postcode and other.feed = one.feed
    and other.record_key <> one.record_key and other.given is distinct from one.given
where one.feed = 'pds'
union
select own.record_key
from placed as own
inner join listed as other
    on other.birth_date = own.birth_date and other.postcode = own.postcode and other.source_system = own.source_system
    and other.record_key <> own.record_key and identity.folded(other.given_name) is distinct from own.given
where own.feed <> 'pds'
