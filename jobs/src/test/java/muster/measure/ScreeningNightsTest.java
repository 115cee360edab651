package muster.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import muster.engine.Models;
import muster.engine.TestDatabase;
import muster.measure.MeasureNights.Child;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Screening figures over several nights: when a baby begins to count, when a period is complete, when its figure stands. */
class ScreeningNightsTest {

    private static final LocalDate LIMIT_OF_THE_LAST = LocalDate.of(2026, 7, 17);
    private static final LocalDate LAST_RECOUNT = LocalDate.of(2026, 9, 30);
    private static final String QUARTER = "QUARTER";
    private static final String YEAR = "YEAR";

    @Test
    void aPeriodIsIncompleteUntilTheLimitOfTheLastBirthHasPassed() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = twoBabies(database);
            nights.night(LIMIT_OF_THE_LAST);
            assertThat(nb1(nights, QUARTER)).as("the last baby is not late yet").isEqualTo("0/1");
            assertThat(provisional(database)).isEqualTo("Y");

            nights.night(LIMIT_OF_THE_LAST.plusDays(1));
            assertThat(nb1(nights, QUARTER)).isEqualTo("0/2");
            assertThat(provisional(database)).isEqualTo("N");
        });
    }

    @Test
    void aLateWordIsCountedUntilTheReturnIsDueAndThenTheFigureStands() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = twoBabies(database);
            nights.night(LIMIT_OF_THE_LAST.plusDays(1));
            recorded(database, 1, "2026-04-20", LAST_RECOUNT);
            nights.night(LAST_RECOUNT);
            assertThat(nb1(nights, QUARTER)).isEqualTo("1/2");

            recorded(database, 2, "2026-07-10", LAST_RECOUNT.plusDays(1));
            nights.night(LAST_RECOUNT.plusDays(1));
            assertThat(nb1(nights, QUARTER)).as("as its last night knew it").isEqualTo("1/2");
            assertThat(nb1(nights, YEAR)).as("still counted anew").isEqualTo("2/2");
        });
    }

    @Test
    void aSecondRunOfANightChangesNothing() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = twoBabies(database);
            recorded(database, 1, "2026-04-20", LIMIT_OF_THE_LAST);
            assertThat(nights.night(LAST_RECOUNT)).isPositive();
            assertThat(nights.night(LAST_RECOUNT)).isZero();
            assertThat(nights.night(LAST_RECOUNT.plusDays(1))).isPositive();
            assertThat(nights.night(LAST_RECOUNT.plusDays(1))).isZero();
        });
    }

    /** Both live in A, whose child health service is the one served; the second is born on the last day of the quarter. */
    private static MeasureNights twoBabies(JdbcClient database) {
        database.sql("""
                        insert into reference.commission_history (service_code, area_type, area_code, valid_from,
                            organisation_code, nights)
                        values ('CHIS', 'SICBL', 'SA', '2020-01-01', 'RC1', '[2020-01-01,)')
                        """).update();
        MeasureNights nights = new MeasureNights(database);
        nights.add(Child.of(1, "2026-04-10", null, "A"));
        nights.add(Child.of(2, "2026-06-30", null, "A"));
        return nights;
    }

    /** A conclusive result that the register says it recorded on a day and told here on a night. */
    private static void recorded(JdbcClient database, int child, String recorded, LocalDate night) {
        database.sql("""
                        insert into register.event_history (record_key, element, child_key, kind, event_code, event_date,
                            event_date_precision, outcome_code, outcome_code_scheme, recorded_date, primary_source, withdrawn,
                            row_hash, file_id, line_no, nights)
                        values (:child, 'PKU', :child, 'NBSS', 'PKU', :recorded::date, 'D', '04', 'NBS', :recorded::date,
                            false, false, md5('')::uuid, 0, 0, daterange(:night, null))
                        """)
                .param("child", child)
                .param("recorded", recorded)
                .param("night", night)
                .update();
    }

    private static String nb1(MeasureNights nights, String period) {
        return nights.figures("RESP", "ICB", "IA", period, "2026-04-01").get("NB1");
    }

    private static Object provisional(JdbcClient database) {
        return database.sql(Models.text("export/measures.sql")).query().listOfRows().stream()
                .filter(row -> row.get("measure_id").equals("NB1")
                        && row.get("area_type").equals("ICB")
                        && row.get("period_end").toString().equals("2026-06-30"))
                .map(row -> row.get("provisional"))
                .reduce((one, other) -> one + " and " + other)
                .orElseThrow();
    }
}
