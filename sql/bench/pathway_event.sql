-- Events of the invented children of bench pathway: reviews, screens and doses near their days, two thirds of them on record.
select
    row_number() over () as record_key,
    kind.element,
    child.child_key,
    child.nhs_number,
    child.person_birth_date,
    kind.kind,
    kind.programme,
    kind.code as event_code,
    happened.day as event_date,
    'D' as event_date_precision,
    kind.outcome as outcome_code,
    case kind.kind when 'NBSS' then 'NBS' when 'HVRV' then 'OFFER' when 'VACC' then null else 'HISTORY' end
        as outcome_code_scheme,
    true as primary_source,
    'RLAB' as performing_organisation,
    false as withdrawn,
    md5(child.child_key || '-' || kind.place)::uuid as row_hash,
    1 as file_id,
    1 as line_no,
    daterange(engine.business_date(), null) as nights
from cohort.child_history as child
cross join (values
    (1, 'HVRV', null, '08', '00', 10, 6, 96, ''), (2, 'HVRV', null, '09', '00', 43, 20, 93, ''),
    (3, 'HVRV', null, '10', '00', 330, 60, 88, ''), (4, 'HVRV', null, '11', '00', 740, 150, 82, ''),
    (5, 'NBSS', null, 'PKU', '04', 5, 3, 97, 'PKU'), (6, 'NHSP', null, 'NHSP', 'PASS', 3, 20, 97, 'SUMMARY'),
    (7, 'NIPE', null, 'NIPE-NB', 'PASS', 1, 2, 98, 'SUMMARY'), (8, 'NIPE', null, 'NIPE-INF', 'PASS', 43, 10, 90, 'SUMMARY'),
    (9, 'VACC', 'HEXA', 'x', 'COMPLETED', 56, 20, 93, ''), (10, 'VACC', 'HEXA', 'x', 'COMPLETED', 90, 20, 92, ''),
    (11, 'VACC', 'HEXA', 'x', 'COMPLETED', 125, 30, 91, ''), (12, 'VACC', 'MENB', 'x', 'COMPLETED', 56, 20, 92, ''),
    (13, 'VACC', 'PCV', 'x', 'COMPLETED', 90, 20, 92, ''), (14, 'VACC', 'MENB', 'x', 'COMPLETED', 125, 20, 91, ''),
    (15, 'VACC', 'MMR', 'x', 'COMPLETED', 368, 40, 90, ''), (16, 'VACC', 'PCV', 'x', 'COMPLETED', 368, 40, 90, ''),
    (17, 'VACC', 'MENB', 'x', 'COMPLETED', 368, 40, 90, ''), (18, 'VACC', 'HIBMENC', 'x', 'COMPLETED', 368, 40, 90, ''),
    (19, 'VACC', 'DTAPIPV', 'x', 'COMPLETED', 1230, 60, 84, ''), (20, 'VACC', 'MMR', 'x', 'COMPLETED', 1230, 60, 84, ''),
    (21, 'VACC', 'HPV', 'x', 'COMPLETED', 4700, 200, 75, ''), (22, 'VACC', 'TDIPV', 'x', 'COMPLETED', 5100, 200, 72, ''),
    (23, 'VACC', 'MENACWY', 'x', 'COMPLETED', 5100, 200, 72, ''), (24, 'VACC', 'ROTA', 'x', 'COMPLETED', 56, 20, 88, ''),
    (25, 'VACC', 'ROTA', 'x', 'COMPLETED', 90, 20, 86, '')
) as kind (place, kind, programme, code, outcome, from_day, within, percent, element)
cross join lateral (
    select child.person_birth_date + kind.from_day + (hashint8(child.child_key * 31 + kind.place) & 2147483647) % kind.within
        as day
) as happened
where happened.day <= engine.business_date()
    and (hashint8(child.child_key * 131 + kind.place * 17) & 2147483647) % 300 < kind.percent * 2
