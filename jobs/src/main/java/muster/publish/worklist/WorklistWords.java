package muster.publish.worklist;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How a worklist writes facts for people (reports.md 0.9 and 5.2). Absent facts become empty text, unless said. */
final class WorklistWords {

    private static final int NHS_NUMBER_DIGITS = 10;
    private static final int DAYS_IN_WEEK = 7;
    private static final int WEEKS_SHOWN_AS_DAYS = 4;
    private static final DateTimeFormatter PROSE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private WorklistWords() {}

    /** Severity as a priority that sorts as text. */
    static String priority(int severity) {
        return switch (severity) {
            case 1 -> "1 Urgent";
            case 2 -> "2 High";
            case 3, 4 -> "3 Routine";
            default -> throw new IllegalArgumentException("Severity goes from 1 to 4, not " + severity);
        };
    }

    /** {@code 12 days}, then {@code 7 weeks}, then from the first birthday {@code 1 yr 7 mo}. */
    static String age(LocalDate birth, LocalDate onDay) {
        if (birth == null || birth.isAfter(onDay)) {
            return "";
        }
        Period age = Period.between(birth, onDay);
        if (age.getYears() > 0) {
            return age.getYears() + " yr " + age.getMonths() + " mo";
        }
        long days = ChronoUnit.DAYS.between(birth, onDay);
        if (days < WEEKS_SHOWN_AS_DAYS * DAYS_IN_WEEK) {
            return days == 1 ? "1 day" : days + " days";
        }
        return days / DAYS_IN_WEEK + " weeks";
    }

    /** Three, three and four digits; a number of another length stays as held. */
    static String nhsNumber(String number) {
        if (number == null || number.length() != NHS_NUMBER_DIGITS) {
            return orEmpty(number);
        }
        return number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
    }

    /** {@code SURNAME, Given}. */
    static String child(String familyName, String givenName) {
        String family = orEmpty(familyName).toUpperCase(Locale.UK);
        String given = orEmpty(givenName);
        return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given;
    }

    /** The first letter of a name, or null where there is no name. */
    static String initial(String name) {
        return name == null || name.isBlank()
                ? null
                : name.strip().substring(0, 1).toUpperCase(Locale.UK);
    }

    /** {@code Name (code)}, or {@code none} where no practice is known. */
    static String practice(String code, String name) {
        if (code == null || code.isBlank()) {
            return orNone(name);
        }
        return name == null || name.isBlank() ? code : name + " (" + code + ")";
    }

    /** {@code GP registration (FS-101)}. */
    static String missing(String name, String typeCode) {
        return name + " (" + typeCode + ")";
    }

    static String orNone(String text) {
        return text == null || text.isBlank() ? "none" : text;
    }

    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** {@code 14 January 2027}. */
    static String prose(LocalDate day) {
        return PROSE.format(day);
    }
}
