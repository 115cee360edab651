package muster.definition;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server with the tables and functions of this package alone, for the tests of one class. */
final class DefinitionDatabase implements AutoCloseable {

    private static final List<String> MIGRATIONS = List.of(
            "V003__definition.sql",
            "V003_1__code_list.sql",
            "V003_2__pathway_and_measure.sql",
            "V003_3__linkage_model.sql",
            "V004__ages.sql");

    private final EmbeddedPostgres server;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    DefinitionDatabase() throws IOException {
        server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
        dataSource = server.getPostgresDatabase();
        jdbc = new JdbcTemplate(dataSource);
        prepare();
    }

    /** Empty tables again. */
    void prepare() throws IOException {
        jdbc.execute("drop schema if exists definition cascade; drop schema if exists reference cascade;"
                + " drop schema if exists engine cascade; create schema engine;"
                + " create function engine.analyse(schema_name text, table_name text) returns void language plpgsql"
                + " as 'begin execute format(''analyze %I.%I'', schema_name, table_name); end';"
                + " create schema definition; create schema reference;"
                + " create table reference.bank_holiday (bank_holiday_date date primary key)");
        for (String migration : MIGRATIONS) {
            jdbc.execute(Files.readString(Path.of("sql/00_schema", migration)));
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
