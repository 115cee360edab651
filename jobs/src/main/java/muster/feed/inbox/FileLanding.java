package muster.feed.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.feed.ControlTotals;
import muster.feed.FeedReaders;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.landing.CopyRowSink;
import muster.feed.landing.LandingTable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one file from its folder into its landing table, in one transaction: rows, refused lines and counts stand
 * together or not at all.
 */
final class FileLanding {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private final Path home;
    private final DataSource dataSource;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FeedDefinitions definitions;
    private final FeedReaders readers;
    private final boolean rejectTestNumbers;
    private final FileRegister register;
    private final FileGuards guards;

    FileLanding(
            Path home,
            DataSource dataSource,
            TransactionTemplate transaction,
            FeedDefinitions definitions,
            FeedReaders readers,
            boolean rejectTestNumbers) {
        this.home = home;
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
        this.transaction = transaction;
        this.definitions = definitions;
        this.readers = readers;
        this.rejectTestNumbers = rejectTestNumbers;
        this.register = new FileRegister(database);
        this.guards = new FileGuards(register);
    }

    /** Lands a file that is TAKEN, or again one that is LANDED; what cannot be taken gets its state and reason. */
    void land(InboxFile file, Night night) {
        FeedDefinition feed = definitions.of(file.feed(), file.sender());
        try {
            transaction.executeWithoutResult(status -> landInTransaction(feed, file, night));
        } catch (FileRefusedException e) {
            if (file.state() == FileState.LANDED) {
                throw new IllegalStateException(
                        "File " + file.fileId() + " was taken and is no longer the same: " + e.reason() + ".", e);
            }
            transaction.executeWithoutResult(status -> register.close(
                    file, FileState.valueOf(e.outcome().name()), e.reason(), e.getMessage(), false, null));
        }
    }

    private void landInTransaction(FeedDefinition feed, InboxFile file, Night night) {
        Clocks.set(database, night);
        if (!toBeRead(feed, file)) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            landRows(connection, feed, file, night);
        } catch (CopyRowSink.RowsLostException e) {
            throw new IllegalStateException(file.name() + " (" + file.feed() + "): " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("File " + file.fileId() + " cannot be read.", e);
        } catch (SQLException e) {
            throw failed(file, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Names the file and the server's code only: a server's message may quote a row (SG-14). */
    private static RuntimeException failed(InboxFile file, SQLException e) {
        return new DataAccessResourceFailureException(
                "Landing file " + file.fileId() + " failed, SQLSTATE " + e.getSQLState() + ".", e);
    }

    private boolean toBeRead(FeedDefinition feed, InboxFile file) {
        if (file.state() == FileState.LANDED) {
            database.sql("delete from " + LandingTable.name(feed) + " where file_id = :id")
                    .param("id", file.fileId())
                    .update();
            // What was said of the file as a whole stands: it was judged when it landed first.
            database.sql("delete from engine.line where file_id = :id and line_no is not null")
                    .param("id", file.fileId())
                    .update();
            return true;
        }
        FileGuards.Repeated repeated = guards.beforeReading(feed, file);
        if (repeated != null) {
            register.close(
                    file,
                    FileState.DUPLICATE,
                    Reason.DUPLICATE_FILE,
                    null,
                    repeated.advances(),
                    repeated.sourceSystem());
            return false;
        }
        return true;
    }

    private void landRows(Connection connection, FeedDefinition feed, InboxFile file, Night night)
            throws IOException, SQLException {
        Path path = unchanged(file);
        ControlTotals totals = new ControlTotals(file.declaredChildren() != null);
        long start = System.nanoTime();
        try (CopyRowSink sink = new CopyRowSink(connection, feed)) {
            sink.start(file.fileId());
            readers.reader(feed.reader()).read(path, context(feed, file, night, totals), sink);
            sink.finishRows();
            guards.totals(file, totals);
            String system = sourceSystem(feed, file);
            exclusive(feed, file);
            if (file.state() != FileState.LANDED) {
                judge(feed, file, system, totals.rows(), night, sink);
            } else {
                sink.forgetRemarks();
            }
            sink.finishLines();
            register.landed(file, counts(sink, totals.rows(), system, start));
        }
    }

    private void judge(FeedDefinition feed, InboxFile file, String system, long rows, Night night, CopyRowSink sink)
            throws IOException {
        if (feed.sourceSystemColumn() != null) {
            guards.sequence(file, system);
        }
        if (guards.volume(feed, file, system, rows, night)) {
            sink.remark(Reason.POPULATION_DROP);
        }
    }

    private static Landed counts(CopyRowSink sink, long dataRows, String sourceSystem, long start) {
        return new Landed(
                sink.landed() + sink.skipped() + sink.rejected(),
                dataRows,
                sink.landed(),
                sink.skipped(),
                sink.rejected(),
                sourceSystem,
                BigDecimal.valueOf(System.nanoTime() - start).divide(NANOS, 3, RoundingMode.HALF_UP));
    }

    private FileContext context(FeedDefinition feed, InboxFile file, Night night, ControlTotals totals) {
        FileName name = FileName.of(feed, file.name(), definitions.settings().maxNameLength(), night.businessDate());
        return new FileContext(
                feed,
                definitions.settings(),
                definitions.codes(),
                file.name(),
                name == null ? Map.of() : name.groups(),
                file.type(),
                night.businessDate(),
                rejectTestNumbers,
                totals);
    }

    /** The file as it was taken; one that its sender has written anew since waits for the next night. */
    private Path unchanged(InboxFile file) throws IOException {
        Path path = home.resolve(file.path());
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                || Files.size(path) != file.bytes()
                || !Digests.sha256(path).equals(file.sha256())) {
            throw new FileRefusedException(
                    Outcome.WAITING, Reason.FILE_CHANGING, "Changed since the night's files were taken.");
        }
        return path;
    }

    /** One source system a file, where the feed names one. */
    private String sourceSystem(FeedDefinition feed, InboxFile file) {
        if (feed.sourceSystemColumn() == null) {
            return null;
        }
        List<String> systems = database.sql("select distinct " + feed.sourceSystemColumn() + " from "
                        + LandingTable.name(feed) + " where file_id = :id limit 2")
                .param("id", file.fileId())
                .query(String.class)
                .list();
        if (systems.size() > 1) {
            throw new FileRefusedException(Reason.CONTROL_TOTAL, "More than one source system in one file.");
        }
        return systems.isEmpty() ? null : systems.get(0);
    }

    private void exclusive(FeedDefinition feed, InboxFile file) {
        FeedDefinition.Exclusive rule = feed.exclusive();
        if (rule == null) {
            return;
        }
        String shared = String.join(", ", rule.columns());
        long overlaps = database.sql("select count(*) from (select " + rule.from() + " as starts, max(coalesce("
                        + rule.to() + ", 'infinity')) over (partition by " + shared + " order by " + rule.from()
                        + ", line_no rows between unbounded preceding and 1 preceding) as ended from "
                        + LandingTable.name(feed) + " where file_id = :id) as claim where claim.starts <= claim.ended")
                .param("id", file.fileId())
                .query(Long.class)
                .single();
        if (overlaps > 0) {
            throw new FileRefusedException(
                    Reason.DUPLICATE_KEY, overlaps + " rows overlap in time with another of the same key.");
        }
    }
}
