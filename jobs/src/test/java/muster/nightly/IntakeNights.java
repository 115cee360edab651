package muster.nightly;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import muster.definition.DefinitionLoader;
import muster.definition.DefinitionStore;
import muster.definition.Definitions;
import muster.engine.Clocks;
import muster.engine.Models;
import muster.engine.Night;
import muster.engine.RunLedger;
import muster.engine.database.Database;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One installation kept open over several nights of which only intake runs: the very steps of {@link NightlyJob}, each in
 * its own transaction, without the stages behind them. For tests with thousands of files.
 */
public final class IntakeNights implements AutoCloseable {

    private final Database server;
    private final ConfigurableApplicationContext context;
    private final JdbcClient database;

    /** Opens a home whose inbox tests fill. */
    public IntakeNights(Path home) {
        server = Database.open(home, Map.of());
        Definitions definitions = DefinitionLoader.load(home.resolve("config"));
        var application = new SpringApplicationBuilder(MusterConfiguration.class)
                .properties(Map.of(
                        "spring.datasource.url", server.access().url(),
                        "spring.datasource.username", server.access().username(),
                        "spring.datasource.password", server.access().password(),
                        "logging.file.name", home.resolve("log/muster.log").toString()))
                .registerShutdownHook(false)
                .build();
        application.addInitializers(each -> {
            GenericApplicationContext beans = (GenericApplicationContext) each;
            beans.registerBean(Home.class, () -> new Home(home));
            beans.registerBean(Definitions.class, () -> definitions);
        });
        context = application.run();
        database = context.getBean(JdbcClient.class);
        inTransaction(() -> {
            DefinitionStore.save(context.getBean(JdbcTemplate.class), definitions, LocalDate.of(2000, 1, 1));
            return false;
        });
    }

    /** Takes all that lies in the inbox, as the night's job does. */
    public void run(LocalDate date, boolean baseline) {
        Night night = new Night(date, baseline, false);
        Intake intake = context.getBean(Intake.class);
        Checks checks = context.getBean(Checks.class);
        inTransaction(() -> {
            context.getBean(RunLedger.class).begin(night, "test", "test");
            return false;
        });
        intake.take(night);
        intake.land(night);
        intake.judge(night);
        inTransaction(() -> {
            intake.reference(night);
            intake.keys(night);
            return false;
        });
        while (inTransaction(() -> intake.applyNextRound(night))) {
            // One round after the other, until none is left.
        }
        inTransaction(() -> {
            checks.closing(night);
            intake.empty(night);
            return false;
        });
        intake.archive(night);
    }

    private boolean inTransaction(BooleanSupplier work) {
        return Boolean.TRUE.equals(new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> work.getAsBoolean()));
    }

    /** The intake export of a night. */
    public List<Map<String, Object>> ledger(LocalDate date) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(status -> {
            Clocks.set(database, date, date, false);
            return database.sql(Models.text("export/intake.sql")).query().listOfRows();
        });
    }

    /** The rows of a query as known at a night, values joined by bars, absent ones empty. */
    public List<String> rows(LocalDate date, String query) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(status -> {
            Clocks.set(database, date, date, false);
            return texts(query);
        });
    }

    private List<String> texts(String query) {
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

    @Override
    public void close() {
        context.close();
        server.close();
    }
}
