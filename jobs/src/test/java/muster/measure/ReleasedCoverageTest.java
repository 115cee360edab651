package muster.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.definition.DefinitionLoader;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.TestDatabase;
import muster.measure.MeasureNights.Child;
import muster.publish.commissioner.Availability;
import muster.publish.commissioner.ControlledMeasure;
import muster.publish.commissioner.ControlledMeasures;
import muster.publish.commissioner.PublishedMeasures;
import muster.publish.commissioner.Release;
import muster.publish.commissioner.ReleaseRow;
import muster.publish.commissioner.ReportPeriod;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.Releases;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From children to what a commissioner may see: counted, put into the release of a period, controlled. */
class ReleasedCoverageTest {

    private static final LocalDate SNAPSHOT = LocalDate.of(2026, 7, 31);
    private static final LocalDate START = LocalDate.of(2026, 4, 1);
    private static final List<String> RELEASE = List.of("publish.period_due", "publish.area", "publish.area_measure");
    private static final AreaKey AUTHORITY = new AreaKey("LA", "A");
    private static final AreaKey BOARD = new AreaKey("ICB", "IA");

    @Test
    void theWorkedExampleIsHiddenAsItSays() {
        TestDatabase.shared().undone(database -> {
            CoverWorkedExampleTest.twelveChildren(new MeasureNights(database));
            publish(database);

            assertThat(shown(database, AUTHORITY))
                    .containsEntry("COVER-24M-HEXA", "c/8")
                    .containsEntry("COVER-24M-PCVB", "c/8")
                    .containsEntry("COVER-24M-HIBMENC", "c/8")
                    .containsEntry("COVER-24M-MENBB", "c/8")
                    .containsEntry("COVER-24M-MMR1", "c/8");
        });
    }

    @Test
    void aRestrictedChildIsCountedWhereTheRegisterIsAndNamedAtNoPractice() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            for (int child = 1; child <= 9; child++) {
                nights.add(Child.of(child, "2024-05-01", "GPA", "A"));
                nights.doses(child, "HEXA", "2024-07-01", "2024-08-01", "2024-09-01");
            }
            nights.add(Child.of(10, "2024-05-01", "GPA", "A").withheld());
            nights.doses(10, "HEXA", "2024-07-01", "2024-08-01", "2024-09-01");
            publish(database);

            assertThat(shown(database, AUTHORITY)).containsEntry("COVER-24M-HEXA", "10/10");
            assertThat(shown(database, BOARD)).containsEntry("COVER-24M-HEXA", "10/10");
        });
    }

    @Test
    void theRenderRoleSeesTheRowsOfItsRecipientAlone() {
        TestDatabase.shared().undone(database -> {
            CoverWorkedExampleTest.twelveChildren(new MeasureNights(database));
            publish(database);
            database.sql("set local role muster_render").update();

            assertThat(rowsFor(database, "ICB:IA")).isZero();
            assertThat(rowsFor(database, "")).isZero();
            assertThat(rowsFor(database, "AGGREGATE")).isPositive();
        });
    }

    @Test
    void aPeriodIsPublishedOnceAndKeepsTheKnowledgeOfItsSnapshot() {
        TestDatabase.shared().undone(database -> {
            MeasureNights nights = new MeasureNights(database);
            CoverWorkedExampleTest.twelveChildren(nights);
            publish(database);
            assertThat(due(database)).contains("QUARTER 2026-04-01");
            database.sql("""
                            insert into publish.publication (output_id, period_type, period_start, recipient_code, version,
                                period_end, snapshot_date, business_date, file_name, sha256)
                            select 'commissioner-report', due.period_type, due.period_start, 'LA:A', 1, due.period_end,
                                due.known_on, engine.business_date(), 'x', 'x'
                            from publish.period_due as due
                            """).update();

            steps(database, new Night(SNAPSHOT, false, false));
            assertThat(due(database)).as("the same night, resumed").contains("QUARTER 2026-04-01");
            nights.night(SNAPSHOT.plusDays(1));
            steps(database, new Night(SNAPSHOT.plusDays(1), false, false));
            assertThat(due(database)).isEmpty();
            assertThat(rowsFor(database, "AGGREGATE")).isZero();
        });
    }

    private static void publish(JdbcClient database) {
        database.sql("""
                        insert into reference.commission_history (service_code, area_type, area_code, valid_from,
                            organisation_code, nights)
                        values ('CHIS', 'LA', 'A', '2020-04-01', 'RXA', '[2026-01-01,)'),
                            ('CHIS', 'ICB', 'IA', '2020-04-01', 'RXA', '[2026-01-01,)')
                        """).update();
        new MeasureNights(database).night(SNAPSHOT);
        steps(database, new Night(SNAPSHOT, false, false));
    }

    private static void steps(JdbcClient database, Night night) {
        ModelStep step = new ModelStep(database, new RunLedger(database));
        Models models = Models.load();
        RELEASE.forEach(name -> step.run(models.of(name), night));
    }

    private static List<String> due(JdbcClient database) {
        return database.sql("select period_type || ' ' || period_start from publish.period_due")
                .query(String.class)
                .list();
    }

    private static long rowsFor(JdbcClient database, String recipient) {
        database.sql("select set_config('muster.recipient', :code, true)")
                .param("code", recipient)
                .query()
                .singleRow();
        return database.sql("select count(*) from publish.area_measure")
                .query(Long.class)
                .single();
    }

    /** What the commissioner profile lets through of one area: measure to "covered/eligible". */
    private static Map<String, String> shown(JdbcClient database, AreaKey area) {
        ReportPeriod period =
                ReportPeriod.of("QUARTER", START, START.plusMonths(3).minusDays(1), 4);
        Release release = Release.of(
                rows(database), PublishedMeasures.of(DefinitionLoader.load(null).measures(), period), List.of());
        Map<String, String> shown = new LinkedHashMap<>();
        for (ControlledMeasure figure : ControlledMeasures.of(Releases.profile("commissioner"), release, List.of())
                .totalsOf(area)) {
            shown.put(
                    figure.measure().measureId(),
                    (figure.isShown() ? figure.numerator().getAsLong() : "c") + "/"
                            + (figure.denominator().isPresent()
                                    ? figure.denominator().getAsLong()
                                    : "c"));
        }
        return shown;
    }

    private static List<ReleaseRow> rows(JdbcClient database) {
        return database.sql(
                        "select * from publish.area_measure where period_type = 'QUARTER' and period_start = :start")
                .param("start", START)
                .query((row, n) -> new ReleaseRow(
                        row.getString("attribution"),
                        new AreaKey(row.getString("area_type"), row.getString("area_code")),
                        row.getString("within_type").isEmpty()
                                ? null
                                : new AreaKey(row.getString("within_type"), row.getString("within_code")),
                        row.getString("area_name"),
                        row.getString("measure_id"),
                        row.getInt("measure_version"),
                        row.getBoolean("open_data"),
                        Availability.valueOf(row.getString("availability")),
                        row.getLong("numerator"),
                        row.getLong("denominator")))
                .list();
    }
}
