package muster.feed.delimited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;

/**
 * Reads every delimited feed, driven by its definition alone ({@code feeds.md} 1.1 to 1.6, rulings 3).
 *
 * <p>One pass over the rows, one buffer, no object for a field: what a row alone can tell is decided here, and only
 * that.
 */
public final class CsvFeedReader implements FeedReader {

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        if (Files.size(file) == 0) {
            throw new FileRefusedException(Reason.FILE_EMPTY, "The file has no header.");
        }
        try (RecordScanner scanner = new RecordScanner(
                TextEncoding.of(file).open(file), context.definition().layout(), context.settings())) {
            new Reading(context, scanner, sink).run();
        }
    }

    /** The state of reading one file. */
    private static final class Reading {
        private final FileContext context;
        private final FeedDefinition feed;
        private final RecordScanner scanner;
        private final RowSink sink;
        private final Header header;
        private final RecordRows rows;
        private final Slice slice = new Slice();
        private int records;

        Reading(FileContext file, RecordScanner scanner, RowSink sink) throws IOException {
            this.scanner = scanner;
            this.sink = sink;
            boolean titled = file.definition().layout().header() != HeaderPolicy.NONE;
            List<String> titles = titled ? titles(file) : List.of();
            this.context = LayoutChoice.of(file, titles);
            this.feed = context.definition();
            this.header = titled ? new Header(feed, titles) : new Header(feed);
            this.rows = new RecordRows(context, header, scanner, sink);
        }

        private List<String> titles(FileContext file) throws IOException {
            List<String> titles = Header.firstRecord(scanner, slice);
            if (titles.size() > file.settings().maxColumns()) {
                throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "More columns than the limit.");
            }
            return titles;
        }

        void run() throws IOException {
            boolean first = true;
            while (scanner.next()) {
                scanner.unescape();
                if (!rows.blank() && !(first && instruction())) {
                    record();
                }
                first = false;
            }
        }

        private void record() throws IOException {
            records++;
            if (feed.layout().maxRows() != null && records > feed.layout().maxRows()) {
                throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "More rows than the format allows.");
            }
            if (header.repeats(scanner, slice)) {
                sink.refuse(scanner.line(), Outcome.SKIPPED, List.of(Reason.REPEATED_HEADER), null);
            } else if (scanner.quotingField() >= 0
                    && scanner.controlField() < 0
                    && scanner.fields() == header.width()) {
                rows.refuse(Reason.QUOTING, scanner.quotingField());
            } else {
                rows.take();
            }
        }

        /** A row of instructions may stand directly under the header ({@code feeds.md} 1.6). */
        private boolean instruction() {
            if (!feed.layout().instructionRow() || !rows.select(0, slice)) {
                return false;
            }
            String start = slice.string();
            return context.settings().instructionWords().stream()
                    .anyMatch(word -> start.regionMatches(true, 0, word, 0, word.length()));
        }
    }
}
