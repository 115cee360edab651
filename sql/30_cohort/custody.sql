-- target: cohort.custody
-- grain:  child_key, agency
-- scope:  all
-- For each child and each of GP, HV and CHIS: the state (contract section 5, rulings 5), who is expected to hold the
-- child, who does, and since when nobody expected has. Bare facts from day 0: days of grace belong to the exceptions.
with

setting as (

    select
        max(setting.value) filter (where setting.name = 'baseline_baby_days') as first_load_birth_fact_days,
        max(setting.value) filter (where setting.name = 'academic_year_first_month') as academic_year_first_month,
        max(setting.value) filter (where setting.name = 'school_start_years') as school_start_years
    from definition.setting as setting

),

list as (

    select
        case
            when list.feed in ('gp-registration', 'gp-gpr4') then 'GP'
            when list.feed = 'hv-caseload' then 'HV'
            else 'CHIS'
        end as agency,
        list.organisation_code,
        min(list.first_full_night) as first_full_night,
        bool_or(list.last_as_at_date >= engine.business_date() - feed_limit.limit_days) as current
    from register.organisation_list as list
    inner join definition.feed_limit as feed_limit on feed_limit.feed = list.feed
    where list.first_full_night is not null
    group by 1, 2

),

open_holding as (

    select
        holding.child_key,
        holding.agency,
        array_agg(distinct holding.organisation_code order by holding.organisation_code) as organisations
    from cohort.holding as holding
    where holding.is_open
    group by holding.child_key, holding.agency

),

last_held as (

    select holding.child_key, holding.agency, holding.organisation_code, max(upper(holding.during)) as held_until
    from cohort.holding as holding
    where not holding.is_open and not upper_inf(holding.during)
    group by holding.child_key, holding.agency, holding.organisation_code

),

-- An episode handed to school nursing in the Reception year or later ends health visiting (FS-102).
handed_over as (

    select distinct caseload.child_key
    from register.hv_caseload as caseload
    inner join definition.hv_end_reason as reason on reason.code = caseload.end_reason and reason.to_school_nursing
    inner join cohort.child as child on child.child_key = caseload.child_key
    cross join setting
    where caseload.end_date >= make_date(
        extract(year from child.person_birth_date)::integer + setting.school_start_years
        + (extract(month from child.person_birth_date) >= setting.academic_year_first_month)::integer,
        setting.academic_year_first_month, 1)

),

side as (

    select
        child.*,
        agency.agency,
        case agency.agency
            when 'GP' then child.registered_practice
            when 'HV' then child.expected_hv
            else child.expected_chis
        end as expected,
        coalesce(open_holding.organisations, '{}') as organisations,
        coalesce(practice.close_date <= engine.business_date(), false) as practice_closed,
        child.life_state <> 'ALIVE' or child.bucket in ('INVALIDATED', 'LEFT_ENGLAND', 'AGED_OUT', 'OUT_OF_AREA')
            as gone,
        handed_over.child_key is not null as handed_over
    from cohort.child as child
    cross join (values ('GP'), ('HV'), ('CHIS')) as agency (agency)
    left join open_holding on open_holding.child_key = child.child_key and open_holding.agency = agency.agency
    left join handed_over on handed_over.child_key = child.child_key and agency.agency = 'HV'
    left join reference.practice as practice  -- left: without a practice, or with one the directory lacks
        on practice.organisation_code = child.registered_practice and agency.agency = 'GP'

),

counted as (

    select
        side.*,
        coalesce(list.current, false) as expected_list_current,
        -- The CHIS of residence keeps a secondary record besides the primary: no overlap.
        case when side.agency = 'CHIS' and cardinality(side.organisations) > 1
                and side.residence_chis is distinct from side.expected
            then array_remove(side.organisations, side.residence_chis)
            else side.organisations
        end as holders,
        side.expected in (select served.organisation_code from cohort.served_chis as served) as expected_served
    from side
    left join list on list.agency = side.agency and list.organisation_code = side.expected  -- left: sends no list

),

stated as (

    select
        counted.*,
        case
            -- The organisation of the new area holds the child rightly: only another register is a ghost.
            when counted.bucket = 'OUT_OF_AREA'
                and array_remove(counted.organisations, counted.expected) = '{}' then 'NOT_EXPECTED'
            when counted.gone and cardinality(counted.organisations) > 0 then 'GHOST'
            when counted.gone then 'NOT_EXPECTED'
            when counted.agency = 'HV' and (counted.hv_until_date <= engine.business_date() or counted.handed_over)
                then 'NOT_EXPECTED'
            when counted.agency = 'GP' and counted.removal_group = 'ARMED_FORCES' and counted.expected is null
                then 'NOT_EXPECTED'
            when counted.restricted and cardinality(counted.organisations) > 0 then 'OK'
            when counted.restricted then 'UNKNOWN'
            when counted.agency = 'GP' then case
                when counted.person_record_key is null then 'UNKNOWN'
                when counted.expected = any (counted.organisations) or counted.practice_closed then 'OK'
                when counted.expected is not null and not counted.expected_list_current then 'OK'
                when counted.expected is not null and cardinality(counted.organisations) > 0 then 'WRONG_ORGANISATION'
                when counted.expected is not null then 'MISSING'
                when counted.removal_group in ('WHEREABOUTS_UNKNOWN', 'ADMINISTRATIVE') then 'UNKNOWN'
                when cardinality(counted.organisations) > 0 then 'WRONG_ORGANISATION'
                else 'MISSING'
            end
            when counted.agency = 'HV' then case
                when counted.person_record_key is null then 'UNKNOWN'
                when counted.removal_group = 'WHEREABOUTS_UNKNOWN' and counted.registered_practice is null then 'UNKNOWN'
                when counted.residence_kind <> 'KNOWN' or not counted.served_by_residence then 'UNKNOWN'
                when counted.expected is null or not counted.expected_list_current then 'UNKNOWN'
                when cardinality(counted.holders) > 1 then 'OVERLAP'
                when counted.expected = any (counted.holders) then 'OK'
                when cardinality(counted.holders) = 1 then 'WRONG_ORGANISATION'
                else 'MISSING'
            end
            else case
                when counted.person_record_key is null and cardinality(counted.holders) > 1 then 'OVERLAP'
                when counted.person_record_key is null and cardinality(counted.holders) = 1 then 'OK'
                when counted.person_record_key is null then 'UNKNOWN'
                when counted.expected is null or not counted.expected_served or not counted.expected_list_current
                    then 'UNKNOWN'
                when cardinality(counted.holders) > 1 then 'OVERLAP'
                when counted.expected = any (counted.holders) then 'OK'
                when cardinality(counted.holders) = 1 then 'WRONG_ORGANISATION'
                else 'MISSING'
            end
        end as state
    from counted

),

-- With no spell seen, the latest dated fact says since when; with none, the night the child was first known.
dated as (

    select
        stated.*,
        coalesce(
            case when stated.agency = 'GP' and stated.expected is null then stated.practice_end_date end,
            last_held.held_until) as spell_end,
        greatest(
            case when stated.first_known_date - stated.person_birth_date <= setting.first_load_birth_fact_days
                then stated.person_birth_date end,
            case when stated.address_start_date <= engine.business_date() then stated.address_start_date end,
            case when stated.agency = 'GP' then stated.removal_date end) as fact_date
    from stated
    cross join setting
    left join last_held  -- left: the expected organisation never held the child, as far as we saw
        on last_held.child_key = stated.child_key and last_held.agency = stated.agency
        and last_held.organisation_code = stated.expected

)

select
    dated.child_key,
    dated.agency,
    dated.state,
    dated.expected as expected_organisation,
    case
        when cardinality(dated.holders) = 1 then dated.holders[1]
        when dated.expected = any (dated.organisations) then dated.expected
        when cardinality(dated.organisations) > 0 then dated.organisations[1]
    end as holder_organisation,
    case when dated.state in ('MISSING', 'WRONG_ORGANISATION')
        then least(coalesce(dated.spell_end, dated.fact_date, dated.first_known_date), engine.business_date())
    end as since_date,
    dated.state not in ('MISSING', 'WRONG_ORGANISATION') or dated.spell_end is not null or dated.fact_date is not null
        as since_known
from dated
