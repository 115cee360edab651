package muster.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import javax.sql.DataSource;
import muster.definition.DefinitionLoader;
import muster.definition.DefinitionStore;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.database.Database;
import muster.engine.database.Roles;
import muster.feed.landing.LandingTable;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One real PostgreSQL for all tests of a JVM: a container where an engine answers, else the embedded server. Migrated as
 * muster_owner, used as muster_engine, and holding the shipped definitions and empty landing tables.
 *
 * <p>Tests share it, so each works in a transaction that it rolls back: {@link #undone}.
 */
public final class TestDatabase {

    private static final LocalDate BEFORE_ALL_NIGHTS = LocalDate.of(2000, 1, 1);
    private static final int CONNECTIONS = 4;

    private static TestDatabase shared;

    private final DataSource dataSource;
    private final TransactionTemplate transaction;

    private TestDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** The database of this JVM, started when it is first asked for; it stops with the JVM. */
    public static synchronized TestDatabase shared() {
        if (shared == null) {
            Database.Access access = start();
            Roles.ensure(access);
            migrate(access);
            shared = new TestDatabase(pool(access));
            shared.define();
        }
        return shared;
    }

    /** Connections that work as muster_engine. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The pool's client; inside {@link #undone} or {@link #transaction} it works in that transaction. */
    public JdbcClient client() {
        return JdbcClient.create(dataSource);
    }

    /** Transactions over the pool. */
    public TransactionTemplate transaction() {
        return transaction;
    }

    /** Runs a test's work in a transaction that leaves nothing behind. */
    public void undone(Consumer<JdbcClient> work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.accept(client());
        });
    }

    private static Database.Access start() {
        if (DockerEngine.answers()) {
            PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse("postgres:18-alpine"));
            container.start();
            return new Database.Access(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("jit", "off")
                    .start();
            return new Database.Access(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same settings as application.yaml gives the program. */
    private static void migrate(Database.Access access) {
        Flyway.configure()
                .dataSource(access.url(), access.username(), access.password())
                .initSql("set role muster_owner")
                .locations("classpath:sql/00_schema")
                .defaultSchema("migration")
                .createSchemas(true)
                .javaMigrations(new V1_3__BatchRepository(), new R__Views(Models.load()))
                .load()
                .migrate();
    }

    private static DataSource pool(Database.Access access) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.username());
        config.setPassword(access.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionInitSql("set role muster_engine");
        return new HikariDataSource(config);
    }

    private void define() {
        FeedDefinitions feeds = FeedDefinitions.ofClassPath();
        transaction.executeWithoutResult(status -> {
            DefinitionStore.save(new JdbcTemplate(dataSource), DefinitionLoader.load(null), BEFORE_ALL_NIGHTS);
            feeds.feeds().values().forEach(this::landing);
            feeds.references().values().forEach(this::landing);
        });
    }

    private void landing(FeedDefinition feed) {
        client().sql(LandingTable.create(feed)).update();
    }
}
