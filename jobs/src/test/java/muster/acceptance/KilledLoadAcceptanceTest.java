package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import muster.command.MusterCommand;
import muster.feed.parquet.ParquetFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * RP-05: a night killed in the middle of a file, once for each kind of reader, and run again fills the registers as an
 * undisturbed one does. The database halts at a row of that file; the process is killed there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledLoadAcceptanceTest {

    private static final String NIGHT = "2026-11-17";
    private static final String DAY_BEFORE = "2026-11-16";
    private static final int MIDDLE = 3;

    /** Where each kind of reader lands its rows, in the order of the night. */
    private static final List<String> LOADS =
            List.of("nems", "mns", "vaccination_v5", "pds_extract", "gp_gpr4", "gp_registration");

    private static final Map<String, String> REGISTERS = new TreeMap<>(Map.of(
            "files",
            "select feed, name, state, reason_code, rows_read, rows_landed, rows_applied, rows_warned, rows_rejected"
                    + " from engine.file",
            "lines",
            "select file.name, line.line_no, line.outcome, line.reason_codes from engine.line as line"
                    + " inner join engine.file as file on file.file_id = line.file_id",
            "people",
            "select (to_jsonb(held) - 'file_id')::text from register.person_history as held",
            "lists",
            "select (to_jsonb(held) - 'file_id')::text from register.gp_registration_history as held",
            "events",
            "select (to_jsonb(held) - 'file_id')::text from register.event_history as held",
            "signals",
            "select (to_jsonb(held) - 'file_id')::text from register.pds_signal as held"));

    @TempDir
    private static Path folder;

    private EmbeddedPostgres server;

    /** What a child process runs. */
    static final class Night {
        private Night() {}

        public static void main(String[] arguments) {
            System.exit(MusterCommand.run(arguments));
        }
    }

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("timezone", "UTC")
                .start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void RP05_killedInTheMiddleOfEachKindOfFileAndRunAgain() throws Exception {
        for (String name : List.of("undisturbed", "killed")) {
            sql("postgres", "create database " + name);
        }
        List<Dropped> files = files();
        for (String name : List.of("undisturbed", "killed")) {
            Installation home = Installation.served(folder.resolve(name));
            files.forEach(home::drop);
            // A file of a moment ago is looked at twice, a second apart: time to set the first trap.
            for (Path file : Places.files(folder.resolve(name).resolve("inbox"))) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2099-01-01T00:00:00Z")));
            }
        }
        assertThat(night("undisturbed").waitFor()).isIn(0, 3);
        for (String load : LOADS) {
            killedIn(load);
        }
        assertThat(night("killed").waitFor()).isIn(0, 3);
        for (Map.Entry<String, String> register : REGISTERS.entrySet()) {
            List<String> expected = rows("undisturbed", register.getValue());
            assertThat(expected).as(register.getKey()).isNotEmpty();
            assertThat(rows("killed", register.getValue()))
                    .as(register.getKey())
                    .isEqualTo(expected);
        }
    }

    private static List<Dropped> files() throws IOException {
        Families families = new Families();
        List<Row> doses = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        List<Dropped> files = new ArrayList<>();
        List<Map<String, Object>> extract = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            Person person = families.settled("child " + n, "2024-03-15");
            doses.add(VaccinationV5.given(person, "38598009", "2025-06-06"));
            files.add(Signals.cloudEvent("pds-record-change-2", person, DAY_BEFORE + "T10:00:00Z"));
            files.add(AgencyMessage.hearing(
                    person, "H" + n, "new", DAY_BEFORE + "T10:00:00+00:00", "1085431000000105", "1085451000000103"));
            extract.add(Map.of(
                    "record_type",
                    "ADD",
                    "nhs_number",
                    Long.valueOf(person.number()),
                    "family_name",
                    person.family(),
                    "date_of_birth",
                    "20240315",
                    "serial_change_number",
                    2L));
            listed.add(Gpr4.patient(person, n + 1, DAY_BEFORE));
        }
        // Nobody's: kept, with a line in the ledger.
        doses.add(VaccinationV5.given(Person.of("2024-03-15", ReferenceSets.A), "38598009", "2025-06-06"));
        files.add(VaccinationV5.file("MMR", "20261116T080000", doses));
        files.add(PdsExtract.file("first", families.pds()));
        Path parquet = ParquetFiles.write(folder.resolve("x.parquet"), extract, ParquetFiles.Form.usual());
        files.add(new Dropped("pds-extract", "second_-_ACCEPTANCE.parquet", Files.readAllBytes(parquet), null));
        files.add(Gpr4.list(ReferenceSets.PRACTICE_A2, DAY_BEFORE, listed));
        files.addAll(families.registers(DAY_BEFORE, 1));
        return files;
    }

    private void killedIn(String load) throws Exception {
        boolean first = load.equals(LOADS.get(0));
        if (!first) {
            trap(load);
        }
        Process process = night("killed");
        if (first) {
            until(
                    process,
                    "select count(*) from pg_tables where schemaname = 'landing' and tablename = '" + load + "'");
            trap(load);
        }
        until(process, "select count(*) from pg_stat_activity where datname = 'killed' and wait_event = 'PgSleep'");
        process.destroyForcibly().waitFor();
        sql(
                "killed",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'killed'"
                        + " and pid <> pg_backend_pid()");
        until(
                null,
                "select case when count(*) = 0 then 1 else 0 end from pg_stat_activity where datname = 'killed'"
                        + " and pid <> pg_backend_pid()");
        sql("killed", "drop trigger trap on landing." + load, "drop function trap()", "drop sequence trapped");
    }

    /** The database falls asleep over the third row. */
    private void trap(String load) throws SQLException {
        sql(
                "killed",
                "create sequence trapped",
                "grant all on sequence trapped to public",
                "create function trap() returns trigger language plpgsql security definer as $$ begin"
                        + " if nextval('public.trapped') = " + MIDDLE + " then perform pg_sleep(300); end if;"
                        + " return new; end $$",
                "create trigger trap before insert on landing." + load + " for each row execute function trap()");
    }

    private void until(Process process, String count) throws Exception {
        for (int tries = 0; tries < 12_000; tries++) {
            if (!rows("killed", count).get(0).equals("0")) {
                return;
            }
            assertThat(process == null || process.isAlive())
                    .as("the night went past the trap: " + count)
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError("not seen: " + count);
    }

    private void sql(String name, String... statements) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private List<String> rows(String name, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(text.toString());
            }
        }
        return found.stream().sorted().toList();
    }

    private Process night(String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Night.class.getName(),
                "nightly",
                "--home",
                folder.resolve(name).toString(),
                "--date",
                NIGHT,
                "--baseline");
        builder.environment().put("SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", name));
        builder.environment().put("SPRING_DATASOURCE_USERNAME", "postgres");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()))
                .start();
    }
}
