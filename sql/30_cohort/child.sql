-- target: cohort.child
-- grain:  child_key
-- scope:  all
-- Where every child stands: life, residence, practice, who is expected to care, and the one bucket that counts the child.
-- A restricted child's location stays inside: only counted_* columns carry an area, for totals (measures 0.10).
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'service_age_out_birthday') as age_out_birthday,
        max(setting.value) filter (where setting.name = 'hv_upper_age_years') as health_visiting_until_years,
        max(setting.text_value) filter (where setting.name = 'england_code') as england_country_code,
        max(setting.text_value) filter (where setting.name = 'unknown_removal_reason') as unknown_removal_reason,
        (select status.code from definition.death_status as status where status.meaning = 'FORMAL')
            as formal_death_status
    from definition.setting as setting

),

chis as (

    select distinct on (record.child_key) record.*
    from register.chis_record as record
    left join definition.chis_record_status as status on status.code = record.record_status  -- left: an unknown code
    where record.child_key is not null
    order by record.child_key, (coalesce(status.held, true) and record.absent_since_date is null) desc,
        record.record_status_date desc nulls last, record.last_updated_timestamp desc nulls last, record.record_key

),

chis_restricted as (

    select record.child_key, bool_or(record.restricted) as restricted
    from register.chis_record as record
    where record.child_key is not null
    group by record.child_key

),

gp_list as (

    select distinct on (registration.child_key) registration.*
    from register.gp_registration as registration
    where registration.child_key is not null and registration.absent_since_date is null
        and (registration.end_date is null or registration.end_date > engine.business_date())
    order by registration.child_key, registration.listed_from_date desc nulls last, registration.record_key

),

caseload as (

    select distinct on (episode.child_key) episode.child_key, episode.postcode
    from register.hv_caseload as episode
    where episode.child_key is not null and episode.postcode is not null
    order by episode.child_key, (episode.absent_since_date is null) desc, episode.start_date desc nulls last,
        episode.record_key

),

agreed as (

    select chis.child_key from chis
    union
    select registration.child_key from register.gp_registration as registration
    union
    select caseload.child_key from register.hv_caseload as caseload

),

-- Whether a child was restricted when last seen, also where it was taken for another child since (docs/adr/0018).
held as (

    select distinct on (before.child_key) before.child_key, before.restricted
    from cohort.child_history as before
    where before.child_key in (
        select ever.child_key from cohort.child_history as ever where ever.restricted
    )
    and lower(before.nights) <= engine.known_at()
    order by before.child_key, lower(before.nights) desc

),

-- One row for each child: a person on PDS, or a CHIS record that no person answers.
known as (

    select
        child.child_key,
        person.record_key as person_record_key,
        person.nhs_number,
        coalesce(person.person_birth_date, chis.person_birth_date) as person_birth_date,
        coalesce(person.person_stated_gender_code, chis.person_stated_gender_code) as person_stated_gender_code,
        coalesce(person.gestation_weeks, chis.gestation_weeks) as gestation_weeks,
        person.death_status,
        person.death_known_date,
        person.stillbirth_indicator,
        coalesce(person.invalid, false) as invalid,
        -- Once restricted, a child stays so until PDS shows a usual postcode and no source says otherwise (rulings 5).
        coalesce(person.restricted, false) or coalesce(chis_restricted.restricted, false)
        or coalesce(held.restricted, false)
        and (
            person.postcode is null
            or exists (
                select
                from definition.pseudo_postcode as pseudo
                where starts_with(replace(person.postcode, ' ', ''), pseudo.postcode)
                    and (pseudo.match = 'PREFIX' or replace(person.postcode, ' ', '') = pseudo.postcode)
            )
        ) as restricted,
        person.removal_reason,
        person.removal_date,
        case when person.record_key is null then chis.postcode else person.postcode end as postcode,
        case when person.record_key is null then chis.address_start_date else person.address_start_date end
            as address_start_date,
        person.last_postcode,
        case when person.record_key is null then chis.general_medical_practice_code
            else person.general_medical_practice_code end as practice_code,
        person.practice_start_date,
        person.practice_end_date,
        person.last_practice_code,
        chis.postcode as chis_postcode,
        coalesce(chis.postcode, gp_list.postcode, caseload.postcode) as held_postcode,
        coalesce(chis.general_medical_practice_code, gp_list.general_medical_practice_code) as held_practice_code,
        chis.organisation_code as chis_organisation_code,
        person.record_key is null or (not person.on_extract and agreed.child_key is null) as untraced,
        coalesce(person.first_known_date, child.first_night) as first_known_date
    from identity.child as child
    left join register.person as person on person.record_key = child.origin_record_key  -- left: origin in a CHIS record
    left join chis on chis.child_key = child.child_key  -- left: on no CHIS register
    left join chis_restricted on chis_restricted.child_key = child.child_key
    left join gp_list on gp_list.child_key = child.child_key
    left join caseload on caseload.child_key = child.child_key
    left join agreed on agreed.child_key = child.child_key
    left join held on held.child_key = child.child_key  -- left: never restricted
    where exists (
        -- A child whose origin record now belongs to another is a superseded identity and no row.
        select from identity.link as link
        where link.record_key = child.origin_record_key and link.child_key = child.child_key
    )

),

-- Asked for more than once: read once.
postcode_place as materialized (

    select place.* from cohort.postcode_place as place

),

practice_place as materialized (

    select place.* from cohort.practice_place as place

),

placed as (

    select
        known.*,
        removal.removal_group,
        removal.left_england,
        pseudo_practice.code is not null as practice_is_pseudo,
        case when pseudo_practice.code is null then known.practice_code end as real_practice,
        case
            when known.restricted then 'WITHHELD'
            when pseudo_postcode.meaning is not null then pseudo_postcode.meaning
            when known.postcode is null then 'NOT_HELD'
            when area.postcode is null then 'NOT_IN_DIRECTORY'
            else 'KNOWN'
        end as residence_kind
    from known
    cross join setting
    left join postcode_place as area on area.postcode = known.postcode  -- left: see residence_kind
    left join definition.removal_reason as removal  -- left: most children have none
        on removal.code = case
            when known.removal_reason in (select reason.code from definition.removal_reason as reason)
                then known.removal_reason
            when known.removal_reason is not null then setting.unknown_removal_reason
        end
        and (known.removal_date is null or known.removal_date <= engine.business_date())
        -- Whoever has an English address since is back (failsafe 3.3).
        and not (
            removal.left_england
            and coalesce(known.address_start_date > known.removal_date, false)
            and coalesce(area.country_code = setting.england_country_code, false)
        )
    left join definition.pseudo_practice as pseudo_practice
        on (pseudo_practice.match = 'EXACT' and pseudo_practice.code = known.practice_code)
        or (pseudo_practice.match = 'PREFIX' and starts_with(known.practice_code, pseudo_practice.code))
    left join lateral (
        select meaning.meaning
        from definition.pseudo_postcode as meaning
        where starts_with(replace(known.postcode, ' ', ''), meaning.postcode)
            and (meaning.match = 'PREFIX' or replace(known.postcode, ' ', '') = meaning.postcode)
        order by meaning.match  -- an exact row goes first
        limit 1
    ) as pseudo_postcode on true

),

-- The places that say where a child is: now, or for a child whose place is withheld or lost, the last known.
spot as (

    select
        placed.child_key,
        case
            when placed.restricted then coalesce(placed.last_practice_code, placed.held_practice_code)
            when placed.real_practice is not null then placed.real_practice
            when placed.removal_group = 'WHEREABOUTS_UNKNOWN' then placed.last_practice_code
        end as area_practice,
        case
            when placed.restricted then coalesce(placed.last_postcode, placed.held_postcode)
            when placed.residence_kind = 'KNOWN' then placed.postcode
            when placed.residence_kind in ('NOT_HELD', 'NOT_IN_DIRECTORY', 'ADDRESS_UNKNOWN')
                then coalesce(placed.last_postcode, placed.chis_postcode)
        end as area_postcode,
        case when placed.restricted then coalesce(placed.held_postcode, placed.last_postcode) end as counted_postcode,
        case when placed.restricted then coalesce(placed.held_practice_code, placed.last_practice_code) end
            as counted_practice
    from placed

),

area_service as (

    select
        spot.child_key,
        home.local_authority_code as home_la,
        home.lsoa_code as home_lsoa,
        home.sub_icb_code as home_sub_icb,
        home.icb_code as home_icb,
        home.country_code as home_country,
        surgery.sub_icb_code as surgery_sub_icb,
        surgery.icb_code as surgery_icb,
        surgery.local_authority_code as surgery_la,
        coalesce(hv_la.organisation_code, hv_sub.organisation_code, hv_icb.organisation_code) as expected_hv,
        coalesce(home_sub.organisation_code, home_icb_row.organisation_code, home_la_row.organisation_code)
            as home_chis,
        coalesce(surgery_sub.organisation_code, surgery_icb_row.organisation_code, surgery_la_row.organisation_code)
            as surgery_chis
    from spot
    left join postcode_place as home on home.postcode = spot.area_postcode
    left join practice_place as surgery on surgery.organisation_code = spot.area_practice
    left join cohort.commission_in_force as hv_la
        on hv_la.service_code = 'HV' and hv_la.area_type = 'LA' and hv_la.area_code = home.local_authority_code
    left join cohort.commission_in_force as hv_sub
        on hv_sub.service_code = 'HV' and hv_sub.area_type = 'SICBL' and hv_sub.area_code = home.sub_icb_code
    left join cohort.commission_in_force as hv_icb
        on hv_icb.service_code = 'HV' and hv_icb.area_type = 'ICB' and hv_icb.area_code = home.icb_code
    left join cohort.commission_in_force as home_sub
        on home_sub.service_code = 'CHIS' and home_sub.area_type = 'SICBL' and home_sub.area_code = home.sub_icb_code
    left join cohort.commission_in_force as home_icb_row
        on home_icb_row.service_code = 'CHIS' and home_icb_row.area_type = 'ICB' and home_icb_row.area_code = home.icb_code
    left join cohort.commission_in_force as home_la_row
        on home_la_row.service_code = 'CHIS' and home_la_row.area_type = 'LA'
        and home_la_row.area_code = home.local_authority_code
    left join cohort.commission_in_force as surgery_sub
        on surgery_sub.service_code = 'CHIS' and surgery_sub.area_type = 'SICBL'
        and surgery_sub.area_code = surgery.sub_icb_code
    left join cohort.commission_in_force as surgery_icb_row
        on surgery_icb_row.service_code = 'CHIS' and surgery_icb_row.area_type = 'ICB'
        and surgery_icb_row.area_code = surgery.icb_code
    left join cohort.commission_in_force as surgery_la_row
        on surgery_la_row.service_code = 'CHIS' and surgery_la_row.area_type = 'LA'
        and surgery_la_row.area_code = surgery.local_authority_code

),

judged as (

    select
        placed.*,
        area_service.home_la,
        area_service.home_lsoa,
        area_service.home_sub_icb,
        area_service.home_icb,
        area_service.surgery_sub_icb,
        area_service.surgery_icb,
        area_service.surgery_la,
        area_service.expected_hv,
        area_service.home_chis,
        area_service.surgery_chis,
        spot.area_practice,
        spot.area_postcode,
        counted_home.local_authority_code as counted_home_la,
        counted_surgery.sub_icb_code as counted_surgery_sub_icb,
        counted_surgery.icb_code as counted_surgery_icb,
        counted_surgery.local_authority_code as counted_surgery_la,
        counted_home.sub_icb_code as counted_home_sub_icb,
        counted_home.icb_code as counted_home_icb,
        coalesce(area_service.home_chis in (select served.organisation_code from cohort.served_chis as served), false)
            as served_by_residence,
        coalesce(area_service.surgery_chis in (select served.organisation_code from cohort.served_chis as served), false)
            as served_by_practice,
        coalesce(placed.chis_organisation_code in (select served.organisation_code from cohort.served_chis as served), false)
            as held_by_served_chis,
        reference.age_reached(placed.person_birth_date, setting.age_out_birthday, 'YEARS') as age_out_date,
        reference.age_reached(placed.person_birth_date, setting.health_visiting_until_years, 'YEARS') as hv_until_date,
        stillbirth.code is not null as stillborn,
        coalesce(placed.death_status = setting.formal_death_status, false) as deceased,
        coalesce(placed.left_england, false)
        or coalesce(area_service.home_country <> setting.england_country_code, false)
        or placed.residence_kind = 'OUTSIDE_ENGLAND' as resident_abroad
    from placed
    inner join spot on spot.child_key = placed.child_key
    inner join area_service on area_service.child_key = placed.child_key
    cross join setting
    left join postcode_place as counted_home on counted_home.postcode = spot.counted_postcode
    left join practice_place as counted_surgery on counted_surgery.organisation_code = spot.counted_practice
    left join definition.stillborn_indicator as stillbirth
        on stillbirth.code = placed.stillbirth_indicator and stillbirth.stillborn

)

select
    judged.child_key,
    judged.person_record_key,
    judged.nhs_number,
    judged.person_birth_date,
    judged.person_stated_gender_code,
    judged.gestation_weeks,
    case when judged.stillborn then 'STILLBORN' when judged.deceased then 'DECEASED' else 'ALIVE' end as life_state,
    judged.restricted,
    case
        when judged.stillborn then 'STILLBORN'
        when judged.deceased then 'DECEASED'
        when judged.invalid then 'INVALIDATED'
        when judged.resident_abroad then 'LEFT_ENGLAND'
        when judged.age_out_date <= engine.business_date() then 'AGED_OUT'
        when judged.untraced then 'UNTRACED'
        when judged.served_by_residence or judged.served_by_practice
            or (judged.home_chis is null and judged.surgery_chis is null and judged.held_by_served_chis) then 'IN_AREA'
        -- Nobody ever said where this restricted child is: kept in sight, for nobody else would look.
        when judged.restricted and judged.area_practice is null and judged.area_postcode is null then 'IN_AREA'
        else 'OUT_OF_AREA'
    end as bucket,
    judged.removal_group,
    judged.removal_date,
    judged.residence_kind,
    case when judged.residence_kind = 'KNOWN' then judged.postcode end as residence_postcode,
    judged.address_start_date,
    case when judged.residence_kind = 'KNOWN' then judged.home_lsoa end as resident_lsoa,
    case when judged.residence_kind = 'KNOWN' then judged.home_la end as resident_la,
    case when judged.residence_kind = 'KNOWN' then judged.home_sub_icb end as resident_sub_icb,
    case when judged.residence_kind = 'KNOWN' then judged.home_icb end as resident_icb,
    case when not judged.restricted then judged.real_practice end as registered_practice,
    judged.practice_start_date,
    judged.practice_end_date,
    case when not judged.restricted and judged.real_practice is not null then judged.surgery_sub_icb end
        as practice_sub_icb,
    case when not judged.restricted and judged.real_practice is not null then judged.surgery_icb end as practice_icb,
    case when not judged.restricted and judged.real_practice is not null then judged.surgery_la end as practice_la,
    case
        when judged.restricted then null
        when judged.real_practice is not null then judged.surgery_la
        when judged.residence_kind = 'KNOWN' then judged.home_la
    end as responsible_la,
    case
        when judged.restricted then coalesce(judged.counted_surgery_la, judged.counted_home_la)
        when judged.real_practice is not null then judged.surgery_la
        when judged.residence_kind = 'KNOWN' then judged.home_la
    end as counted_la,
    case when judged.restricted then coalesce(judged.counted_surgery_sub_icb, judged.counted_home_sub_icb)
        when judged.real_practice is not null then judged.surgery_sub_icb end as counted_sub_icb,
    case when judged.restricted then coalesce(judged.counted_surgery_icb, judged.counted_home_icb)
        when judged.real_practice is not null then judged.surgery_icb end as counted_icb,
    judged.served_by_residence,
    judged.served_by_practice,
    case when judged.residence_kind = 'KNOWN' then judged.expected_hv end as expected_hv,
    coalesce(
        case when judged.restricted or judged.real_practice is not null or judged.removal_group = 'WHEREABOUTS_UNKNOWN'
            then judged.surgery_chis end,
        judged.home_chis) as expected_chis,
    judged.home_chis as residence_chis,
    judged.hv_until_date,
    judged.age_out_date,
    judged.death_status,
    judged.death_known_date,
    judged.first_known_date
from judged
