package muster.nightly;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import muster.definition.DefinitionLoader;
import muster.definition.DefinitionStore;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Clocks;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.Repoint;
import muster.engine.RunLedger;
import muster.engine.TestDatabase;
import muster.feed.inbox.FileIntake;
import muster.publish.FeedDate;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The night's steps from the inbox to the measures, in the order of {@link NightlyJob} and by the same classes, without
 * the outbox: each story in a transaction that leaves nothing behind, and within it branches that are undone, so that
 * many second nights follow one first night.
 */
public final class NightHarness {

    private static final LocalDate BEFORE_ALL_NIGHTS = LocalDate.of(2000, 1, 1);

    private final TestDatabase server = TestDatabase.shared();
    private final JdbcClient database = server.client();
    private final DataSource dataSource = server.dataSource();
    private final Models models = Models.load();
    private final Lineage lineage = Lineage.of(models, database, server.transaction());
    private final RunLedger ledger = new RunLedger(database);
    private final ModelStep step = new ModelStep(database, ledger);
    private final FeedDefinitions feeds = FeedDefinitions.ofClassPath();
    private final Stages stages = new Stages(models, lineage, step, new Repoint(database, ledger));
    private final Checks checks = new Checks(database);
    private Definitions definitions;

    /** Tells a story under the configuration of a folder and gives what it ends with; everything is undone afterwards. */
    public <T> T story(Path config, Supplier<T> story) {
        return server.transaction().execute(status -> {
            status.setRollbackOnly();
            restartNumbers();
            definitions = DefinitionLoader.load(config);
            DefinitionStore.save(new JdbcTemplate(dataSource), definitions, BEFORE_ALL_NIGHTS);
            return story.get();
        });
    }

    /** One branch of a story: what it does is undone, and the story goes on from where the branch began. */
    public <T> T branch(Supplier<T> branch) {
        TransactionTemplate nested = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested.execute(status -> {
            status.setRollbackOnly();
            return branch.get();
        });
    }

    /** Two stories give the same numbers to the same children. */
    private void restartNumbers() {
        database.sql("select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)"
                        + " from pg_sequences where has_sequence_privilege("
                        + "format('%I.%I', schemaname, sequencename), 'update')")
                .query()
                .listOfRows();
    }

    /** One night over what lies in the inbox of this home, inside a story. */
    public void night(Path home, LocalDate date, boolean baseline) {
        Night night = new Night(date, baseline, false);
        ledger.begin(night, "test", "test");
        Clocks.set(database, night);
        Intake intake = intake(home);
        intake.take(night);
        intake.land(night);
        intake.judge(night);
        intake.reference(night);
        intake.keys(night);
        boolean more = true;
        while (more) {
            more = intake.applyNextRound(night);
        }
        checks.closing(night);
        run(stages.linkage(), night);
        intake.empty(night);
        run(stages.cohort(), night);
        checks.conservation(night);
        new PathwayScope(database).find(night);
        run(stages.pathway(), night);
        run(stages.exceptions(), night);
        checks.conservation(night);
        run(stages.measures(), night);
        checks.conservation(night);
        ledger.published(night);
    }

    /** Gives every transaction asked for as a savepoint of the one at hand. */
    private record Savepoints(PlatformTransactionManager manager) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(TransactionDefinition asked) {
            return manager.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        }

        @Override
        public void commit(TransactionStatus status) {
            manager.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            manager.rollback(status);
        }
    }

    private static void run(Map<String, Consumer<Night>> steps, Night night) {
        steps.values().forEach(work -> work.accept(night));
    }

    private Intake intake(Path home) {
        FileIntake files = new FileIntake(
                home,
                dataSource,
                eachOfItsOwn(),
                feeds,
                new FeedConfiguration().feedReaders(new Home(home)),
                false,
                Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
        ReferenceSets reference = new ReferenceSets(database, models, lineage, step, feeds);
        return new Intake(files, database, models, lineage, step, reference, ledger, feeds);
    }

    /** A file's transaction is a savepoint of the story's: what a refused file wrote is undone, and the night goes on. */
    private PlatformTransactionManager eachOfItsOwn() {
        return new Savepoints(new JdbcTransactionManager(dataSource));
    }

    /** A stage as the command {@code export} writes it, as known at a night. */
    public String export(String stage, LocalDate date) {
        Clocks.set(database, date, date, false);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (" + Models.text("export/" + stage + ".sql")
                                    + "\n) to stdout with (format csv, header true)",
                            out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The rows of a query as known at a night, values joined by bars, absent ones empty, in the order of their texts. */
    public List<String> rows(LocalDate date, String query) {
        Clocks.set(database, date, date, false);
        return database
                .sql(query)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : "|").append(row.getObject(i) == null ? "" : row.getObject(i));
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** The outputs that say at a night that a feed they rest on is stale. */
    public List<String> outputsStaleBy(String feed, LocalDate date) {
        Freshness freshness = new Freshness(database, feeds, definitions);
        return definitions.outputs().stream()
                .map(OutputDefinition::id)
                .filter(output -> freshness.behind(output, date).staleFeeds().contains(feed))
                .toList();
    }

    /** How fresh each feed is at a night. */
    public List<FeedDate> freshness(LocalDate date) {
        return new Freshness(database, feeds, definitions).of(date);
    }
}
