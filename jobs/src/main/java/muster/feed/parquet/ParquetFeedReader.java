package muster.feed.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.definition.feed.IntakeSettings;
import muster.definition.feed.IntakeSettings.ParquetLimits;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.RowSink;
import muster.feed.delimited.RecordRows;
import muster.feed.parquet.child.FrameKind;

/**
 * Reads a Parquet file as the CSV file that would say the same: columns by name, whole numbers as digits, truth values
 * as words, absent values as empty fields. The line of a row is its number in the file, from 1 (rulings 3).
 *
 * <p>A {@link ParquetProcess} unpacks the file. What it says is taken as coming from the file itself: no length is
 * believed beyond the limits, and whatever becomes of it refuses the file and stops nothing else.
 */
public final class ParquetFeedReader implements FeedReader {

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        ParquetLimits limits = context.settings().parquet();
        long size = FileEnds.check(file, limits.maxFooterBytes());
        try (ParquetProcess process = ParquetProcess.start(file, limits)) {
            new Reading(process, size, context, sink).run();
        } catch (BufferUnderflowException e) {
            throw ParquetFault.broken("A row ends too early.");
        }
    }

    /** The state of reading one file. */
    private static final class Reading {
        private final ParquetProcess process;
        private final FileContext context;
        private final IntakeSettings settings;
        private final RowSink sink;
        private final long mostText;
        private final List<String> titles = new ArrayList<>();
        private final List<Integer> sent = new ArrayList<>();
        private long text;

        Reading(ParquetProcess process, long size, FileContext context, RowSink sink) {
            this.process = process;
            this.context = context;
            this.settings = context.settings();
            this.sink = sink;
            ParquetLimits limits = settings.parquet();
            this.mostText = Math.max(limits.freeBytes(), size * limits.maxGrowth());
        }

        void run() throws IOException {
            columns();
            RowText row = new RowText(titles.size(), settings);
            RecordRows rows = new RecordRows(context, titles, row, sink);
            int[] fields = new int[sent.size()];
            for (int field = 0; field < titles.size(); field++) {
                if (sent.contains(field)) {
                    fields[sent.indexOf(field)] = rows.uses(field) ? field : RowText.UNUSED;
                } else if (rows.uses(field)) {
                    throw ParquetFault.schema(
                            "The column " + (field + 1) + " is neither text, number nor truth value.");
                }
            }
            int mostBytes = settings.maxLineBytes() + Integer.BYTES * sent.size();
            FrameKind kind;
            while ((kind = next(mostBytes)) == FrameKind.ROW) {
                row.set(process.body(), process.length(), fields);
                take(row, rows);
            }
            if (kind != FrameKind.END) {
                throw ParquetFault.broken("Its reader said what cannot be understood.");
            }
        }

        private void columns() {
            if (next(settings.maxLineBytes()) != FrameKind.COLUMNS) {
                throw ParquetFault.broken("The file has no columns.");
            }
            ByteBuffer body = ByteBuffer.wrap(process.body(), 0, process.length());
            while (body.hasRemaining()) {
                if (titles.size() == settings.maxColumns()) {
                    throw ParquetFault.limit("More columns than the limit.");
                }
                byte[] name = new byte[Math.max(0, Math.min(body.getInt(), body.remaining()))];
                body.get(name);
                if (body.get() != 0) {
                    sent.add(titles.size());
                }
                titles.add(new String(name, StandardCharsets.UTF_8));
            }
        }

        /** The next frame: columns, a row or the end. */
        private FrameKind next(int mostBytes) {
            FrameKind kind = process.next(mostBytes);
            if (kind == FrameKind.TOO_LARGE) {
                throw ParquetFault.limit("A row group is larger than the limit.");
            }
            if (kind == FrameKind.BROKEN) {
                throw ParquetFault.broken("The file is damaged, or packed in a way that is not taken.");
            }
            return kind;
        }

        private void take(RowText row, RecordRows rows) throws IOException {
            text += row.length() + sent.size();
            if (text > mostText) {
                throw ParquetFault.limit("Far more text than a file of its length can hold.");
            }
            if (!rows.blank()) {
                rows.take();
            }
        }
    }
}
