package muster.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of a pathway rule as {@code config/pathway} writes it; {@link PathwayLimits} says which day it is of a child.
 * The written forms are
 *
 * <ul>
 *   <li>{@code 8 weeks}, {@code 15 months plus 1 day}, {@code 1 year less 1 day}: an age;
 *   <li>{@code 12 weeks before birth};
 *   <li>{@code 21 days after eligible}: from the day on which the child became eligible;
 *   <li>{@code 1 September of year 8}: in the school year in which the child is in that year group, Reception being 0;
 *   <li>{@code 2026-11-01}: the day itself.
 * </ul>
 *
 * @param anchor what the day is counted from
 * @param amount whole units from BIRTH (negative: before it) or ELIGIBLE; else null
 * @param unit unit of the amount; else null
 * @param extraDays days added to the age reached, or taken from it
 * @param yearGroup school year group of SCHOOL_YEAR; else null
 * @param month month of the school year, 1 to 12; else null
 * @param dayOfMonth day of that month; else null
 * @param fixedDate the day of DAY; else null
 */
public record PathwayLimit(
        Anchor anchor,
        Integer amount,
        AgeUnit unit,
        int extraDays,
        Integer yearGroup,
        Integer month,
        Integer dayOfMonth,
        LocalDate fixedDate) {

    /** What a day is counted from. */
    public enum Anchor {
        BIRTH,
        ELIGIBLE,
        SCHOOL_YEAR,
        DAY
    }

    private static final String AGE = "(\\d{1,4}) (day|week|month|year)s?";
    private static final Pattern BORN = Pattern.compile(AGE + "(?: (plus|less) (\\d{1,3}) days?)?");
    private static final Pattern BEFORE = Pattern.compile(AGE + " before birth");
    private static final Pattern AFTER = Pattern.compile(AGE + " after eligible");
    private static final Pattern SCHOOL = Pattern.compile("(\\d{1,2}) ([A-Z][a-z]+) of year (\\d{1,2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A year without a 29 February: a day that only some years have is no limit. */
    private static final int COMMON_YEAR = 2023;

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is none of the forms, or names a day that does not exist every year
     */
    @JsonCreator
    public static PathwayLimit parse(String written) {
        Matcher age = BORN.matcher(written);
        if (age.matches()) {
            int days = age.group(4) == null ? 0 : Integer.parseInt(age.group(4));
            return counted(Anchor.BIRTH, age, 1, "less".equals(age.group(3)) ? -days : days);
        }
        Matcher before = BEFORE.matcher(written);
        if (before.matches()) {
            return counted(Anchor.BIRTH, before, -1, 0);
        }
        Matcher after = AFTER.matcher(written);
        if (after.matches()) {
            return counted(Anchor.ELIGIBLE, after, 1, 0);
        }
        Matcher school = SCHOOL.matcher(written);
        if (school.matches()) {
            return school(written, school);
        }
        if (DATE.matcher(written).matches()) {
            return new PathwayLimit(Anchor.DAY, null, null, 0, null, null, null, date(written));
        }
        throw new IllegalArgumentException("'" + written + "' is no limit such as '8 weeks', '15 months plus 1 day',"
                + " '12 weeks before birth', '21 days after eligible', '1 September of year 8' or '2026-11-01'");
    }

    private static PathwayLimit counted(Anchor anchor, Matcher age, int sign, int extraDays) {
        AgeUnit unit = AgeUnit.valueOf(age.group(2).toUpperCase(Locale.ROOT) + "S");
        int amount = sign * Integer.parseInt(age.group(1));
        return new PathwayLimit(anchor, amount, unit, extraDays, null, null, null, null);
    }

    private static PathwayLimit school(String written, Matcher school) {
        try {
            int day = Integer.parseInt(school.group(1));
            Month month = Month.valueOf(school.group(2).toUpperCase(Locale.ROOT));
            int yearGroup = Integer.parseInt(school.group(3));
            if (MonthDay.of(month, day).isValidYear(COMMON_YEAR)) {
                return new PathwayLimit(Anchor.SCHOOL_YEAR, null, null, 0, yearGroup, month.getValue(), day, null);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + written + "' names a day that does not exist", e);
        }
        throw new IllegalArgumentException("'" + written + "' names a day that does not exist every year");
    }

    private static LocalDate date(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + written + "' is a day that does not exist", e);
        }
    }
}
