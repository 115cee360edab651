package muster.feed.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.definition.feed.IntakeSettings;
import muster.definition.feed.IntakeSettings.ParquetLimits;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.delimited.RecordRows;
import muster.feed.parquet.Footer.Group;
import muster.feed.parquet.Footer.Leaf;

/**
 * Reads a Parquet file as the CSV file that would say the same: columns by name, whole numbers as digits, truth values
 * as words, absent values as empty fields. The line of a row is its number in the file, from 1 (rulings 3).
 *
 * <p>Row by row over all columns that the feed uses, one page of each held; nothing is made of a length that the file
 * only claims.
 */
public final class ParquetFeedReader implements FeedReader {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;

    /** True for bytes that begin as a Parquet file does. */
    static boolean begins(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.size() == 0) {
                throw new FileRefusedException(Reason.FILE_EMPTY, "The file is empty.");
            }
            new Reading(channel, context, sink).run();
        }
    }

    /** The state of reading one file. */
    private static final class Reading {
        private final FileChannel file;
        private final IntakeSettings limits;
        private final Footer footer;
        private final RowText row;
        private final RecordRows rows;
        private final List<Integer> fields = new ArrayList<>();
        private final Held held;
        private final long mostText;
        private long text;

        Reading(FileChannel file, FileContext context, RowSink sink) throws IOException {
            this.file = file;
            this.limits = context.settings();
            ParquetLimits parquet = limits.parquet();
            this.held = new Held(parquet.maxHeldBytes());
            this.mostText = Math.max(parquet.freeBytes(), file.size() * parquet.maxGrowth());
            this.footer = footer();
            this.row = new RowText(footer.leaves().size(), limits);
            this.rows = new RecordRows(
                    context, footer.leaves().stream().map(Leaf::name).toList(), row, sink);
            for (int i = 0; i < footer.leaves().size(); i++) {
                use(i, footer.leaves().get(i));
            }
            if (footer.rows() > mostText / Math.max(1, fields.size())) {
                throw ParquetFault.limit("Far more rows than a file of its length can hold.");
            }
        }

        private void use(int field, Leaf leaf) {
            if (rows.uses(field)) {
                if (!leaf.flat() || leaf.kind() == null) {
                    throw ParquetFault.schema(
                            "The column " + (field + 1) + " is neither text, number nor truth value.");
                }
                fields.add(field);
            }
        }

        private Footer footer() throws IOException {
            long size = file.size();
            if (size < MAGIC.length + TAIL || !begins(bytes(0, MAGIC.length))) {
                throw ParquetFault.broken("The file does not begin as a Parquet file.");
            }
            byte[] tail = bytes(size - TAIL, TAIL);
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (!begins(Arrays.copyOfRange(tail, Integer.BYTES, TAIL))
                    || length < 0
                    || length > size - MAGIC.length - TAIL) {
                throw ParquetFault.broken("The file does not end as a Parquet file.");
            }
            if (length > limits.parquet().maxFooterBytes()) {
                throw ParquetFault.limit("The footer is larger than the limit.");
            }
            long from = size - TAIL - length;
            return Footer.read(bytes(from, length), from, limits.maxColumns());
        }

        private byte[] bytes(long from, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (file.read(bytes, from + bytes.position()) < 0) {
                    throw ParquetFault.broken("The file ends too early.");
                }
            }
            return bytes.array();
        }

        void run() throws IOException {
            for (Group group : footer.groups()) {
                List<ColumnCursor> cursors = new ArrayList<>();
                for (int field : fields) {
                    if (group.chunks().get(field).values() != group.rows()) {
                        throw ParquetFault.broken("A column has not a value for each row.");
                    }
                    Leaf leaf = footer.leaves().get(field);
                    cursors.add(new ColumnCursor(file, group.chunks().get(field), leaf, field, limits, held));
                }
                for (long i = 0; i < group.rows(); i++) {
                    next(cursors);
                }
                cursors.forEach(ColumnCursor::close);
            }
        }

        private void next(List<ColumnCursor> cursors) throws IOException {
            row.begin();
            for (ColumnCursor cursor : cursors) {
                cursor.next(row);
            }
            text += row.length() + cursors.size();
            if (text > mostText) {
                throw ParquetFault.limit("Far more text than a file of its length can hold.");
            }
            if (!rows.blank()) {
                rows.take();
            }
        }
    }
}
