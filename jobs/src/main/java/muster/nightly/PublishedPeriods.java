package muster.nightly;

import java.time.LocalDate;
import java.util.List;
import muster.definition.Definitions;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.publish.commissioner.Availability;
import muster.publish.commissioner.ReleaseRow;
import muster.publish.commissioner.ReportPeriod;
import muster.publish.disclosure.AreaKey;
import muster.publish.outbox.PublishedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Which periods a night publishes, the counts it makes their outputs from, and the word that they are published. */
@Component
class PublishedPeriods {

    private static final String ALL_AREAS = "AGGREGATE";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Definitions definitions;

    PublishedPeriods(JdbcClient database, TransactionTemplate transaction, Definitions definitions) {
        this.database = database;
        this.transaction = transaction;
        this.definitions = definitions;
    }

    /**
     * A period to publish.
     *
     * @param type QUARTER or YEAR
     * @param period the period as outputs speak of it
     * @param knownOn the day whose knowledge its figures hold
     * @param dataAsAt date of the last file used in them
     */
    record Due(String type, ReportPeriod period, LocalDate knownOn, LocalDate dataAsAt) {}

    /** One file of a period. */
    record Published(Due due, String outputId, int version, PublishedFile file) {}

    /** The periods this night publishes, quarters first. */
    List<Due> due(Night night) {
        return transaction.execute(status -> {
            Clocks.set(database, night);
            return database.sql("""
                            select due.period_type, due.period_start, due.period_end, due.known_on,
                                coalesce(
                                    (
                                        select max(coalesce(file.as_at_date, file.business_date))
                                        from engine.file as file
                                        where file.state = 'APPLIED' and file.feed <> 'reference'
                                            and file.business_date <= due.known_on
                                    ),
                                    due.known_on
                                ) as data_as_at
                            from publish.period_due as due
                            order by due.period_type, due.period_start
                            """)
                    .query((row, n) -> {
                        String type = row.getString("period_type");
                        ReportPeriod period = ReportPeriod.of(
                                type,
                                row.getObject("period_start", LocalDate.class),
                                row.getObject("period_end", LocalDate.class),
                                definitions.number("financial_year_first_month"));
                        return new Due(
                                type,
                                period,
                                row.getObject("known_on", LocalDate.class),
                                row.getObject("data_as_at", LocalDate.class));
                    })
                    .list();
        });
    }

    /** The counts of a period, read as the render role reads them. */
    List<ReleaseRow> rows(Night night, Due due) {
        return transaction.execute(status -> {
            RenderRole.enter(database, night, ALL_AREAS);
            return database.sql("""
                            select * from publish.area_measure
                            where period_type = :type and period_start = :start
                            order by attribution, area_type, area_code, within_type, within_code, measure_id
                            """)
                    .param("type", due.type())
                    .param("start", due.period().start())
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
        });
    }

    /** Writes the files of the night's periods down, in the transaction that says the night is published. */
    void keep(Night night, List<Published> files) {
        for (Published each : files) {
            database.sql("""
                            insert into publish.publication (output_id, period_type, period_start, recipient_code, version,
                                period_end, snapshot_date, business_date, file_name, sha256)
                            values (:output, :type, :start, :recipient, :version, :end, :snapshot, :night, :name, :sha256)
                            """)
                    .param("output", each.outputId())
                    .param("type", each.due().type())
                    .param("start", each.due().period().start())
                    .param("recipient", each.file().recipient())
                    .param("version", each.version())
                    .param("end", each.due().period().end())
                    .param("snapshot", each.due().knownOn())
                    .param("night", night.businessDate())
                    .param("name", each.file().name())
                    .param("sha256", each.file().sha256())
                    .update();
        }
    }

    /** Writes down that a period could not be published safely; a person is told, and the next night tries again. */
    void withhold(Night night, Due due, String reason) {
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into publish.withheld (business_date, period_type, period_start, reason)
                        values (:night, :type, :start, :reason)
                        on conflict (business_date, period_type, period_start) do nothing
                        """)
                .param("night", night.businessDate())
                .param("type", due.type())
                .param("start", due.period().start())
                .param("reason", reason)
                .update());
    }
}
