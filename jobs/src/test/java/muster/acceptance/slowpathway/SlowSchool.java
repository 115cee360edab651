package muster.acceptance.slowpathway;

import java.time.LocalDate;

/**
 * With whom a child is taught (pathway 1.7: the school's roll is followed): those born in its school year, or, by the newest list
 * that names it, others. A list of August is of the year to come, and more than two years out of its own no child is taught (both
 * ours).
 */
final class SlowSchool {

    private static final int FIRST_MONTH = 9;
    private static final int PREPARED_DAYS = 31;
    private static final int MOST_YEARS_OUT = 2;
    private static final int RECEPTION_AFTER_BIRTH_YEAR = 5;

    private SlowSchool() {}

    /** Whole years by which the school's days come later than by the birth date; negative for earlier. */
    static int yearsLater(SlowChild child, LocalDate today) {
        SlowRoll newest = null;
        for (SlowRoll roll : child.rolls()) {
            boolean newer = newest == null
                    || roll.listed().isAfter(newest.listed())
                    || roll.listed().equals(newest.listed()) && roll.key() > newest.key();
            if (roll.stands(today) && newer) {
                newest = roll;
            }
        }
        if (newest == null) {
            return 0;
        }
        int later = group(child.birth(), newest.listed().plusDays(PREPARED_DAYS)) - newest.group();
        return Math.abs(later) > MOST_YEARS_OUT ? 0 : later;
    }

    /** Year group on a day of who was born that day: Year 8 of 2026 was born from September 2013 to August 2014. */
    static int group(LocalDate birth, LocalDate day) {
        return schoolYear(day) - schoolYear(birth) - RECEPTION_AFTER_BIRTH_YEAR;
    }

    /** The year in which the school year of a day began. */
    static int schoolYear(LocalDate day) {
        return day.getMonthValue() < FIRST_MONTH ? day.getYear() - 1 : day.getYear();
    }
}
