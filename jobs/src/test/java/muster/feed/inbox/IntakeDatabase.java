package muster.feed.inbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import muster.engine.database.Database;
import muster.engine.database.Roles;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL for all tests of a JVM, with the migrations that intake needs; each test gets a database of its own. */
final class IntakeDatabase {

    private static EmbeddedPostgres server;
    private static int databases;

    private IntakeDatabase() {}

    private static synchronized EmbeddedPostgres server() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("timezone", "UTC")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database; connections take on the engine's role. */
    static synchronized DataSource create() throws SQLException, IOException {
        String name = "intake_" + ++databases;
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = server().getJdbcUrl("postgres", name);
        Roles.ensure(new Database.Access(url, "postgres", ""));
        try (Connection connection = server().getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role muster_owner");
            statement.execute(text("sql/00_schema/V001__engine.sql"));
            statement.execute(text("sql/00_schema/V002__intake.sql"));
            statement.execute("create table reference.practice (organisation_code text);"
                    + " create table reference.organisation (organisation_code text);"
                    + " grant usage on schema reference to muster_engine;"
                    + " grant select on all tables in schema reference to muster_engine");
        }
        DriverManagerDataSource engine = new DriverManagerDataSource(url, "postgres", "") {
            @Override
            protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
                Connection connection = super.getConnectionFromDriver(properties);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set role muster_engine");
                }
                return connection;
            }
        };
        engine.setDriverClassName("org.postgresql.Driver");
        return engine;
    }

    static String text(String resource) throws IOException {
        try (InputStream in = IntakeDatabase.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
