package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.time.YearMonth;

/** A day in a child's life that a rule names (pathway 1). */
@FunctionalInterface
interface SlowLimit {

    int WEEKS_OF_PREGNANCY = 40;
    int RECEPTION_AFTER_BIRTH_YEAR = 5;

    LocalDate of(SlowChild child);

    static SlowLimit days(int days) {
        return child -> child.birth().plusDays(days);
    }

    static SlowLimit weeks(int weeks) {
        return days(7 * weeks);
    }

    static SlowLimit months(int months) {
        return child -> addMonths(child.birth(), months);
    }

    static SlowLimit years(int years) {
        return months(12 * years);
    }

    static SlowLimit on(LocalDate day) {
        return child -> day;
    }

    /** 1 September of the school year in which the child is in the year group; Reception is 0. */
    static SlowLimit startOfYear(int group) {
        return child -> LocalDate.of(schoolYear(child, group), 9, 1);
    }

    /** 31 August at the end of that school year. */
    static SlowLimit endOfYear(int group) {
        return child -> LocalDate.of(schoolYear(child, group) + 1, 8, 31);
    }

    static SlowLimit daysAfterMovingIn(int days) {
        return child -> child.movedIn().plusDays(days);
    }

    default SlowLimit plusDays(int days) {
        return child -> of(child).plusDays(days);
    }

    /** Later by the weeks that the child was born before 40; unknown gestation corrects nothing (pathway 1.4). */
    default SlowLimit corrected() {
        return child -> of(child).plusWeeks(weeksEarly(child));
    }

    /** The same day of a later month; where the month is too short, the first of the next (pathway 1.3). */
    static LocalDate addMonths(LocalDate day, int months) {
        YearMonth month = YearMonth.from(day).plusMonths(months);
        if (day.getDayOfMonth() > month.lengthOfMonth()) {
            return month.plusMonths(1).atDay(1);
        }
        return month.atDay(day.getDayOfMonth());
    }

    private static int schoolYear(SlowChild child, int group) {
        return SlowSchool.schoolYear(child.birth()) + child.yearsLater() + RECEPTION_AFTER_BIRTH_YEAR + group;
    }

    private static int weeksEarly(SlowChild child) {
        Integer gestation = child.gestationWeeks();
        return gestation == null ? 0 : Math.max(0, WEEKS_OF_PREGNANCY - gestation);
    }
}
