-- The service's date arithmetic for SQL (pathway 1), the twin of muster.definition.Ages.

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
