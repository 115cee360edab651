package muster.definition;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which day a limit is of a child: the one Java form of the pathway's arithmetic (pathway 1). Its SQL twin is
 * {@code reference.pathway_day}; {@code AgesAgreeWithSqlTest} proves them equal.
 */
public final class PathwayLimits {

    /** School year groups count from Reception, in which a child turns five (pathway 1 rule 7). */
    private static final int RECEPTION_AGE = 5;

    private PathwayLimits() {}

    /**
     * The day of a limit.
     *
     * @param birth birth date, or the day of birth corrected for gestation where the rule says so
     * @param eligibleOrNull day on which the child became eligible; null where it is not
     * @param academicYearFirstMonth month whose first day begins a school year, 1 to 12
     * @return the day; empty for a limit counted from a day of eligibility that there is none of
     */
    public static Optional<LocalDate> day(
            PathwayLimit limit, LocalDate birth, LocalDate eligibleOrNull, int academicYearFirstMonth) {
        return switch (limit.anchor()) {
            case BIRTH -> Optional.of(counted(limit, birth));
            case ELIGIBLE -> Optional.ofNullable(eligibleOrNull).map(day -> counted(limit, day));
            case SCHOOL_YEAR -> Optional.of(schoolDay(limit, birth, academicYearFirstMonth));
            case DAY -> Optional.of(limit.fixedDate());
        };
    }

    private static LocalDate counted(PathwayLimit limit, LocalDate from) {
        return Ages.ageReached(from, limit.amount(), limit.unit()).plusDays(limit.extraDays());
    }

    private static LocalDate schoolDay(PathwayLimit limit, LocalDate birth, int firstMonth) {
        int birthYear = birth.getMonthValue() >= firstMonth ? birth.getYear() : birth.getYear() - 1;
        int entered = birthYear + RECEPTION_AGE + limit.yearGroup();
        int year = limit.month() >= firstMonth ? entered : entered + 1;
        return LocalDate.of(year, limit.month(), limit.dayOfMonth());
    }
}
