package muster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing reads the wall clock, so that a past night can be made again; and nothing is skipped or retried behind our backs,
 * so that no row is lost without a reason.
 */
class NoClockTest {

    private static final Pattern JAVA_CLOCK =
            Pattern.compile("\\b(LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime|Instant|Year|YearMonth)"
                    + "\\s*\\.\\s*now\\s*\\(|\\bClock\\s*\\.\\s*system|\\bcurrentTimeMillis\\s*\\(|new Date\\(\\)");
    private static final Pattern SQL_CLOCK = Pattern.compile(
            "\\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\\b"
                    + "|\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOSES_ROWS = Pattern.compile(
            "\\.faultTolerant\\(|\\.skipLimit\\(|\\.skipPolicy\\(|\\.noSkip\\(|\\.retryLimit\\("
                    + "|\\.retryPolicy\\(|\\.skip\\(\\s*\\w+(Exception|Error|Throwable)?\\.class|(?i)\\bON_ERROR\\b\\s*(=|ignore|set_null)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(--|//).*$");

    /** Where intake looks whether a file was changed within the last second (rulings 2). */
    private static final Set<String> MAY_READ_THE_CLOCK = Set.of("FeedConfiguration.java");
    /** The receipt time of a file's event, which no rule reads. */
    private static final String RECEIPT_TIME = "recorded_at timestamptz not null default clock_timestamp()";

    @Test
    void javaReadsNoClock() throws IOException {
        assertThat(offenders(Path.of("jobs/src/main/java"), ".java", JAVA_CLOCK, MAY_READ_THE_CLOCK))
                .isEmpty();
    }

    @Test
    void sqlReadsNoClock() throws IOException {
        List<String> offenders = offenders(Path.of("sql"), ".sql", SQL_CLOCK, Set.of());
        offenders.addAll(offenders(Path.of("jobs/src/main/java"), ".java", SQL_CLOCK_IN_JAVA, MAY_READ_THE_CLOCK));
        assertThat(offenders).isEmpty();
    }

    private static final Pattern SQL_CLOCK_IN_JAVA = Pattern.compile(
            "\\b(current_date|current_timestamp|localtimestamp)\\b|\\b(clock_timestamp|statement_timestamp)\\s*\\(|(?<![.\\w])now\\(\\)");

    @Test
    void noRowIsSkippedOrRetried() throws IOException {
        List<String> offenders = offenders(Path.of("jobs/src/main/java"), ".java", LOSES_ROWS, Set.of());
        offenders.addAll(offenders(Path.of("sql"), ".sql", LOSES_ROWS, Set.of()));
        assertThat(offenders).isEmpty();
    }

    private static List<String> offenders(Path root, String ending, Pattern pattern, Set<String> allowed)
            throws IOException {
        List<String> offenders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                String text =
                        COMMENT.matcher(Files.readString(file)).replaceAll("").replace(RECEIPT_TIME, "");
                if (!allowed.contains(file.getFileName().toString())
                        && pattern.matcher(text).find()) {
                    offenders.add(file.toString());
                }
            }
        }
        return offenders;
    }
}
