package muster.feed.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.ControlTotals;
import muster.feed.FeedReaders;
import muster.feed.FileContext;
import muster.feed.landing.CopyRowSink;
import muster.feed.landing.LandingTable;
import org.postgresql.PGConnection;

/**
 * Measures the load of a feed against its floor in the same run: opening a file to its validated, typed rows committed,
 * beside COPY of the same bytes into an all-text unlogged table, on one connection. Each is the median of three, taken in
 * turn. The load includes the look at the encoding, the digest and the control totals.
 */
public final class LoadBench {

    private static final int ROUNDS = 3;
    private static final String RAW = "landing.bench_raw";
    private static final double NANOS = 1e9;

    private final DataSource dataSource;
    private final FeedDefinitions definitions;
    private final FeedReaders readers;

    /** @param dataSource connects as the engine's role */
    public LoadBench(DataSource dataSource, FeedDefinitions definitions, FeedReaders readers) {
        this.dataSource = dataSource;
        this.definitions = definitions;
        this.readers = readers;
    }

    /**
     * What was measured.
     *
     * @param feed the feed
     * @param rows rows of the file
     * @param bytes its length
     * @param seconds from opening the file to rows committed in landing
     * @param copySeconds COPY of the same bytes, committed
     * @param applySeconds landing to register, where the caller measured it; else null
     */
    public record Result(String feed, long rows, long bytes, double seconds, double copySeconds, Double applySeconds) {

        /** Speed as a share of the floor's: 1 is as fast. */
        public double ratio() {
            return copySeconds / seconds;
        }

        /** One JSON object. */
        public String toJson() {
            return String.format(
                    Locale.ROOT,
                    "{\"bench\": \"load\", \"feed\": \"%s\", \"rows\": %d, \"bytes\": %d, \"seconds\": %.3f,"
                            + " \"copy_seconds\": %.3f, \"ratio\": %.3f, \"apply_seconds\": %s}",
                    feed,
                    rows,
                    bytes,
                    seconds,
                    copySeconds,
                    ratio(),
                    applySeconds == null ? "null" : String.format(Locale.ROOT, "%.3f", applySeconds));
        }
    }

    /**
     * Runs the measurement.
     *
     * @param feedName a delimited feed
     * @param rows rows to write and load
     * @param businessDate no date in the file lies after it
     * @throws IllegalArgumentException when there is no such feed, or it has no delimited form
     */
    public Result run(String feedName, long rows, LocalDate businessDate) throws IOException, SQLException {
        return run(feedName, rows, businessDate, null);
    }

    /** Takes landed rows into the registers, in a transaction that is rolled back. */
    public interface Apply {
        /**
         * Applies what was landed.
         *
         * @param connection the connection of the measurement, in a transaction
         * @param landed the table that holds the rows
         * @param feed the feed they are of
         */
        void run(Connection connection, String landed, FeedDefinition feed) throws SQLException;
    }

    /** The same, with the time that applying the landed rows takes beside it; {@code apply} may be null. */
    public Result run(String feedName, long rows, LocalDate businessDate, Apply apply)
            throws IOException, SQLException {
        FeedDefinition feed = definitions.feed(feedName);
        if (feed == null || feed.layout() == null) {
            throw new IllegalArgumentException("There is no delimited feed " + feedName + ".");
        }
        Path folder = Files.createTempDirectory("muster-bench");
        Path file = folder.resolve("bench.csv");
        FeedFileGenerator generator = new FeedFileGenerator(definitions, feed, businessDate);
        try (Connection connection = dataSource.getConnection()) {
            generator.write(file, rows);
            double[][] seconds = new double[2][ROUNDS];
            Double applied = null;
            connection.setAutoCommit(false);
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    seconds[0][round] = copy(connection, feed, file);
                    seconds[1][round] = load(connection, feed, generator, file, rows, businessDate);
                }
                applied = apply == null ? null : applied(connection, feed, apply);
            } finally {
                connection.rollback();
                drop(connection, RAW, LandingTable.name(measured(feed)));
                connection.setAutoCommit(true);
            }
            return new Result(feedName, rows, Files.size(file), median(seconds[1]), median(seconds[0]), applied);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static double applied(Connection connection, FeedDefinition feed, Apply apply) throws SQLException {
        long start = System.nanoTime();
        apply.run(connection, LandingTable.name(measured(feed)), feed);
        double seconds = (System.nanoTime() - start) / NANOS;
        connection.rollback();
        return seconds;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The feed with a landing table of its own, so that a night's landing is not touched. */
    private static FeedDefinition measured(FeedDefinition feed) {
        return feed.landedIn("bench_" + feed.landingTable());
    }

    private static void drop(Connection connection, String... tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("drop table if exists " + table);
            }
        }
        connection.commit();
    }

    private static double copy(Connection connection, FeedDefinition feed, Path file) throws SQLException, IOException {
        drop(connection, RAW);
        int fields = FeedFileGenerator.fields(feed).size();
        String columns =
                IntStream.range(0, fields).mapToObj(i -> "c" + i + " text").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("create unlogged table " + RAW + " (" + columns + ")");
        }
        connection.commit();
        long start = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + RAW + " from stdin with (format csv, header true, delimiter '"
                                    + feed.layout().delimiter() + "')",
                            in,
                            1 << 16);
        }
        connection.commit();
        return (System.nanoTime() - start) / NANOS;
    }

    private double load(
            Connection connection,
            FeedDefinition feed,
            FeedFileGenerator generator,
            Path file,
            long rows,
            LocalDate businessDate)
            throws SQLException, IOException {
        FeedDefinition measured = measured(feed);
        drop(connection, LandingTable.name(measured));
        try (Statement statement = connection.createStatement()) {
            statement.execute(LandingTable.create(measured));
        }
        connection.commit();
        ControlTotals totals = new ControlTotals(true);
        FileContext context = new FileContext(
                measured,
                definitions.settings(),
                definitions.codes(),
                file.getFileName().toString(),
                Map.of(),
                generator.type(),
                businessDate,
                false,
                totals);
        long start = System.nanoTime();
        digest(file);
        try (CopyRowSink sink = new CopyRowSink(connection, measured)) {
            sink.start(0);
            readers.reader(measured.reader()).read(file, context, sink);
            sink.finishRows();
            if (sink.landed() != rows || totals.rows() != rows) {
                throw new IllegalStateException("Landed " + sink.landed() + " of " + rows + " rows.");
            }
        }
        connection.commit();
        return (System.nanoTime() - start) / NANOS;
    }

    /** What landing does to see that the file is still the one that was taken. */
    private static void digest(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            byte[] buffer = new byte[1 << 17];
            while (in.read(buffer) > 0) {
                continue;
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The feeds that can be measured. */
    public List<String> feeds() {
        return definitions.feeds().values().stream()
                .filter(feed -> feed.layout() != null && feed.layout().header() != HeaderPolicy.NONE)
                .filter(feed -> feed.variants().isEmpty())
                .map(FeedDefinition::feed)
                .toList();
    }
}
