package muster.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must stay absent from the files under sql/. */
class SqlFilesTest {

    private static final Path SQL = Path.of("sql");
    private static final Pattern CLOCK = Pattern.compile(
            "\\b(now\\(\\)|current_date|current_timestamp|current_time|localtimestamp|localtime|clock_timestamp|"
                    + "statement_timestamp|transaction_timestamp|timeofday)\\b|\\bnow\\s*\\(");

    /** The receipt time of a file, in the file register: no rule reads it. */
    private static final String RECEIPT_TIME = "V002__intake.sql";

    @Test
    void RP17_noSqlReadsTheClock() throws IOException {
        assertThat(files(SQL, ".sql"))
                .filteredOn(path -> !path.endsWith(RECEIPT_TIME))
                .allSatisfy(path -> assertThat(CLOCK.matcher(code(path)).find())
                        .as(path.toString())
                        .isFalse());
    }

    @Test
    void RP04_noCopyIgnoresErrors() throws IOException {
        assertThat(files(SQL, ".sql")).allSatisfy(SqlFilesTest::ignoresNoError);
        assertThat(files(Path.of("jobs/src/main/java"), ".java")).allSatisfy(SqlFilesTest::ignoresNoError);
    }

    @Test
    void modelsAreOneSelectEach() throws IOException {
        assertThat(files(SQL, ".sql"))
                .filteredOn(path -> !path.startsWith(SQL.resolve("00_schema")))
                .allSatisfy(path -> assertThat(code(path))
                        .as(path.toString())
                        .doesNotContain(";")
                        .doesNotContainPattern("\\b(insert into|update [a-z_.]+ set|delete from|create |truncate )"));
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void ignoresNoError(Path path) throws IOException {
        assertThat(Files.readString(path).toLowerCase(Locale.ROOT))
                .as(path.toString())
                .doesNotContainPattern("\\bon_error\\s+ignore");
    }

    /** The text without its comments and its literals. */
    private static String code(Path path) throws IOException {
        return Files.readString(path)
                .toLowerCase(Locale.ROOT)
                .replaceAll("--[^\n]*", "")
                .replaceAll("'[^']*'", "''");
    }
}
