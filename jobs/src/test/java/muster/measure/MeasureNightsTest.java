package muster.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import muster.engine.Models;
import muster.engine.TestDatabase;
import muster.measure.MeasureNights.Child;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures over several nights: what is counted anew, what is kept, and what an export of a past night still says. */
class MeasureNightsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 29);
    private static final LocalDate LAST_OF_QUARTER = LocalDate.of(2026, 9, 30);
    private static final LocalDate NEXT_QUARTER = LocalDate.of(2026, 10, 1);

    @Test
    void careOfAClosedQuarterStaysAsItsLastNightKnewIt() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            nights.add(Child.of(1, "2024-05-01", "GPA", "A"));
            nights.custody(1, "HV", "MISSING", FIRST);
            nights.night(FIRST);
            assertThat(care(nights, "2026-07-01")).isEqualTo("0/1");
            assertThat(care(nights, "2026-04-01"))
                    .as("newest closed quarter, as known on the first night")
                    .isEqualTo("0/1");
            assertThat(care(nights, "2026-01-01")).as("an older one").isNull();

            nights.custody(1, "HV", "OK", LAST_OF_QUARTER);
            nights.night(LAST_OF_QUARTER);
            assertThat(care(nights, "2026-07-01")).isEqualTo("1/1");
            assertThat(care(nights, "2026-04-01")).isEqualTo("0/1");

            nights.custody(1, "HV", "WRONG_ORGANISATION", NEXT_QUARTER);
            nights.night(NEXT_QUARTER);
            assertThat(care(nights, "2026-07-01")).isEqualTo("1/1");
            assertThat(care(nights, "2026-10-01")).isEqualTo("0/1");
        });
    }

    @Test
    void aSecondRunOfANightChangesNothing() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            nights.add(Child.of(1, "2024-05-01", "GPA", "A"));
            nights.doses(1, "MMR", "2025-05-02");
            nights.custody(1, "HV", "OK", FIRST);
            assertThat(nights.night(FIRST)).isPositive();
            assertThat(nights.night(FIRST)).isZero();
        });
    }

    @Test
    void aLateRecordMovesTheFigureAndThePastNightStillSaysWhatItKnew() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            nights.add(Child.of(1, "2024-05-01", "GPA", "A"));
            nights.night(FIRST);
            nights.doses(1, "MMR", "2025-05-02");
            nights.night(LAST_OF_QUARTER);
            assertThat(mmr1(nights)).isEqualTo("1/1");
            nights.readAsKnownAt(FIRST);
            assertThat(mmr1(nights)).isEqualTo("0/1");
        });
    }

    @Test
    void everyAreaTypeOfAViewAddsUpToEngland() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            nights.add(Child.of(1, "2024-05-01", "GPA", "A"));
            nights.add(Child.of(2, "2024-05-02", "GPA", "B"));
            nights.add(Child.of(3, "2024-05-03", "GPA", "A").withheld());
            nights.night(FIRST);
            List<Long> totals = database.sql("""
                            select sum(result.denominator)::bigint
                            from measure.result as result
                            where result.measure_id = 'COVER-24M-MMR1' and result.period_type = 'QUARTER'
                                and result.attribution = 'REG'
                                and result.area_type in ('PRACTICE', 'SICBL', 'ICB', 'ENGLAND')
                            group by result.area_type
                            """).query(Long.class).list();
            assertThat(totals).containsOnly(3L).hasSize(4);
        });
    }

    @Test
    void theExportMarksTheIncompletePeriodAndSortsByCodePoint() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            nights.add(Child.of(1, "2024-05-01", "GPA", "A"));
            nights.add(Child.of(2, "2024-09-15", "GPA", "A"));
            nights.night(FIRST);
            List<Map<String, Object>> rows = export(database);
            assertThat(rows.get(0).keySet())
                    .startsWith(
                            "measure_id",
                            "measure_version",
                            "period_start",
                            "period_end",
                            "as_at_date",
                            "attribution",
                            "area_type",
                            "area_code",
                            "breakdown",
                            "breakdown_value",
                            "denominator",
                            "numerator",
                            "provisional");
            assertThat(rows)
                    .filteredOn(row -> row.get("measure_id").equals("COVER-24M-MMR1")
                            && row.get("area_type").equals("LA"))
                    .extracting(row -> row.get("period_start") + " " + row.get("period_end") + " "
                            + row.get("denominator") + " " + row.get("provisional"))
                    .containsExactly(
                            "2026-04-01 2026-06-30 1 N", "2026-04-01 2027-03-31 2 Y", "2026-07-01 2026-09-30 1 Y");
            assertThat(rows).extracting(row -> (String) row.get("measure_id")).isSorted();
        });
    }

    private static String care(MeasureNights nights, String quarter) {
        return nights.figures("RES", "LA", "A", "QUARTER", quarter).get("POP-CARE-HV");
    }

    private static String mmr1(MeasureNights nights) {
        return nights.figures("RESP", "LA", "A", "QUARTER", "2026-04-01").get("COVER-24M-MMR1");
    }

    private static List<Map<String, Object>> export(JdbcClient database) {
        return database.sql(Models.text("export/measures.sql")).query().listOfRows();
    }
}
