-- Invented children for bench pathway, aged 0 to 18, spread over authorities and practices.
select
    child.key as child_key,
    (9000000000 + child.key)::text as nhs_number,
    engine.business_date() - (hashint8(child.key * 7) & 2147483647) % 6935 as person_birth_date,
    (1 + child.key % 2)::text as person_stated_gender_code,
    case when child.key % 20 = 0 then 34 else 40 end as gestation_weeks,
    'ALIVE' as life_state,
    false as restricted,
    'IN_AREA' as bucket,
    'KNOWN' as residence_kind,
    engine.business_date() - (hashint8(child.key * 7) & 2147483647) % 6935 as address_start_date,
    'E0900' || child.key % 33 as resident_la,
    'S' || child.key % 33 as resident_sub_icb,
    'Q' || child.key % 5 as resident_icb,
    'G' || child.key % 1200 as registered_practice,
    true as served_by_residence,
    true as served_by_practice,
    'RHV' || child.key % 33 as expected_hv,
    'RXA' as expected_chis,
    engine.business_date() as first_known_date,
    daterange(engine.business_date(), null) as nights
from generate_series(1, current_setting('muster.bench_children')::bigint) as child (key)
