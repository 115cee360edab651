package muster.publish.commissioner;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The period a report is about.
 *
 * @param code its code in file names: {@code 2026-27-q2}, {@code 2026-27}
 * @param type quarter or year, as the open data says it
 * @param start first day
 * @param end last day
 */
public record ReportPeriod(String code, String type, LocalDate start, LocalDate end) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    /**
     * A quarter or a year of the financial year.
     *
     * @param type QUARTER or YEAR, as the tables say it
     * @param firstMonth month in which the financial year begins
     */
    public static ReportPeriod of(String type, LocalDate start, LocalDate end, int firstMonth) {
        int year = start.getMonthValue() < firstMonth ? start.getYear() - 1 : start.getYear();
        String code = "%d-%02d".formatted(year, (year + 1) % 100);
        if (type.equals("QUARTER")) {
            code += "-q" + (Math.floorMod(start.getMonthValue() - firstMonth, 12) / 3 + 1);
        }
        return new ReportPeriod(code, type.toLowerCase(Locale.ROOT), start, end);
    }

    /** Figures of a quarter are provisional, those of a year are not (measures 0.2). */
    public boolean isProvisional() {
        return type.equals("quarter");
    }

    /** The period in words: {@code July to September 2026}, {@code April 2026 to March 2027}. */
    public String inWords() {
        if (start.getYear() != end.getYear()) {
            return MONTH_AND_YEAR.format(start) + " to " + MONTH_AND_YEAR.format(end);
        }
        if (start.getMonth() == end.getMonth()) {
            return MONTH_AND_YEAR.format(end);
        }
        return MONTH.format(start) + " to " + MONTH_AND_YEAR.format(end);
    }
}
