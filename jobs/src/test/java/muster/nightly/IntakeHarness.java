package muster.nightly;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import javax.sql.DataSource;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Clocks;
import muster.engine.Lineage;
import muster.engine.ModelStep;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.TestDatabase;
import muster.feed.inbox.FileIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The nights' steps from the inbox to the registers and no more, each story in a transaction that leaves nothing behind:
 * hundreds of stories in the time of one installation.
 */
public final class IntakeHarness {

    private final TestDatabase server = TestDatabase.shared();
    private final JdbcClient database = server.client();
    private final Models models = Models.load();
    private final Lineage lineage = Lineage.of(models, database, server.transaction());
    private final ModelStep step = new ModelStep(database, new RunLedger(database));
    private final FeedDefinitions feeds = FeedDefinitions.ofClassPath();

    /** Tells a story and gives what it ends with; everything is undone afterwards. */
    public <T> T story(Function<JdbcClient, T> story) {
        return server.transaction().execute(status -> {
            status.setRollbackOnly();
            return story.apply(database);
        });
    }

    /** One night over what lies in the inbox of this home, inside a story. */
    public void night(Path home, LocalDate date, boolean baseline) {
        Night night = new Night(date, baseline, false);
        new RunLedger(database).begin(night, "test", "test");
        Clocks.set(database, night);
        FileIntake files = intake(home);
        files.take(night);
        files.landAll(night);
        step.run(models.of("register.record"), night);
        ApplyFiles apply = new ApplyFiles(database, models, lineage, step, new RunLedger(database), feeds);
        boolean more = true;
        while (more) {
            more = apply.nextRound(night);
        }
        Clocks.set(database, night);
    }

    private FileIntake intake(Path home) {
        DataSource dataSource = server.dataSource();
        return new FileIntake(
                home,
                dataSource,
                new JdbcTransactionManager(dataSource),
                feeds,
                new FeedConfiguration().feedReaders(new Home(home)),
                false,
                Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
    }
}
