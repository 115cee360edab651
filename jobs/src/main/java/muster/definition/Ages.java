package muster.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The one Java form of the service's date arithmetic (pathway 1). Its SQL twins are {@code reference.age_reached} and
 * {@code reference.working_day_add}; {@code AgesAgreeWithSqlTest} proves them equal.
 */
public final class Ages {

    private Ages() {}

    /**
     * The day on which an age is reached; the day of birth is day 0. Where the birthday does not exist in its month,
     * the age is reached on the first of the next one, so that "on or after the first birthday" stays true of a child
     * born on 29 February. {@code LocalDate.plusMonths} alone would give a day too early.
     */
    public static LocalDate ageReached(LocalDate birth, int amount, AgeUnit unit) {
        return switch (unit) {
            case DAYS -> birth.plusDays(amount);
            case WEEKS -> birth.plusWeeks(amount);
            case MONTHS -> sameDayOrNextMonth(birth, amount);
            case YEARS -> sameDayOrNextMonth(birth, 12L * amount);
        };
    }

    /** As {@link #ageReached(LocalDate, int, AgeUnit)}. */
    public static LocalDate ageReached(LocalDate birth, Age age) {
        return ageReached(birth, age.amount(), age.unit());
    }

    private static LocalDate sameDayOrNextMonth(LocalDate birth, long months) {
        LocalDate clipped = birth.plusMonths(months);
        return clipped.getDayOfMonth() < birth.getDayOfMonth() ? clipped.plusDays(1) : clipped;
    }

    /** Whether a day is Monday to Friday and no bank holiday in England. */
    public static boolean isWorkingDay(LocalDate day, Set<LocalDate> bankHolidays) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays.contains(day);
    }

    /**
     * The n-th working day after a day, which itself need not be one; n = 0 gives the day itself.
     *
     * @throws IllegalArgumentException when n is negative
     */
    public static LocalDate addWorkingDays(LocalDate from, int n, Set<LocalDate> bankHolidays) {
        if (n < 0) {
            throw new IllegalArgumentException("a number of working days cannot be negative: " + n);
        }
        LocalDate day = from;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day, bankHolidays)) {
                left--;
            }
        }
        return day;
    }
}
