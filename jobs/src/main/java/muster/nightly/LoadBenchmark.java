package muster.nightly;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import muster.definition.DefinitionStore;
import muster.definition.Definitions;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Clocks;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.feed.FeedReaders;
import muster.feed.bench.EventBench;
import muster.feed.bench.LoadBench;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** {@code bench load}: a feed's load beside a bare COPY of the same bytes, and its apply, which leaves nothing behind. */
@Component
public class LoadBenchmark {

    private static final String SENDER = "BENCH";

    /** The file's dates lie before this day; any day serves. */
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 17);

    private final DataSource dataSource;
    private final FeedDefinitions definitions;
    private final FeedReaders readers;
    private final Models models;
    private final Lineage lineage;
    private final Definitions rules;

    LoadBenchmark(
            DataSource dataSource,
            FeedDefinitions definitions,
            FeedReaders readers,
            Models models,
            Lineage lineage,
            Definitions rules) {
        this.dataSource = dataSource;
        this.definitions = definitions;
        this.readers = readers;
        this.models = models;
        this.lineage = lineage;
        this.rules = rules;
    }

    /**
     * Measures a delimited feed.
     *
     * @return one JSON object
     * @throws IllegalArgumentException when there is no such delimited feed
     */
    public String run(String feed, long rows) throws IOException {
        try {
            return new LoadBench(dataSource, definitions, readers)
                    .run(feed, rows, BUSINESS_DATE, this::apply)
                    .toJson();
        } catch (SQLException e) {
            throw new IllegalStateException("the measurement failed, SQLSTATE " + e.getSQLState(), e);
        }
    }

    /** The feeds that can be measured, by name. */
    public List<String> feeds() {
        return new LoadBench(dataSource, definitions, readers).feeds();
    }

    /**
     * Measures the reading of NEMS events against a bare StAX pass.
     *
     * @return one JSON object
     */
    public String events(int count) throws IOException {
        try {
            return new EventBench(dataSource, definitions, readers)
                    .run(count, BUSINESS_DATE)
                    .toJson();
        } catch (SQLException e) {
            throw new IllegalStateException("the measurement failed, SQLSTATE " + e.getSQLState(), e);
        }
    }

    private void apply(Connection connection, String landed, FeedDefinition feed) {
        JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        RunLedger ledger = new RunLedger(database);
        ModelStep step = new ModelStep(database, ledger);
        Night night = new Night(BUSINESS_DATE, true, false);
        Clocks.set(database, night);
        DefinitionStore.save(
                new JdbcTemplate(new SingleConnectionDataSource(connection, true)), rules, night.businessDate());
        ledger.begin(night, "bench", "bench");
        pretendLanded(database, landed, feed);
        step.run(models.of("register.record"), night);
        new ApplyFiles(database, models, lineage, step, ledger, definitions).nextRound(night);
    }

    /** The rows of the measurement as those of one file of this night; rolled back with all the rest. */
    private static void pretendLanded(JdbcClient database, String landed, FeedDefinition feed) {
        database.sql("truncate landing." + feed.landingTable()).update();
        database.sql("insert into landing." + feed.landingTable() + " select * from " + landed)
                .update();
        // As a night does after landing: without figures of the table the planner guesses.
        database.sql("analyze landing." + feed.landingTable()).update();
        database.sql("""
                        insert into engine.file (file_id, business_date, feed, name, path, sender, as_at_date, file_type,
                            rows_read, rows_landed, state)
                        select 0, :night, :feed, 'bench.csv', 'bench.csv', :sender, :night, 'F', count(*), count(*), 'LANDED'
                        from %s
                        """.formatted(landed))
                .param("night", BUSINESS_DATE)
                .param("feed", feed.feed())
                .param("sender", SENDER)
                .update();
    }
}
