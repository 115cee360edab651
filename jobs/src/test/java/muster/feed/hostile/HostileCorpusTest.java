package muster.feed.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/** SG-20 to SG-23: the kept corpus. Each file ends as it is written beside it, in no time. */
class HostileCorpusTest {

    private static final Path CORPUS = Path.of("jobs/src/test/resources/hostile");
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    static Stream<Arguments> files() throws IOException {
        // One file of each reader first, so that no measured one pays for loading classes.
        for (String warm : List.of("nems/empty-bundle.xml", "csv/nul.csv", "parquet/only-magic.parquet")) {
            Parsing.read(
                    warm.startsWith("n") ? "nems" : warm.startsWith("c") ? "gp-registration" : "pds-extract",
                    CORPUS.resolve(warm),
                    warm);
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
        long start = System.nanoTime();
        String ended = feed.equals("mesh") ? ControlFiles.reasonOf(file) : ended(feed, file, expected);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_MOST);
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
