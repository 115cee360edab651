package muster.feed.landing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import muster.definition.feed.FeedDefinition;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams the typed rows of files into a landing table, and their refused lines into the ledger, in the caller's
 * transaction. Order of use: {@link #start} for each file, {@link #finishRows}, {@link #finishLines}.
 */
public final class CopyRowSink implements RowSink, AutoCloseable {

    /** The server took other rows than were read (RP-02): a fault that stops the night. */
    public static final class RowsLostException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        RowsLostException(long read, long copied) {
            super("Read " + read + " rows, the server took " + copied + ".");
        }
    }

    private static final int SEND_AT = 1 << 16;

    private final Connection connection;
    private final CopyRow row;
    private final LineSpool lines = new LineSpool();
    private final CopyIn copy;
    private long fileId;
    private final List<Reason> remarks = new ArrayList<>();
    private boolean open;
    private long landedInAll;
    private long landed;
    private long skipped;
    private long rejected;

    /** Begins the COPY into the feed's landing table, which exists. */
    public CopyRowSink(Connection connection, FeedDefinition feed) throws SQLException {
        this.connection = connection;
        boolean[] inHash = new boolean[feed.columns().size()];
        for (int i = 0; i < inHash.length; i++) {
            inHash[i] = feed.columns().get(i).inHash();
        }
        this.row = new CopyRow(inHash);
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(LandingTable.copy(feed));
        row.head();
    }

    /** The lines from here on belong to this file; its counts begin at 0. */
    public void start(long file) {
        fileId = file;
        remarks.clear();
        landed = 0;
        skipped = 0;
        rejected = 0;
    }

    @Override
    public RowWriter begin(long lineNumber) {
        row.begin(fileId, lineNumber);
        open = true;
        return row;
    }

    @Override
    public void end(List<Reason> warnings, String field) throws IOException {
        row.end(warnings, field);
        open = false;
        landed++;
        landedInAll++;
        if (row.length() >= SEND_AT) {
            send();
        }
    }

    @Override
    public void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field) throws IOException {
        refuse(lineNumber, outcome, reasons, field, List.of());
    }

    @Override
    public void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field, List<String> key)
            throws IOException {
        if (open) {
            row.forget();
            open = false;
        }
        skipped += outcome == Outcome.SKIPPED ? 1 : 0;
        rejected += outcome == Outcome.REJECTED ? 1 : 0;
        lines.add(fileId, lineNumber, outcome, reasons, field, key);
    }

    @Override
    public void remark(Reason reason) {
        if (!remarks.contains(reason)) {
            remarks.add(reason);
        }
    }

    /** The file is read again: what was remarked of it the first time stands. */
    public void forgetRemarks() {
        remarks.clear();
    }

    private void send() throws IOException {
        try {
            copy.writeToCopy(row.buffer(), 0, row.length());
        } catch (SQLException e) {
            throw new IOException("COPY into landing failed, SQLSTATE " + e.getSQLState() + ".", e);
        }
        row.sent();
    }

    /**
     * Ends the COPY.
     *
     * @throws RowsLostException when the server counts other rows than the reader
     */
    public void finishRows() throws IOException, SQLException {
        row.tail();
        send();
        long copied = copy.endCopy();
        if (copied != landedInAll) {
            throw new RowsLostException(landedInAll, copied);
        }
    }

    /** Writes the ledger; after {@link #finishRows}. What is remarked of the file is one line of its own. */
    public void finishLines() throws IOException, SQLException {
        if (!remarks.isEmpty()) {
            lines.add(fileId, null, Outcome.APPLIED_WITH_WARNING, remarks, null, List.of());
        }
        lines.copy(connection);
    }

    /** Rows of the current file that went into landing. */
    public long landed() {
        return landed;
    }

    /** Lines of the current file that are no record. */
    public long skipped() {
        return skipped;
    }

    /** Lines of the current file that were refused. */
    public long rejected() {
        return rejected;
    }

    @Override
    public void close() throws IOException, SQLException {
        lines.close();
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
