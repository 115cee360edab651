package muster.acceptance.slowpathway;

import static muster.acceptance.slowpathway.SlowLimit.days;
import static muster.acceptance.slowpathway.SlowLimit.endOfYear;
import static muster.acceptance.slowpathway.SlowLimit.months;
import static muster.acceptance.slowpathway.SlowLimit.on;
import static muster.acceptance.slowpathway.SlowLimit.startOfYear;
import static muster.acceptance.slowpathway.SlowLimit.weeks;
import static muster.acceptance.slowpathway.SlowLimit.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The vaccination schedule by birth date (pathway 5.1 to 5.3). */
final class SlowSchedule {

    private static final LocalDate INFANT_CHANGE = LocalDate.of(2025, 7, 1);
    private static final LocalDate MMRV_STARTS = LocalDate.of(2026, 1, 1);
    private static final LocalDate LATE_BORN_FIRST = LocalDate.of(2024, 7, 1);

    /** Twelve weeks old on 1 July 2025. */
    private static final LocalDate NEW_ORDER_FIRST = LocalDate.of(2025, 4, 8);

    private SlowSchedule() {}

    static List<SlowRule> rules() {
        List<SlowRule> rules = new ArrayList<>();
        rules.addAll(infancy());
        rules.addAll(menbSecondAndPneumococcal());
        rules.addAll(afterFirstBirthday());
        rules.addAll(measlesAndVaricella());
        rules.addAll(schoolAndSeason());
        return rules;
    }

    /** First birth date of the slots that earlier children had in a form not held here (pathway 6). */
    static Map<String, LocalDate> notHeldBefore() {
        LocalDate sixInOne = LocalDate.of(2017, 8, 1);
        LocalDate meningitisB = LocalDate.of(2015, 7, 1);
        LocalDate rotavirus = LocalDate.of(2013, 5, 1);
        LocalDate onePlusOne = LocalDate.of(2020, 1, 1);
        Map<String, LocalDate> first = new TreeMap<>();
        List.of("VAC-8W-HEXA", "VAC-12W-HEXA", "VAC-16W-HEXA").forEach(item -> first.put(item, sixInOne));
        List.of("VAC-8W-MENB", "VAC-16W-MENB", "VAC-1Y-MENB").forEach(item -> first.put(item, meningitisB));
        List.of("VAC-8W-ROTA", "VAC-12W-ROTA").forEach(item -> first.put(item, rotavirus));
        List.of("VAC-12W-PCV", "VAC-1Y-PCV").forEach(item -> first.put(item, onePlusOne));
        return first;
    }

    private static List<SlowRule> infancy() {
        LocalDate sixInOne = notHeldBefore().get("VAC-8W-HEXA");
        LocalDate rotavirus = notHeldBefore().get("VAC-8W-ROTA");
        return List.of(
                at8Weeks("VAC-8W-HEXA").until(years(10)).born(sixInOne, null).fills("HEXA", 1),
                at8Weeks("VAC-8W-MENB")
                        .until(years(2))
                        .born(notHeldBefore().get("VAC-8W-MENB"), null)
                        .fills("MENB", 1),
                at8Weeks("VAC-8W-ROTA")
                        .until(weeks(14).plusDays(6))
                        .born(rotavirus, null)
                        .fills("ROTA", 1),
                at12Weeks("VAC-12W-HEXA", weeks(10))
                        .until(years(10))
                        .born(sixInOne, null)
                        .fills("HEXA", 2),
                at12Weeks("VAC-12W-ROTA", weeks(10))
                        .until(weeks(23).plusDays(6))
                        .born(rotavirus, null)
                        .fills("ROTA", 2),
                at16Weeks("VAC-16W-HEXA", weeks(14))
                        .until(years(10))
                        .born(sixInOne, null)
                        .fills("HEXA", 3));
    }

    /** Who has the order before 1 July 2025 and who the one after: by birth date, until a dose on record decides. */
    private static List<SlowRule> menbSecondAndPneumococcal() {
        List<SlowRule> rules = new ArrayList<>();
        LocalDate lastOld = NEW_ORDER_FIRST.minusDays(1);
        LocalDate lastUndecided = INFANT_CHANGE.minusDays(1);
        SlowRule oldMenb = at16Weeks("VAC-16W-MENB", weeks(10)).until(years(2)).fills("MENB", 2);
        SlowRule oldPcv = at12Weeks("VAC-12W-PCV", weeks(6)).until(years(1)).fills("PCV_PRIMING", 1);
        LocalDate beforeLateBorn = LATE_BORN_FIRST.minusDays(1);
        rules.add(oldMenb.born(notHeldBefore().get("VAC-16W-MENB"), beforeLateBorn));
        rules.add(oldPcv.born(notHeldBefore().get("VAC-12W-PCV"), beforeLateBorn));
        for (SlowRule old : List.of(oldMenb, oldPcv)) {
            rules.add(old.born(LATE_BORN_FIRST, lastOld).only((child, day) -> !pneumococcalFromChange(child, day)));
            rules.add(old.born(NEW_ORDER_FIRST, lastUndecided).only(SlowSchedule::pneumococcalBeforeChange));
        }
        SlowRule newMenb = at12Weeks("VAC-12W-MENB", weeks(10)).until(years(2)).fills("MENB", 2);
        SlowRule newPcv = at16Weeks("VAC-16W-PCV", weeks(6)).until(years(1)).fills("PCV_PRIMING", 1);
        for (SlowRule changed : List.of(newMenb, newPcv)) {
            SlowRule inForce = changed.inForceFrom(INFANT_CHANGE);
            rules.add(inForce.born(LATE_BORN_FIRST, lastOld).only(SlowSchedule::pneumococcalFromChange));
            rules.add(inForce.born(NEW_ORDER_FIRST, null).only((child, day) -> !pneumococcalBeforeChange(child, day)));
        }
        return rules;
    }

    private static List<SlowRule> afterFirstBirthday() {
        return List.of(
                at1Year("VAC-1Y-MENB")
                        .until(years(2))
                        .born(notHeldBefore().get("VAC-1Y-MENB"), null)
                        .fills("MENB", 3),
                at1Year("VAC-1Y-PCV")
                        .until(years(2))
                        .born(notHeldBefore().get("VAC-1Y-PCV"), null)
                        .fills("PCV_BOOSTER", 1),
                at1Year("VAC-1Y-HIBMENC")
                        .until(years(10))
                        .born(null, LATE_BORN_FIRST.minusDays(1))
                        .fills("HIB_BOOSTER", 1),
                at18Months("VAC-18M-HEXA", months(12))
                        .until(years(10))
                        .born(LATE_BORN_FIRST, null)
                        .fills("HEXA", 4),
                beforeSchool("VAC-PSB-DTAPIPV", years(3)).until(years(10)).fills("PRESCHOOL", 1),
                SlowRule.of("VAC-BCG", days(28), days(0), days(28))
                        .overdue(days(42), days(84))
                        .until(months(12))
                        .born(LocalDate.of(2021, 9, 1), null)
                        .only(SlowNewborn::bcgEligible)
                        .fills("BCG", 1));
    }

    private static List<SlowRule> measlesAndVaricella() {
        LocalDate bornIn2025 = LocalDate.of(2025, 1, 1);
        LocalDate lastOf2024 = bornIn2025.minusDays(1);
        LocalDate varicellaAtSchoolAge = LocalDate.of(2022, 9, 1);
        LocalDate beforeThat = varicellaAtSchoolAge.minusDays(1);
        LocalDate catchUpEnds = LocalDate.of(2028, 3, 31);
        LocalDate catchUpStarts = LocalDate.of(2026, 11, 1);
        return List.of(
                at1Year("VAC-1Y-MMR").born(null, lastOf2024).fills("MEASLES", 1),
                at1Year("VAC-1Y-MMR")
                        .born(bornIn2025, null)
                        .inForceFrom(MMRV_STARTS)
                        .fills("MEASLES", 1),
                at18Months("VAC-18M-MMR", months(15))
                        .born(LATE_BORN_FIRST, null)
                        .fills("MEASLES", 2),
                beforeSchool("VAC-PSB-MMR", months(15)).born(null, beforeThat).fills("MEASLES", 2),
                beforeSchool("VAC-PSB-MMR", months(15))
                        .born(varicellaAtSchoolAge, LATE_BORN_FIRST.minusDays(1))
                        .inForceFrom(MMRV_STARTS)
                        .fills("MEASLES", 2),
                beforeSchool("VAC-PSB-MMR", months(18))
                        .born(LATE_BORN_FIRST, lastOf2024)
                        .inForceFrom(MMRV_STARTS)
                        .fills("VARICELLA", 2),
                SlowRule.of("VAC-CU-MMRV", on(catchUpStarts), years(1), on(catchUpEnds))
                        .until(on(catchUpEnds))
                        .born(LocalDate.of(2020, 1, 1), beforeThat)
                        .inForceFrom(catchUpStarts)
                        .fills("VARICELLA", 1));
    }

    private static List<SlowRule> schoolAndSeason() {
        LocalDate season = LocalDate.of(2026, 9, 1);
        SlowRule flu = SlowRule.of("VAC-FLU-2026", on(season), on(season), on(LocalDate.of(2027, 3, 31)))
                .until(on(LocalDate.of(2027, 3, 31)))
                .inForceFrom(season)
                .fills("FLU", 1);
        return List.of(
                inYear("VAC-Y8-HPV", 8, null)
                        .until(years(25))
                        .inForceFrom(LocalDate.of(2023, 9, 1))
                        .fills("HPV", 1),
                inYear("VAC-Y9-TDIPV", 9, years(10)).fills("TEENAGE_TDIPV", 1),
                inYear("VAC-Y9-MENACWY", 9, years(10)).until(years(25)).fills("MENACWY", 1),
                // Two and three years old on the last 31 August; then Reception to Year 11.
                flu.taughtAsBorn(LocalDate.of(2022, 9, 1), LocalDate.of(2024, 8, 31)),
                flu.taughtAsBorn(LocalDate.of(2010, 9, 1), LocalDate.of(2022, 8, 31)));
    }

    private static boolean pneumococcalBeforeChange(SlowChild child, LocalDate day) {
        LocalDate first = SlowCourse.firstDose(child, "PCV", day);
        return first != null && first.isBefore(INFANT_CHANGE);
    }

    private static boolean pneumococcalFromChange(SlowChild child, LocalDate day) {
        LocalDate first = SlowCourse.firstDose(child, "PCV", day);
        return first != null && !first.isBefore(INFANT_CHANGE);
    }

    private static SlowRule at8Weeks(String item) {
        return SlowRule.of(item, weeks(8), weeks(6), weeks(12)).overdue(weeks(13), weeks(17));
    }

    private static SlowRule at12Weeks(String item, SlowLimit earliest) {
        return SlowRule.of(item, weeks(12), earliest, weeks(16)).overdue(weeks(16), weeks(24));
    }

    private static SlowRule at16Weeks(String item, SlowLimit earliest) {
        return SlowRule.of(item, weeks(16), earliest, weeks(20)).overdue(weeks(20), weeks(28));
    }

    private static SlowRule at1Year(String item) {
        return SlowRule.of(item, years(1), years(1), months(13)).overdue(months(13), months(15));
    }

    private static SlowRule at18Months(String item, SlowLimit earliest) {
        return SlowRule.of(item, months(18), earliest, months(19))
                .overdue(months(19), months(21))
                .inForceFrom(MMRV_STARTS);
    }

    private static SlowRule beforeSchool(String item, SlowLimit earliest) {
        return SlowRule.of(item, months(40), earliest, months(42)).overdue(months(42), years(4));
    }

    private static SlowRule inYear(String item, int group, SlowLimit earliest) {
        return SlowRule.of(item, startOfYear(group), earliest, endOfYear(group))
                .overdue(startOfYear(group + 1), startOfYear(group + 2));
    }
}
