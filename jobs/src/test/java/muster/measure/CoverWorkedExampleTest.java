package muster.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import muster.engine.TestDatabase;
import muster.measure.MeasureNights.Child;
import org.junit.jupiter.api.Test;

/** The worked example of the measures' definitions (measures 1.1), child by child and to the digit. */
class CoverWorkedExampleTest {

    private static final LocalDate SNAPSHOT = LocalDate.of(2026, 7, 31);
    private static final String FIRST_QUARTER = "2026-04-01";
    private static final String SECOND_QUARTER = "2026-07-01";

    @Test
    void theFirstQuarterComesOutToTheDigit() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            twelveChildren(nights);
            nights.night(SNAPSHOT);

            assertThat(nights.figures("RESP", "LA", "A", "QUARTER", FIRST_QUARTER))
                    .isEqualTo(Map.of(
                            "COVER-24M-HEXA", "5/8",
                            "COVER-24M-PCVB", "5/8",
                            "COVER-24M-HIBMENC", "5/8",
                            "COVER-24M-MENBB", "4/8",
                            "COVER-24M-MMR1", "4/8"));
        });
    }

    @Test
    void theRegisteredViewLeavesOutTheUnregisteredChildAndNamesNoPracticeOfTheRestrictedOne() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            twelveChildren(nights);
            nights.night(SNAPSHOT);

            assertThat(nights.figures("REG", "ICB", "IA", "QUARTER", FIRST_QUARTER))
                    .containsEntry("COVER-24M-HEXA", "5/7")
                    .containsEntry("COVER-24M-MMR1", "4/7");
            assertThat(nights.figures("REG", "ENGLAND", "E92000001", "QUARTER", FIRST_QUARTER))
                    .containsEntry("COVER-24M-HEXA", "5/7");
            assertThat(nights.figures("REG", "PRACTICE", "GPA", "QUARTER", FIRST_QUARTER))
                    .containsEntry("COVER-24M-HEXA", "4/6");
            assertThat(nights.figures("REG", "PRACTICE", "NOT_STATED", "QUARTER", FIRST_QUARTER))
                    .containsEntry("COVER-24M-HEXA", "1/1");
            assertThat(nights.figures("REG", "PRACTICE", "GPB", "QUARTER", FIRST_QUARTER))
                    .isEmpty();
            assertThat(nights.figures("RESP", "LA", "B", "QUARTER", FIRST_QUARTER))
                    .isEmpty();
        });
    }

    @Test
    void theFinancialYearHoldsBothSchedulesEachMeasureWithItsOwnDenominator() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            twelveChildren(nights);
            nights.night(SNAPSHOT);

            // Child 6, born on 1 July 2024, is the only one of the later schedule.
            assertThat(nights.figures("RESP", "LA", "A", "YEAR", FIRST_QUARTER))
                    .containsEntry("COVER-24M-HEXA", "6/9")
                    .containsEntry("COVER-24M-HIBMENC", "5/8")
                    .containsEntry("COVER-24M-HEXA4", "0/1")
                    .containsEntry("COVER-24M-MMR2", "0/1");
        });
    }

    @Test
    void theNextQuarterHasTheMeasuresOfTheNewScheduleAndHibMencNoLonger() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            fiveChildren(nights);
            nights.night(LocalDate.of(2026, 10, 31));

            assertThat(nights.figures("RESP", "LA", "A", "QUARTER", SECOND_QUARTER))
                    .containsEntry("COVER-24M-MMR1", "4/5")
                    .containsEntry("COVER-24M-MMR2", "2/5")
                    .containsEntry("COVER-24M-HEXA4", "3/5")
                    .doesNotContainKey("COVER-24M-HIBMENC")
                    .doesNotContainKey("COVER-24M-VAR2");
        });
    }

    static void twelveChildren(MeasureNights nights) {
        nights.add(Child.of(1, "2024-04-02", "GPA", "A"));
        primary(nights, 1, "2024-05-28", "2024-06-25", "2024-07-23");
        boosters(nights, 1, "2025-04-10", "MMR");

        nights.add(Child.of(2, "2024-04-15", "GPA", "B"));
        primary(nights, 2, "2024-06-10", "2024-07-08", "2024-08-05");
        nights.doses(2, "PCV", "2026-04-15");
        nights.doses(2, "HEXA", "2026-04-15");
        nights.doses(2, "MMR", "2026-04-15");

        nights.add(Child.of(3, "2024-05-01", "GPB", "A"));
        primary(nights, 3, "2024-06-26", "2024-07-24", "2024-08-21");
        boosters(nights, 3, "2025-05-05", "MMR");

        nights.add(Child.of(4, "2024-05-20", null, "A"));

        nights.add(Child.of(5, "2024-06-30", "GPA", "A"));
        primary(nights, 5, "2024-08-25", "2024-09-22", "2024-10-20");
        boosters(nights, 5, "2025-07-02", null);
        nights.doses(5, "MMR", "2025-06-29");

        nights.add(Child.of(6, "2024-07-01", "GPA", "A"));
        primary(nights, 6, "2024-08-26", "2024-09-23", "2024-10-21");
        nights.doses(6, "PCV", "2025-07-03");
        nights.doses(6, "MENB", "2025-07-03");
        nights.doses(6, "MMR", "2025-07-03");

        nights.add(Child.of(7, "2024-06-01", "GPA", "A").in("DECEASED"));
        primary(nights, 7, "2024-07-27", "2024-08-24", "2024-09-21");
        boosters(nights, 7, "2025-06-03", "MMR");

        nights.add(Child.of(8, "2024-04-20", null, null).in("LEFT_ENGLAND"));
        primary(nights, 8, "2024-06-15", "2024-07-13", "2024-08-10");
        boosters(nights, 8, "2025-04-22", "MMR");

        nights.add(Child.of(9, "2024-05-05", "GPA", "A"));
        nights.doses(9, "MMR", "2025-06-11");

        nights.add(Child.of(10, "2024-06-10", "GPA", "A"));

        nights.add(Child.of(11, "2024-05-30", "GPA", "A"));
        primary(nights, 11, "2024-07-25", "2024-08-22", "2024-09-19");
        boosters(nights, 11, "2025-06-12", null);
        nights.doses(11, "MMR", "2026-06-02");

        nights.add(Child.of(12, "2024-04-30", "GPA", "A").withheld());
        primary(nights, 12, "2024-06-25", "2024-07-23", "2024-08-20");
        boosters(nights, 12, "2025-05-02", "MMRV");
    }

    private static void primary(MeasureNights nights, int child, String... dates) {
        nights.doses(child, "HEXA", dates);
        nights.doses(child, "MENB", dates[0], dates[2]);
        nights.doses(child, "PCV", dates[1]);
    }

    private static void boosters(MeasureNights nights, int child, String date, String measlesOrNull) {
        nights.doses(child, "PCV", date);
        nights.doses(child, "MENB", date);
        nights.doses(child, "HIBMENC", date);
        if (measlesOrNull != null) {
            nights.doses(child, measlesOrNull, date);
        }
    }

    private static void fiveChildren(MeasureNights nights) {
        String[] births = {"2024-07-01", "2024-07-20", "2024-08-10", "2024-09-01", "2024-09-30"};
        for (int child = 1; child <= births.length; child++) {
            nights.add(Child.of(child, births[child - 1], "GPA", "A"));
        }
        // a: everything in its time.
        nights.doses(1, "HEXA", "2024-08-26", "2024-09-23", "2024-10-21", "2026-01-05");
        nights.doses(1, "MMR", "2025-07-03");
        nights.doses(1, "MMRV", "2026-01-05");
        // b: the second measles dose before 15 months.
        nights.doses(2, "HEXA", "2024-09-14", "2024-10-12", "2024-11-09", "2026-01-22");
        nights.doses(2, "MMR", "2025-07-25", "2025-10-19");
        // c: the second measles dose three weeks after the first; the fourth 6-in-1 in the first year.
        nights.doses(3, "HEXA", "2024-10-05", "2024-11-02", "2024-11-30", "2025-08-09");
        nights.doses(3, "MMR", "2026-02-01", "2026-02-22");
        // d: on the last day that counts.
        nights.doses(4, "HEXA", "2024-10-27", "2024-11-24", "2024-12-22", "2026-09-01");
        nights.doses(4, "MMR", "2025-09-01", "2026-09-01");
        // e: the first course only.
        nights.doses(5, "HEXA", "2024-11-25", "2024-12-23", "2025-01-20");
    }
}
