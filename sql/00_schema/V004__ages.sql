-- The service's date arithmetic for SQL (pathway 1), the twin of muster.definition.Ages and PathwayLimits.

create function reference.age_reached(birth date, amount integer, unit text) returns date
language sql
immutable
parallel safe
return case unit
    when 'DAYS' then birth + amount
    when 'WEEKS' then birth + 7 * amount
    when 'MONTHS' then (birth + make_interval(months => amount))::date
        + (extract(day from birth + make_interval(months => amount)) < extract(day from birth))::integer
    when 'YEARS' then (birth + make_interval(years => amount))::date
        + (extract(day from birth + make_interval(years => amount)) < extract(day from birth))::integer
end;

comment on function reference.age_reached(date, integer, text) is
    'Day on which an age is reached; where the birthday does not exist in its month, the first of the next one. Null for an unknown unit.';

create function reference.school_year(day date, academic_year_first_month integer) returns integer
language sql
immutable
parallel safe
return extract(year from day)::integer - (extract(month from day) < academic_year_first_month)::integer;

comment on function reference.school_year(date, integer) is 'The school year of a day, by the year in which it begins.';

create function reference.years_later(birth date, year_group integer, school_year integer, academic_year_first_month integer)
returns integer
language sql
immutable
parallel safe
-- Who was born in a school year is in Reception five school years later.
return school_year - year_group - 5 - reference.school_year(birth, academic_year_first_month);

comment on function reference.years_later(date, integer, integer, integer) is
    'How many school years later than its birth date gives a child is in a year group in a school year; 0 for nearly all, negative for earlier.';

create function reference.pathway_day(
    birth date,
    eligible date,
    anchor text,
    amount integer,
    unit text,
    extra_days integer,
    year_group integer,
    month integer,
    day_of_month integer,
    fixed_date date,
    academic_year_first_month integer
) returns date
language sql
immutable
parallel safe
return case anchor
    when 'BIRTH' then reference.age_reached(birth, amount, unit) + extra_days
    when 'ELIGIBLE' then reference.age_reached(eligible, amount, unit) + extra_days
    -- The school year in which a child is in Reception begins five years after the one of birth.
    when 'SCHOOL_YEAR' then make_date(
        reference.school_year(birth, academic_year_first_month) + 5 + year_group + (month < academic_year_first_month)::integer,
        month,
        day_of_month
    )
    when 'DAY' then fixed_date
end;

comment on function reference.pathway_day(
    date, date, text, integer, text, integer, integer, integer, integer, date, integer
) is
    'The day of a limit of definition.pathway_limit for a child, the twin of muster.definition.PathwayLimits. Null where it is counted from a day of eligibility that there is none of.';

create function reference.working_day_add(from_day date, amount integer) returns date
language sql
stable
parallel safe
return case when amount = 0 then from_day else (
    with recursive step as (
        select from_day as day, 0 as counted
        union all
        select
            step.day + 1,
            step.counted + (
                extract(isodow from step.day + 1) < 6
                and not exists (
                    select from reference.bank_holiday as holiday where holiday.bank_holiday_date = step.day + 1
                )
            )::integer
        from step
        where step.counted < amount
    )

    select max(step.day) from step
) end;

comment on function reference.working_day_add(date, integer) is
    'The n-th working day (Monday to Friday, no bank holiday in England) after a day; n = 0 gives the day itself.';

-- A day and month the wrong way round, or one digit: the same birth date keyed badly (rulings 5).
create function reference.birth_dates_nearly_agree(one date, other date) returns boolean
    language sql immutable parallel safe
    return one <> other and (
        to_char(one, 'YYYYDDMM') = to_char(other, 'YYYYMMDD')
        or (
            (substr(to_char(one, 'YYYYMMDD'), 1, 1) <> substr(to_char(other, 'YYYYMMDD'), 1, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 2, 1) <> substr(to_char(other, 'YYYYMMDD'), 2, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 3, 1) <> substr(to_char(other, 'YYYYMMDD'), 3, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 4, 1) <> substr(to_char(other, 'YYYYMMDD'), 4, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 5, 1) <> substr(to_char(other, 'YYYYMMDD'), 5, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 6, 1) <> substr(to_char(other, 'YYYYMMDD'), 6, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 7, 1) <> substr(to_char(other, 'YYYYMMDD'), 7, 1))::integer
            + (substr(to_char(one, 'YYYYMMDD'), 8, 1) <> substr(to_char(other, 'YYYYMMDD'), 8, 1))::integer
        ) = 1
    );
comment on function reference.birth_dates_nearly_agree(date, date) is 'Whether two birth dates differ by swapped day and month or by one digit only.';

create function reference.birth_dates_agree(one date, other date) returns boolean
    language sql immutable parallel safe
    return case
        when one is null or other is null or one = other then true
        else reference.birth_dates_nearly_agree(one, other)
    end;
comment on function reference.birth_dates_agree(date, date) is 'Whether two birth dates may be of one child: the same, one of them not known, or keyed badly.';

create function reference.death_takes_out(
    rule text, died date, limit_day date, done date, period_end date, age_reached date
) returns boolean
language sql
immutable
parallel safe
return coalesce(case rule
    when 'BEFORE_AGE' then died < age_reached
    when 'WITHIN_LIMIT' then died <= limit_day
    when 'BEFORE_COMPLETION' then died < done or died is not null and done is null
    when 'BY_PERIOD_END' then died <= period_end
end, false);

comment on function reference.death_takes_out(text, date, date, date, date, date) is
    'Whether a death takes a baby out of the denominator of a screening measure, by the rule of definition.measure_screen.';

create function reference.screening_standing(
    why_out text, met boolean, done date, declined boolean, died date
) returns text
language sql
immutable
parallel safe
return case
    when why_out is not null then 'OUT'
    when met then 'MET'
    when done is not null then 'LATE'
    when declined then 'DECLINED'
    when died is not null then 'DIED'
    else 'TO_FOLLOW_UP'
end;

comment on function reference.screening_standing(text, boolean, date, boolean, date) is
    'How a baby stands in a screening measure: the first that fits, the same for every screen (measures 3).';
