package muster.feed.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.feed.ControlTotals;
import muster.feed.FeedReaders;
import muster.feed.FileContext;
import muster.feed.HardenedXml;
import muster.feed.MessageReader;
import muster.feed.landing.CopyRowSink;
import muster.feed.landing.LandingTable;
import muster.feed.landing.MessageRecording;

/**
 * Measures the reading of NEMS events against its floor in the same run: opening each file to its typed row committed in
 * landing, beside a bare StAX pass over the same files. Each is the median of three, taken in turn, after a turn that is not
 * timed: a month's events are read by code long warm.
 */
public final class EventBench {

    private static final String FEED = "nems";
    private static final int ROUNDS = 3;
    private static final int TOGETHER = 500;
    private static final double NANOS = 1e9;

    private final DataSource dataSource;
    private final FeedDefinitions definitions;
    private final FeedReaders readers;

    /** @param dataSource connects as the engine's role */
    public EventBench(DataSource dataSource, FeedDefinitions definitions, FeedReaders readers) {
        this.dataSource = dataSource;
        this.definitions = definitions;
        this.readers = readers;
    }

    /**
     * What was measured.
     *
     * @param count messages, one a file
     * @param bytes all files together
     * @param seconds from opening the files to their rows committed
     * @param staxSeconds a bare StAX pass over the same files
     */
    public record Result(int count, long bytes, double seconds, double staxSeconds) {

        /** Rate as a share of the bare pass's: 1 is as fast. */
        public double ratio() {
            return staxSeconds / seconds;
        }

        /** One JSON object. */
        public String toJson() {
            return String.format(
                    Locale.ROOT,
                    "{\"bench\": \"events\", \"count\": %d, \"bytes\": %d, \"seconds\": %.3f, \"stax_seconds\": %.3f,"
                            + " \"ratio\": %.3f, \"messages_per_second\": %.0f}",
                    count,
                    bytes,
                    seconds,
                    staxSeconds,
                    ratio(),
                    count / seconds);
        }
    }

    /**
     * Writes the messages and measures.
     *
     * @param count how many messages
     * @param businessDate no date in them lies after it
     * @throws IllegalStateException when a message was not landed
     */
    public Result run(int count, LocalDate businessDate) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("muster-bench");
        List<Path> files = new ArrayList<>(count);
        try (Connection connection = dataSource.getConnection()) {
            long bytes = write(folder, files, count);
            FeedDefinition feed = definitions.feed(FEED).landedIn("bench_" + FEED);
            connection.setAutoCommit(false);
            double[][] seconds = new double[2][ROUNDS];
            try {
                pass(files);
                land(connection, feed, files, businessDate);
                for (int round = 0; round < ROUNDS; round++) {
                    seconds[0][round] = pass(files);
                    seconds[1][round] = land(connection, feed, files, businessDate);
                }
            } finally {
                connection.rollback();
                execute(connection, "drop table if exists " + LandingTable.name(feed));
                connection.setAutoCommit(true);
            }
            return new Result(count, bytes, median(seconds[1]), median(seconds[0]));
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static long write(Path folder, List<Path> files, int count) throws IOException {
        EventMessages messages = new EventMessages();
        long bytes = 0;
        for (int index = 0; index < count; index++) {
            byte[] message = messages.message(index).getBytes(StandardCharsets.UTF_8);
            files.add(Files.write(folder.resolve("event-" + index + ".xml"), message));
            bytes += message.length;
        }
        return bytes;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double pass(List<Path> files) throws IOException {
        XMLInputFactory factory = HardenedXml.factory();
        long start = System.nanoTime();
        try {
            for (Path file : files) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    XMLStreamReader reader = factory.createXMLStreamReader(in);
                    while (reader.hasNext()) {
                        reader.next();
                    }
                    reader.close();
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a message of the measurement is not well-formed", e);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private double land(Connection connection, FeedDefinition feed, List<Path> files, LocalDate businessDate)
            throws SQLException, IOException {
        execute(connection, "drop table if exists " + LandingTable.name(feed));
        execute(connection, LandingTable.create(feed));
        MessageReader reader = (MessageReader) readers.reader(feed.reader());
        long start = System.nanoTime();
        for (int from = 0; from < files.size(); from += TOGETHER) {
            List<Path> batch = files.subList(from, Math.min(files.size(), from + TOGETHER));
            landBatch(
                    connection,
                    feed,
                    batch.parallelStream()
                            .map(file -> parsed(reader, feed, file, businessDate))
                            .toList(),
                    from);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    /** What a night does with messages: each is opened and digested once, all processors share a batch. */
    private MessageRecording parsed(MessageReader reader, FeedDefinition feed, Path file, LocalDate businessDate) {
        FileContext context = new FileContext(
                feed,
                definitions.settings(),
                definitions.codes(),
                "event.xml",
                Map.of(),
                feed.files().defaultType(),
                businessDate,
                false,
                new ControlTotals(false));
        MessageRecording recording = new MessageRecording();
        try {
            byte[] message = Files.readAllBytes(file);
            reader.read(message, sha256(message), context, recording);
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException("a message of the measurement cannot be read", e);
        }
    }

    /** Many messages are one transaction. */
    private static void landBatch(
            Connection connection, FeedDefinition feed, List<MessageRecording> messages, int firstId)
            throws SQLException, IOException {
        try (CopyRowSink sink = new CopyRowSink(connection, feed)) {
            for (int i = 0; i < messages.size(); i++) {
                sink.start(firstId + i);
                messages.get(i).replay(sink);
                if (sink.landed() != 1) {
                    throw new IllegalStateException("Message " + (firstId + i) + " was not landed.");
                }
            }
            sink.finishRows();
        }
        connection.commit();
    }

    private static String sha256(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}
