package muster.feed.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.feed.hostile.Parsing.Result;
import muster.feed.inbox.ControlFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SG-20 to SG-23: the kept corpus. Each file ends as it is written beside it, in less than a second of work. */
class HostileCorpusTest {

    private static final Path CORPUS = Path.of("jobs/src/test/resources/hostile");
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    /** Time of the processor: what a machine busy with something else adds is no fault of a parser. */
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    static Stream<Arguments> files() throws IOException {
        // One file of each reader first, so that no measured one pays for loading classes.
        Map<String, String> warm = Map.of(
                "nems/empty-bundle.xml", "nems",
                "csv/nul.csv", "gp-registration",
                "mns/array.json", "mns",
                "gpr4/A00002_GPR4QX11.KHA", "gp-gpr4",
                "parquet/only-magic.parquet", "pds-extract");
        for (Map.Entry<String, String> each : warm.entrySet()) {
            Parsing.read(each.getValue(), CORPUS.resolve(each.getKey()), each.getKey());
        }
        return expected().stream()
                .map(row -> Arguments.of(row.getField("file"), row.getField("feed"), row.getField("expected")));
    }

    private static List<NamedCsvRecord> expected() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CORPUS.resolve("expected.csv"))) {
            return rows.stream().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void endsAsItShould(String name, String feed, String expected) throws IOException {
        Path file = CORPUS.resolve(name);
        long start = PROCESSOR.getCurrentThreadCpuTime();
        String ended = feed.equals("mesh") ? ControlFiles.reasonOf(file) : ended(feed, file, expected);
        assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - start))
                .isLessThan(AT_MOST);
        assertThat(ended).isEqualTo(expected);
    }

    private static String ended(String feed, Path file, String expected) throws IOException {
        Result result = Parsing.read(feed, file, file.getFileName().toString());
        if (result.refusal() != null) {
            return "FILE " + result.refusal();
        }
        assertThat(result.taken().lines()).isEqualTo((int) result.read());
        if (!result.taken().refused.isEmpty()) {
            return result.taken().refused.get(0);
        }
        String[] row = result.taken().rows.get(0).split("\\|", -1);
        String warnings = row[row.length - 2];
        return warnings.isEmpty() ? "ROW" : "WARN " + warnings;
    }

    @Test
    void everyFileOfTheCorpusIsExpected() throws IOException {
        Set<String> listed =
                expected().stream().map(row -> row.getField("file")).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(CORPUS)) {
            Set<String> lying = files.filter(Files::isRegularFile)
                    .map(file -> CORPUS.relativize(file).toString())
                    .filter(name -> name.contains("/"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(lying).isEqualTo(listed);
        }
    }
}
