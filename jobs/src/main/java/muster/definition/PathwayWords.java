package muster.definition;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import muster.definition.PathwayItem.Type;

/** Limits, dates and kinds of item of the pathway in the words of the handbook. */
final class PathwayWords {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private PathwayWords() {}

    /** A limit: "8 weeks old", "15 months and 1 day old", "1 day before 1 year old", "12 weeks before birth", "1 September of Year 8". */
    static String limit(PathwayLimit limit) {
        return switch (limit.anchor()) {
            case BIRTH -> birth(limit);
            case ELIGIBLE -> eligible(limit);
            case SCHOOL_YEAR -> limit.dayOfMonth() + " " + month(limit.month()) + " of " + yearGroup(limit.yearGroup());
            case DAY -> date(limit.fixedDate());
        };
    }

    private static String birth(PathwayLimit limit) {
        if (limit.amount() < 0) {
            return age(-limit.amount(), limit.unit()) + " before birth";
        }
        if (limit.amount() == 0 && limit.extraDays() == 0) {
            return "birth";
        }
        String reached = age(limit.amount(), limit.unit());
        String extra = age(Math.abs(limit.extraDays()), AgeUnit.DAYS);
        return switch (Integer.signum(limit.extraDays())) {
            case 1 -> reached + " and " + extra + " old";
            case -1 -> extra + " before " + reached + " old";
            default -> reached + " old";
        };
    }

    private static String eligible(PathwayLimit limit) {
        return limit.amount() == 0
                ? "the day of becoming eligible"
                : age(limit.amount(), limit.unit()) + " after becoming eligible";
    }

    private static String age(int amount, AgeUnit unit) {
        return new Age(amount, unit).inWords();
    }

    /** September, for 9. */
    static String month(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private static String yearGroup(int yearGroup) {
        return yearGroup == 0 ? "Reception" : "Year " + yearGroup;
    }

    /** 1 July 2025. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Two dates, either of them null: "from … to …", empty where there is neither. */
    static String range(LocalDate fromOrNull, LocalDate toOrNull) {
        String from = fromOrNull == null ? "" : "from " + date(fromOrNull);
        String to = toOrNull == null ? "" : (fromOrNull == null ? "up to " : "to ") + date(toOrNull);
        return (from + " " + to).strip();
    }

    /** What kind of thing an item is. */
    static String type(Type type) {
        return switch (type) {
            case HV -> "Health visiting contact";
            case SCR -> "Screening";
            case VAC -> "Vaccination";
            case SCH -> "School health";
            case REV -> "Other review";
        };
    }
}
