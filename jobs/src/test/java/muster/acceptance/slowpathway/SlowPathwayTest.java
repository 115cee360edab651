package muster.acceptance.slowpathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The slow evaluator is trusted because the edge cases of pathway 9 come out as a reader of the texts expects. */
class SlowPathwayTest {

    private static final AtomicLong KEYS = new AtomicLong();

    @ParameterizedTest
    @CsvSource({
        "2025-08-31, 18, 2027-03-01",
        "2024-02-29, 12, 2025-03-01",
        "2024-02-29, 48, 2028-02-29",
        "2025-01-31, 13, 2026-03-01",
        "2024-01-31, 1, 2024-03-01",
        "2025-10-15, 18, 2027-04-15",
        "2023-12-31, 2, 2024-03-01"
    })
    void aMonthTooShortMovesTheDayToTheFirstOfTheNext(String from, int months, String expected) {
        assertThat(SlowLimit.addMonths(day(from), months)).isEqualTo(expected);
    }

    @Test
    void yearEightOf2026WasBornFromSeptember2013ToAugust2014() {
        SlowLimit start = SlowLimit.startOfYear(8);
        assertThat(start.of(child("2013-09-01"))).isEqualTo("2026-09-01");
        assertThat(start.of(child("2014-08-31"))).isEqualTo("2026-09-01");
        assertThat(start.of(child("2014-09-01"))).isEqualTo("2027-09-01");
        assertThat(SlowLimit.endOfYear(0).of(child("2021-09-01"))).isEqualTo("2027-08-31");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 2026-11-10, , 1",
        "8, 2026-11-10, , 0",
        "9, 2026-11-10, , -1",
        "6, 2026-11-10, , 2",
        "5, 2026-11-10, , 0",
        "7, 2025-11-10, , 0",
        "6, 2025-11-10, , 1",
        "8, 2026-07-31, , -1",
        "8, 2026-08-01, , 0",
        "7, 2026-11-10, 2026-11-22, 0",
        "7, 2026-11-23, , 0"
    })
    void whoWasBornOn31August2014IsInYearEightUnlessAListSaysOtherwise(
            int group, String listed, String until, int yearsLater) {
        SlowRoll roll = new SlowRoll(1, group, day(listed), until == null ? null : day(until));
        SlowChild child = child("2014-08-31").listed(roll);
        assertThat(child.taughtOn(day("2026-11-22")).yearsLater()).isEqualTo(yearsLater);
    }

    @Test
    void theNewestListDecidesWhenTheSchoolsDosesAreDue() {
        SlowChild child = child("2013-08-31");
        assertThat(state(child, "VAC-Y8-HPV", "2026-09-01")).isEqualTo("OVERDUE_AMBER");
        SlowRoll below = new SlowRoll(1, 8, day("2026-09-10"), null);
        SlowRoll own = new SlowRoll(2, 9, day("2026-09-20"), null);
        assertThat(state(child.listed(below), "VAC-Y8-HPV", "2026-09-10")).isEqualTo("DUE");
        assertThat(state(child.listed(below), "VAC-Y9-TDIPV", "2026-09-10")).isEmpty();
        assertThat(state(child.listed(own, below), "VAC-Y8-HPV", "2026-09-20")).isEqualTo("OVERDUE_AMBER");
        assertThat(row(child.listed(below), "VAC-PSB-MMR", "2026-09-10").due())
                .as("goes by age")
                .isEqualTo("2016-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-10, ''",
        "2026-05-11, DUE",
        "2026-05-15, DUE",
        "2026-05-16, OVERDUE_AMBER",
        "2026-05-31, OVERDUE_AMBER",
        "2026-06-01, OVERDUE_RED",
        "2026-06-26, OVERDUE_RED",
        "2026-06-27, AGED_OUT"
    })
    void theNewBirthVisitGoesThroughItsStates(String today, String expected) {
        assertThat(state(child("2026-05-01"), "HV-NBV", today)).isEqualTo(expected);
    }

    @Test
    void aContactByTelephoneSatisfiesNoReview() {
        SlowChild called =
                child("2026-05-01").with(review("08", "2026-05-12", "00").through("02"));
        assertThat(state(called, "HV-NBV", "2026-05-16")).isEqualTo("OVERDUE_AMBER");
        SlowChild visited = called.with(review("08", "2026-05-13", "00").through("01"));
        assertThat(state(visited, "HV-NBV", "2026-05-16")).isEqualTo("COMPLETED");
        assertThat(row(visited, "HV-NBV", "2026-05-16").completed()).isEqualTo("2026-05-13");
    }

    @Test
    void aReviewBeforeItsEarliestAgeDoesNotCount() {
        SlowChild early = child("2026-05-01").with(review("09", "2026-06-04", "00"));
        assertThat(state(early, "HV-68W", "2026-06-12")).isEqualTo("DUE");
        SlowChild inTime = child("2026-05-01").with(review("09", "2026-06-05", "COMPLETED"));
        assertThat(state(inTime, "HV-68W", "2026-06-05")).isEqualTo("COMPLETED");
    }

    @Test
    void aDeclineStandsUntilALaterOffer() {
        SlowChild declined = child("2025-05-01").with(review("10", "2026-03-01", "01"));
        assertThat(state(declined, "HV-12M", "2026-03-05")).isEqualTo("DECLINED");
        SlowChild invited = declined.with(
                review("10", "2026-04-20", "07").offeredOn(day("2026-03-10")).knownOn(day("2026-03-10")));
        assertThat(state(invited, "HV-12M", "2026-03-09")).isEqualTo("DECLINED");
        assertThat(state(invited, "HV-12M", "2026-03-10")).isEqualTo("DUE");
        SlowChild notReached = declined.with(review("10", "2026-03-12", "05"));
        assertThat(row(notReached, "HV-12M", "2026-03-12").outcome()).isEqualTo("NOT_CONTACTABLE");
    }

    @Test
    void aChildLivingOutsideHasNoHealthVisitingItem() {
        assertThat(SlowPathway.evaluate(child("2026-05-01").livingOutside(), day("2026-06-20")))
                .isNotEmpty()
                .noneMatch(state -> state.item().startsWith("HV-"));
    }

    @ParameterizedTest
    @CsvSource({"DECEASED, DECEASED", "OUT_OF_AREA, MOVED", "LEFT_ENGLAND, MOVED"})
    void whatWasDueIsClosedWhereTheChildIsGone(String bucket, String outcome) {
        SlowChild gone = child("2026-01-01").in(bucket).with(dose("HEXA", "2026-02-26"));
        assertThat(row(gone, "VAC-8W-HEXA", "2026-06-01").state()).isEqualTo("COMPLETED");
        assertThat(row(gone, "VAC-12W-HEXA", "2026-06-01").outcome()).isEqualTo(outcome);
        assertThat(state(gone, "VAC-1Y-MMR", "2026-06-01")).isEmpty();
        assertThat(SlowPathway.evaluate(gone.in("STILLBORN"), day("2026-06-01")))
                .isEmpty();
    }

    @Test
    void schedulesBeforeThoseHeldAreShownAndNeverOverdue() {
        assertThat(state(child("2017-07-31"), "VAC-8W-HEXA", "2026-06-01")).isEqualTo("SCHEDULE_NOT_HELD");
        assertThat(state(child("2017-08-01"), "VAC-8W-HEXA", "2026-06-01")).isEqualTo("OVERDUE_RED");
        assertThat(state(child("2019-12-31"), "VAC-12W-PCV", "2026-06-01")).isEqualTo("SCHEDULE_NOT_HELD");
        assertThat(state(child("2015-06-30"), "VAC-16W-MENB", "2026-06-01")).isEqualTo("SCHEDULE_NOT_HELD");
        assertThat(state(child("2015-06-30"), "VAC-12W-MENB", "2026-06-01")).isEmpty();
    }

    @Test
    void aPneumococcalDoseOnTheDayBeforeTheChangeKeepsTheOldOrder() {
        SlowChild old = child("2025-04-08").with(dose("PCV", "2025-06-30"));
        assertThat(state(old, "VAC-12W-PCV", "2025-08-01")).isEqualTo("COMPLETED");
        assertThat(state(old.with(dose("MENB", "2025-06-03")), "VAC-16W-MENB", "2025-07-29"))
                .isEqualTo("DUE");
        assertThat(state(old, "VAC-12W-MENB", "2025-08-01")).isEmpty();
        assertThat(state(old, "VAC-16W-PCV", "2025-08-01")).isEmpty();
        SlowChild changed = child("2025-04-07").with(dose("PCV", "2025-07-01"));
        assertThat(state(changed, "VAC-16W-PCV", "2025-08-01")).isEqualTo("COMPLETED");
        assertThat(state(changed, "VAC-12W-MENB", "2025-08-01")).isEqualTo("BLOCKED");
        assertThat(state(changed, "VAC-12W-PCV", "2025-08-01")).isEmpty();
        assertThat(state(child("2025-04-07"), "VAC-12W-PCV", "2025-06-30")).isEqualTo("DUE");
        assertThat(state(child("2025-04-08"), "VAC-12W-PCV", "2025-07-01")).isEmpty();
        assertThat(state(child("2025-04-08"), "VAC-12W-MENB", "2025-07-01")).isEqualTo("BLOCKED");
    }

    @Test
    void hibMencOrASixInOneAfterTheFirstBirthdayClosesTheHibSlot() {
        SlowChild menitorix = child("2024-06-30").with(dose("HIBMENC", "2025-07-01"));
        assertThat(state(menitorix, "VAC-1Y-HIBMENC", "2025-07-02")).isEqualTo("COMPLETED");
        SlowChild sixInOne = child("2024-06-30").with(dose("HEXA", "2025-06-30"));
        assertThat(state(sixInOne, "VAC-1Y-HIBMENC", "2025-07-02")).isEqualTo("COMPLETED");
        SlowChild dayBefore = child("2024-06-30").with(dose("HIBMENC", "2025-06-29"));
        assertThat(state(dayBefore, "VAC-1Y-HIBMENC", "2025-07-02")).isEqualTo("BLOCKED");
        assertThat(row(dayBefore, "VAC-1Y-HIBMENC", "2025-07-27").due()).isEqualTo("2025-07-27");
        assertThat(state(dayBefore, "VAC-1Y-HIBMENC", "2025-07-27")).isEqualTo("DUE");
        assertThat(state(child("2024-07-01"), "VAC-1Y-HIBMENC", "2025-07-02")).isEmpty();
    }

    @Test
    void measlesCountsFromTheFirstBirthday() {
        SlowChild early = child("2024-05-10").with(dose("MMR", "2025-05-09"));
        assertThat(state(early, "VAC-1Y-MMR", "2025-05-10")).isEqualTo("BLOCKED");
        assertThat(state(early, "VAC-1Y-MMR", "2025-06-06")).isEqualTo("DUE");
        SlowChild onDay = child("2024-05-10").with(dose("MMR", "2025-05-10"));
        assertThat(state(onDay, "VAC-1Y-MMR", "2025-05-10")).isEqualTo("COMPLETED");
    }

    @Test
    void aDoseAtNineMonthsIsNoFirstMeaslesDoseWhenMmrvComesAtEighteen() {
        SlowChild travelled = child("2024-09-01").with(dose("MMR", "2025-06-01"), dose("MMRV", "2026-03-01"));
        assertThat(row(travelled, "VAC-1Y-MMR", "2026-03-02").completed()).isEqualTo("2026-03-01");
        assertThat(state(travelled, "VAC-18M-MMR", "2026-03-02")).isEqualTo("BLOCKED");
        assertThat(row(travelled, "VAC-18M-MMR", "2026-03-29").due()).isEqualTo("2026-03-29");
    }

    @Test
    void theSecondMeaslesDoseHasNoTolerance() {
        SlowChild short27 = child("2023-01-10").with(dose("MMR", "2024-04-10"), dose("MMR", "2024-05-07"));
        assertThat(state(short27, "VAC-PSB-MMR", "2026-06-01")).isEqualTo("DUE");
        SlowChild exact28 = child("2023-01-10").with(dose("MMR", "2024-04-10"), dose("MMR", "2024-05-08"));
        assertThat(state(exact28, "VAC-PSB-MMR", "2026-06-01")).isEqualTo("COMPLETED");
    }

    @Test
    void thePreSchoolBoosterWaitsAYearForTheLastSixInOne() {
        SlowChild late = child("2022-06-01").with(dose("HEXA", "2024-12-08"), dose("DTAPIPV", "2025-12-01"));
        assertThat(state(late, "VAC-PSB-DTAPIPV", "2025-12-02")).isEqualTo("COMPLETED");
        SlowChild young = child("2022-06-01").with(dose("HEXA", "2024-12-09"), dose("DTAPIPV", "2025-12-01"));
        assertThat(state(young, "VAC-PSB-DTAPIPV", "2025-12-08")).isEqualTo("BLOCKED");
        assertThat(state(young, "VAC-PSB-DTAPIPV", "2025-12-09")).isEqualTo("DUE");
        assertThat(row(young, "VAC-PSB-DTAPIPV", "2025-12-09").due()).isEqualTo("2025-12-09");
    }

    @Test
    void rotavirusEndsAtFifteenWeeks() {
        SlowChild baby = child("2026-02-01");
        assertThat(state(baby, "VAC-8W-ROTA", "2026-05-16")).isEqualTo("OVERDUE_AMBER");
        assertThat(state(baby, "VAC-8W-ROTA", "2026-05-17")).isEqualTo("AGED_OUT");
        assertThat(state(baby.with(dose("ROTA", "2026-05-17")), "VAC-8W-ROTA", "2026-05-18"))
                .isEqualTo("COMPLETED");
    }

    @Test
    void aDoseTooSoonAfterTheLastIsNotTheNext() {
        SlowChild three = child("2026-01-01").with(dose("HEXA", "2026-02-26"), dose("HEXA", "2026-03-19"));
        assertThat(state(three, "VAC-12W-HEXA", "2026-04-20"))
                .as("three weeks pass")
                .isEqualTo("COMPLETED");
        SlowChild twenty = child("2026-01-01").with(dose("HEXA", "2026-02-26"), dose("HEXA", "2026-03-18"));
        assertThat(state(twenty, "VAC-12W-HEXA", "2026-04-14")).isEqualTo("BLOCKED");
        assertThat(row(twenty, "VAC-12W-HEXA", "2026-04-15").due()).isEqualTo("2026-04-15");
        assertThat(row(twenty, "VAC-12W-HEXA", "2026-04-15").target()).isEqualTo("2026-05-13");
        assertThat(state(twenty, "VAC-16W-HEXA", "2026-04-23"))
                .as("second missing")
                .isEqualTo("BLOCKED");
    }

    @Test
    void twoSourcesOfOneVisitAreOneDose() {
        SlowEvent school = dose("HPV", "2026-10-01");
        SlowChild twice = child("2014-01-01").with(school, school.toldAgain(7, day("2026-10-03")));
        assertThat(row(twice, "VAC-Y8-HPV", "2026-10-05").completed()).isEqualTo("2026-10-01");
        SlowChild next = child("2026-01-01").with(dose("HEXA", "2026-02-26"), dose("HEXA", "2026-02-27"));
        assertThat(row(next, "VAC-12W-HEXA", "2026-04-01").due()).isEqualTo("2026-03-26");
    }

    @Test
    void aDoseThatWasNotGivenSpeaksForTheSlotsThatWereOpen() {
        SlowChild baby = child("2026-01-01").with(notGiven("HEXA", "2026-02-26", "4"));
        assertThat(state(baby, "VAC-8W-HEXA", "2026-03-01")).isEqualTo("DECLINED");
        SlowChild unwell = baby.with(notGiven("HEXA", "2026-03-05", "UNWELL"));
        assertThat(state(unwell, "VAC-8W-HEXA", "2026-04-01")).isEqualTo("DEFERRED");
        assertThat(state(unwell, "VAC-8W-HEXA", "2026-04-02")).isEqualTo("OVERDUE_AMBER");
        SlowChild never = unwell.with(notGiven("HEXA", "2026-03-02", "5"));
        assertThat(row(never, "VAC-8W-HEXA", "2026-03-03").outcome()).isEqualTo("CONTRAINDICATED");
        assertThat(state(never, "VAC-12W-HEXA", "2026-03-26")).isEqualTo("BLOCKED");
        SlowChild elsewhere = child("2026-01-01").with(notGiven("HEXA", "2026-02-26", "2"));
        assertThat(state(elsewhere, "VAC-8W-HEXA", "2026-03-01")).isEqualTo("DUE");
    }

    @Test
    void menAcwyBeforeTenDoesNotCompleteTheTeenageSlot() {
        SlowChild early = child("2012-10-01").with(dose("MENACWY", "2022-09-30"));
        assertThat(state(early, "VAC-Y9-MENACWY", "2026-09-02")).isEqualTo("DUE");
        SlowChild late = child("2012-10-01").with(dose("MENACWY", "2022-10-01"));
        assertThat(state(late, "VAC-Y9-MENACWY", "2026-09-02")).isEqualTo("COMPLETED");
    }

    @Test
    void theCatchUpStartsWithNovember() {
        assertThat(state(child("2020-01-01"), "VAC-CU-MMRV", "2026-10-31")).isEmpty();
        assertThat(state(child("2020-01-01"), "VAC-CU-MMRV", "2026-11-01")).isEqualTo("DUE");
        assertThat(state(child("2022-08-31"), "VAC-CU-MMRV", "2028-03-31")).isEqualTo("DUE");
        assertThat(state(child("2022-08-31"), "VAC-CU-MMRV", "2028-04-01")).isEqualTo("AGED_OUT");
        assertThat(state(child("2019-12-31"), "VAC-CU-MMRV", "2026-11-01")).isEmpty();
        assertThat(state(child("2022-09-01"), "VAC-CU-MMRV", "2026-11-01")).isEmpty();
    }

    @Test
    void measuredInReceptionAndAgainInYearSix() {
        SlowChild child = child("2015-03-01").with(SlowEvent.measured(key(), day("2019-11-01")));
        assertThat(state(child, "SCH-NCMP-R", "2026-06-01")).isEqualTo("COMPLETED");
        assertThat(state(child, "SCH-NCMP-6", "2026-06-01")).isEqualTo("DUE");
        assertThat(state(child, "SCH-NCMP-6", "2026-09-01")).isEqualTo("AGED_OUT");
    }

    @Test
    void whoWasMeasuredBeforeItWasHeldBackStaysMeasured() {
        SlowChild heldBack = child("2015-03-01").listed(new SlowRoll(1, 5, day("2025-09-10"), null));
        assertThat(state(heldBack, "SCH-NCMP-R", "2026-06-01")).isEqualTo("AGED_OUT");
        assertThat(state(heldBack, "SCH-NCMP-6", "2026-06-01")).isEmpty();
        assertThat(state(heldBack, "SCH-NCMP-6", "2026-09-01")).isEqualTo("DUE");
        SlowChild measured = heldBack.with(
                SlowEvent.measured(key(), day("2019-11-01")), SlowEvent.measured(key(), day("2026-10-01")));
        assertThat(state(measured, "SCH-NCMP-R", "2026-10-02")).isEqualTo("COMPLETED");
        assertThat(state(measured, "SCH-NCMP-6", "2026-10-02")).isEqualTo("COMPLETED");
    }

    private static SlowChild child(String birth) {
        return SlowChild.born(1, day(birth));
    }

    private static SlowEvent dose(String programme, String date) {
        return SlowEvent.dose(key(), programme, day(date));
    }

    private static SlowEvent notGiven(String programme, String date, String reason) {
        return SlowEvent.notGiven(key(), programme, day(date), reason);
    }

    private static SlowEvent review(String activity, String date, String outcome) {
        return SlowEvent.review(key(), activity, day(date), outcome);
    }

    private static String state(SlowChild child, String item, String today) {
        List<SlowState> found = SlowPathway.evaluate(child, day(today)).stream()
                .filter(state -> state.item().equals(item))
                .toList();
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? "" : found.get(0).state();
    }

    private static SlowState row(SlowChild child, String item, String today) {
        return SlowPathway.evaluate(child, day(today)).stream()
                .filter(state -> state.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static long key() {
        return KEYS.incrementAndGet();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
