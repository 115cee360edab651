package muster.feed.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.engine.Night;
import muster.feed.ControlTotals;
import muster.feed.FeedReaders;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.MessageReader;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.landing.CopyRowSink;
import muster.feed.landing.LandingTable;
import muster.feed.landing.MessageRecording;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lands messages, one a file: many in one transaction, each opened and digested once, and the register told of all of them
 * in one statement. A refused message is a refused line (rulings 3).
 */
final class MessageLanding {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final long LINE = 1;

    private final Path home;
    private final DataSource dataSource;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final FeedDefinitions definitions;
    private final FeedReaders readers;
    private final boolean rejectTestNumbers;

    MessageLanding(
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
    }

    /** @param files of one feed, TAKEN or LANDED */
    void land(List<InboxFile> files, Night night) {
        FeedDefinition feed = definitions.feed(files.get(0).feed());
        transaction.executeWithoutResult(status -> {
            forget(feed, ids(files, FileState.LANDED));
            List<InboxFile> read = withoutRepeats(files);
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                read(connection, feed, read, night);
            } catch (IOException e) {
                throw new UncheckedIOException("Messages of " + feed.feed() + " cannot be read.", e);
            } catch (SQLException e) {
                // A server's message may quote a row (SG-14).
                throw new DataAccessResourceFailureException(
                        "Landing messages of " + feed.feed() + " failed, SQLSTATE " + e.getSQLState() + ".", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
    }

    private static long[] ids(List<InboxFile> files, FileState state) {
        return files.stream()
                .filter(file -> file.state() == state)
                .mapToLong(InboxFile::fileId)
                .toArray();
    }

    /** What was landed before a crash is landed again: an unlogged table may have lost it. */
    private void forget(FeedDefinition feed, long[] landed) {
        if (landed.length > 0) {
            for (String table : List.of(LandingTable.name(feed), "engine.line")) {
                database.sql("delete from " + table + " where file_id = any (:ids)")
                        .param("ids", landed)
                        .update();
            }
        }
    }

    /** The messages to read: of several with the same content only the first, and none whose content was taken before. */
    private List<InboxFile> withoutRepeats(List<InboxFile> files) {
        Set<Long> repeated = new HashSet<>(database.sql("""
                        select file.file_id from engine.file as file
                        where file.file_id = any (:ids) and not file.released
                            and exists (
                                select from engine.file as earlier
                                where earlier.sha256 = file.sha256
                                    and earlier.feed = file.feed
                                    and earlier.sender is not distinct from file.sender
                                    and earlier.file_id < file.file_id
                                    and earlier.state in ('LANDED', 'APPLIED'))
                        """)
                .param("ids", ids(files, FileState.TAKEN))
                .query(Long.class)
                .list());
        Set<String> contents = new HashSet<>();
        List<InboxFile> read = new ArrayList<>();
        for (InboxFile file : files) {
            if (!repeated.contains(file.fileId()) && contents.add(file.sha256())) {
                read.add(file);
            } else {
                repeated.add(file.fileId());
            }
        }
        close(repeated);
        return read;
    }

    private void close(Set<Long> repeated) {
        if (!repeated.isEmpty()) {
            database.sql("""
                            update engine.file set state = 'DUPLICATE', reason_code = :reason, advances = false
                            where file_id = any (:ids)
                            """)
                    .param("reason", Reason.DUPLICATE_FILE.name())
                    .param("ids", repeated.stream().mapToLong(Long::longValue).toArray())
                    .update();
        }
    }

    private void read(Connection connection, FeedDefinition feed, List<InboxFile> files, Night night)
            throws IOException, SQLException {
        MessageReader reader = (MessageReader) readers.reader(feed.reader());
        long[] ids = new long[files.size()];
        long[] landed = new long[files.size()];
        long[] skipped = new long[files.size()];
        long[] rejected = new long[files.size()];
        long start = System.nanoTime();
        try (CopyRowSink sink = new CopyRowSink(connection, feed)) {
            List<MessageRecording> messages = sideBySide(reader, feed, files, night);
            for (int i = 0; i < ids.length; i++) {
                InboxFile file = files.get(i);
                sink.start(file.fileId());
                messages.get(i).replay(sink);
                ids[i] = file.fileId();
                landed[i] = sink.landed();
                skipped[i] = sink.skipped();
                rejected[i] = sink.rejected();
            }
            sink.finishRows();
            sink.finishLines();
        }
        // The time of one message says nothing: each bears its share of what all of them took together.
        BigDecimal share = BigDecimal.valueOf(System.nanoTime() - start)
                .divide(NANOS, 6, RoundingMode.HALF_UP)
                .divide(BigDecimal.valueOf(Math.max(1, ids.length)), 3, RoundingMode.HALF_UP);
        database.sql("""
                        update engine.file as file
                        set state = 'LANDED', advances = true, seconds = :seconds, rows_landed = counted.landed,
                            rows_skipped = counted.skipped, rows_rejected = counted.rejected,
                            rows_read = counted.landed + counted.skipped + counted.rejected
                        from unnest(cast(:ids as bigint[]), cast(:landed as bigint[]), cast(:skipped as bigint[]),
                            cast(:rejected as bigint[])) as counted (file_id, landed, skipped, rejected)
                        where file.file_id = counted.file_id
                        """)
                .param("seconds", share)
                .param("ids", ids)
                .param("landed", landed)
                .param("skipped", skipped)
                .param("rejected", rejected)
                .update();
    }

    /** Parsing is the work of a message: all processors share a batch, and the order of the files is kept. */
    private List<MessageRecording> sideBySide(
            MessageReader reader, FeedDefinition feed, List<InboxFile> files, Night night) {
        return files.parallelStream()
                .map(file -> message(reader, feed, file, night))
                .toList();
    }

    private MessageRecording message(MessageReader reader, FeedDefinition feed, InboxFile file, Night night) {
        MessageRecording recording = new MessageRecording();
        FileContext context = new FileContext(
                feed,
                definitions.settings(),
                definitions.codes(),
                file.name(),
                Map.of(),
                file.type(),
                night.businessDate(),
                rejectTestNumbers,
                new ControlTotals(false));
        try {
            reader.read(content(file), file.sha256(), context, recording);
        } catch (FileRefusedException e) {
            recording.refuse(LINE, Outcome.REJECTED, List.of(e.reason()), null);
        } catch (IOException e) {
            throw new UncheckedIOException("File " + file.fileId() + " cannot be read.", e);
        }
        return recording;
    }

    /** The bytes of a message as it was taken; of one longer than allowed, enough for its reader to see that. */
    private byte[] content(InboxFile file) throws IOException {
        Path path = home.resolve(file.path());
        int longest = definitions.settings().maxMessageBytes() + 1;
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw changed();
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(longest);
            String sha256 = content.length < longest ? Digests.sha256(content) : Digests.sha256(path);
            if (!sha256.equals(file.sha256())) {
                throw changed();
            }
            return content;
        }
    }

    private static FileRefusedException changed() {
        return new FileRefusedException(
                Outcome.WAITING, Reason.FILE_CHANGING, "Changed since the night's files were taken.");
    }
}
