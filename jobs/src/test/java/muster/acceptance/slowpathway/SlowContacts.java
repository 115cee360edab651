package muster.acceptance.slowpathway;

import static muster.acceptance.slowpathway.SlowLimit.days;
import static muster.acceptance.slowpathway.SlowLimit.daysAfterMovingIn;
import static muster.acceptance.slowpathway.SlowLimit.endOfYear;
import static muster.acceptance.slowpathway.SlowLimit.months;
import static muster.acceptance.slowpathway.SlowLimit.startOfYear;
import static muster.acceptance.slowpathway.SlowLimit.weeks;
import static muster.acceptance.slowpathway.SlowLimit.years;

import java.time.LocalDate;
import java.util.List;

/** Reviews, screens and measurements (pathway 2; limits as rulings 6 say where they say). */
final class SlowContacts {

    private static final SlowLimit LAST_DAY_UNDER_ONE = years(1).plusDays(-1);

    private SlowContacts() {}

    static List<SlowRule> rules() {
        return List.of(
                // Counted only, without a denominator (pathway 4): nobody is overdue.
                SlowRule.of("HV-ANC", weeks(-12), weeks(-12), days(0)).until(days(0)),
                SlowRule.of("HV-NBV", days(10), days(0), days(14))
                        .overdue(days(15), days(31))
                        .until(days(56)),
                SlowRule.of("HV-68W", weeks(6), days(35), days(56))
                        .overdue(days(57), days(70))
                        .until(weeks(16)),
                SlowRule.of("HV-12M", months(9), months(8), months(12))
                        .overdue(months(12).plusDays(1), months(15).plusDays(1))
                        .until(months(24)),
                SlowRule.of("HV-225", months(24), months(23), months(30))
                        .overdue(months(30).plusDays(1), months(33))
                        .until(months(36)),
                SlowRule.of("SCR-NIPE-NB", days(0), days(0), days(3))
                        .overdue(days(4), days(7))
                        .until(weeks(6)),
                // Counts from day 35, as the review of the same age does (rulings 6).
                SlowRule.of("SCR-NIPE-INF", weeks(6), days(35), weeks(8))
                        .overdue(days(57), days(84))
                        .until(weeks(12)),
                SlowRule.of("SCR-NHSP", days(0), days(0), weeks(4).corrected())
                        .overdue(weeks(3).corrected(), weeks(4).corrected())
                        .until(months(3).corrected()),
                SlowRule.of("SCR-NBS", days(5), days(0), days(5))
                        .overdue(days(8), days(12))
                        .until(LAST_DAY_UNDER_ONE),
                SlowRule.of("SCR-NBS-RES", days(8), days(0), days(17))
                        .overdue(days(14), days(18))
                        .until(LAST_DAY_UNDER_ONE)
                        .only((child, day) -> !movedIn(child, day)),
                SlowRule.of("SCR-NBS-MI", daysAfterMovingIn(0), null, daysAfterMovingIn(21))
                        .overdue(daysAfterMovingIn(14), daysAfterMovingIn(21))
                        .until(LAST_DAY_UNDER_ONE)
                        .only(SlowContacts::movedIn),
                SlowRule.of("SCH-NCMP-R", startOfYear(0), startOfYear(0), endOfYear(0))
                        .until(endOfYear(0)),
                SlowRule.of("SCH-NCMP-6", startOfYear(6), startOfYear(6), endOfYear(6))
                        .until(endOfYear(6)));
    }

    /** A mover-in is one from the day of moving in, not before. */
    private static boolean movedIn(SlowChild child, LocalDate day) {
        return child.movedIn() != null && !child.movedIn().isAfter(day);
    }
}
