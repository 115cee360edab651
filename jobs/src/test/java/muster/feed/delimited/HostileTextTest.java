package muster.feed.delimited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.ControlTotals;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RP-02, RP-04: whatever bytes come, a file is refused whole with a reason, or every row of it is accounted for. */
class HostileTextTest {

    private static final FeedDefinitions DEFINITIONS = FeedDefinitions.ofClassPath();
    private static final byte[] NASTY = "\",|\r\n\\'\0\t \u007f-:T0195\u00e9".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** Counts lines, and values within a row. */
    private static final class Counting implements RowSink, RowWriter {
        private final int columns;
        private final List<Long> lines = new ArrayList<>();
        private int values;
        private int skipped;

        Counting(int columns) {
            this.columns = columns;
        }

        @Override
        public RowWriter begin(long lineNumber) {
            values = 0;
            lines.add(lineNumber);
            return this;
        }

        @Override
        public void end(List<Reason> warnings, String field) {
            assertThat(values).isEqualTo(columns);
        }

        @Override
        public void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field) {
            assertThat(reasons).isNotEmpty();
            skipped += outcome == Outcome.SKIPPED ? 1 : 0;
            if (lines.isEmpty() || lines.get(lines.size() - 1) != lineNumber) {
                lines.add(lineNumber);
            }
        }

        @Override
        public void nothing() {
            values++;
        }

        @Override
        public void text(byte[] utf8, int from, int to) {
            assertThat(to).isGreaterThan(from);
            values++;
        }

        @Override
        public void text(String value) {
            values++;
        }

        @Override
        public void date(long epochDay) {
            values++;
        }

        @Override
        public void integer(int value) {
            values++;
        }

        @Override
        public void bigint(long value) {
            values++;
        }

        @Override
        public void texts(List<String> texts) {
            values++;
        }

        @Override
        public void bool(boolean value) {
            values++;
        }

        @Override
        public void timestamp(long epochMicros) {
            values++;
        }
    }

    @Test
    void RP02_everyRowOfEveryFileIsAccountedFor() throws IOException {
        long seed = 20261117;
        Random random = new Random(seed);
        List<FeedDefinition> feeds = DEFINITIONS.feeds().values().stream()
                .filter(feed -> feed.layout() != null)
                .toList();
        int read = 0;
        for (int round = 0; round < 3_000; round++) {
            FeedDefinition feed = feeds.get(random.nextInt(feeds.size()));
            byte[] file = spoilt(sample(feed, random), random);
            read += run(feed, file, "seed " + seed + ", round " + round) ? 1 : 0;
        }
        assertThat(read).as("files read to their end").isGreaterThan(300);
    }

    private boolean run(FeedDefinition feed, byte[] content, String round) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.write(file, content);
        ControlTotals totals = new ControlTotals(true);
        Counting sink = new Counting(feed.columns().size());
        FileContext context = new FileContext(
                feed,
                DEFINITIONS.settings(),
                DEFINITIONS.codes(),
                "file.csv",
                Map.of("type", "MMR"),
                FileType.F,
                LocalDate.of(2026, 11, 17),
                false,
                totals);
        try {
            new CsvFeedReader().read(file, context, sink);
        } catch (FileRefusedException e) {
            return false;
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(round, e);
        }
        assertThat(totals.rows() + sink.skipped).as(round).isEqualTo(sink.lines.size());
        assertThat(sink.lines).as(round).isSorted().doesNotHaveDuplicates();
        return true;
    }

    private static byte[] sample(FeedDefinition feed, Random random) {
        List<FeedColumn> fields = feed.columns().stream()
                .filter(column -> column.header() != null && column.evidenceOf() == null)
                .toList();
        char delimiter = feed.layout().delimiter();
        StringBuilder text = new StringBuilder();
        for (FeedColumn column : fields) {
            text.append(text.isEmpty() ? "" : delimiter).append(column.header());
        }
        String[] values = {
            "", "F", "9990000018", "2025-02-03", "20250203", "\"a \"\"b\"\"\"", "01", "x", "20250203T101010"
        };
        for (int row = 0; row < 20; row++) {
            text.append("\r\n");
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : delimiter).append(values[random.nextInt(values.length)]);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Changes bytes behind the header, so that most files are read. */
    private static byte[] spoilt(byte[] file, Random random) {
        int body = 0;
        while (file[body] != '\n') {
            body++;
        }
        int from = random.nextInt(10) == 0 ? 0 : body;
        for (int changes = random.nextInt(8); changes > 0; changes--) {
            int at = from + random.nextInt(file.length - from);
            file[at] = random.nextInt(12) == 0 ? (byte) random.nextInt(256) : NASTY[random.nextInt(NASTY.length)];
        }
        return file;
    }

    @Test
    void recordsOfEverySizeCrossTheEndOfTheBuffer() throws IOException {
        FeedDefinition feed = DEFINITIONS.feed("pds-extract");
        StringBuilder text = new StringBuilder("record_type,nhs_number,date_of_birth,family_name\r\n");
        for (int row = 1; row <= 20_000; row++) {
            text.append("ADD,9990000018,20250203,\"")
                    .append("n".repeat(row % 97))
                    .append("\"\r\n");
        }
        Path file = folder.resolve("long.csv");
        Files.writeString(file, text);
        Counting sink = new Counting(feed.columns().size());
        new CsvFeedReader()
                .read(
                        file,
                        new FileContext(
                                feed,
                                DEFINITIONS.settings(),
                                DEFINITIONS.codes(),
                                "long.csv",
                                Map.of(),
                                FileType.D,
                                LocalDate.of(2026, 11, 17),
                                false,
                                new ControlTotals(false)),
                        sink);
        assertThat(sink.lines).hasSize(20_000).endsWith(20_001L);
    }
}
