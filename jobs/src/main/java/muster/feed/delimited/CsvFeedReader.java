package muster.feed.delimited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.ColumnType;
import muster.definition.feed.FeedColumn.Role;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.NhsNumber;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;

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
        private final ColumnReader[] columns;
        private final RowRules rules;
        private final RowState row;
        private final Slice slice = new Slice();
        private int numberField = -1;
        private int localField = -1;

        Reading(FileContext context, RecordScanner scanner, RowSink sink) throws IOException {
            this.context = context;
            this.feed = context.definition();
            this.scanner = scanner;
            this.sink = sink;
            this.header = feed.layout().header() == HeaderPolicy.NONE ? new Header(feed) : new Header(feed, titles());
            this.columns = ColumnReaders.of(context);
            this.rules = new RowRules(context);
            this.row = new RowState(columns.length);
            for (int i = 0; i < columns.length; i++) {
                FeedColumn column = feed.columns().get(i);
                numberField = column.role() == Role.NHS_NUMBER ? header.field(i) : numberField;
                localField = column.role() == Role.LOCAL_IDENTIFIER ? header.field(i) : localField;
            }
        }

        private List<String> titles() throws IOException {
            List<String> titles = Header.firstRecord(scanner, slice);
            if (titles.size() > context.settings().maxColumns()) {
                throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "More columns than the limit.");
            }
            return titles;
        }

        void run() throws IOException {
            boolean first = true;
            while (scanner.next()) {
                scanner.unescape();
                if (!blank() && !(first && instruction())) {
                    record();
                }
                first = false;
            }
        }

        private void record() throws IOException {
            if (header.repeats(scanner, slice)) {
                sink.refuse(scanner.line(), Outcome.SKIPPED, List.of(Reason.REPEATED_HEADER), null);
                return;
            }
            count();
            if (scanner.fields() != header.width()) {
                refuse(Reason.FIELD_COUNT, -1);
            } else if (scanner.controlField() >= 0) {
                refuse(Reason.CONTROL_CHARACTER, scanner.controlField());
            } else if (scanner.quotingField() >= 0) {
                refuse(Reason.QUOTING, scanner.quotingField());
            } else {
                values();
            }
        }

        private void refuse(Reason reason, int field) throws IOException {
            String title = field < 0 ? null : header.title(feed, field);
            sink.refuse(scanner.line(), Outcome.REJECTED, List.of(reason), title);
        }

        private void values() throws IOException {
            row.clear();
            RowWriter out = sink.begin(scanner.line());
            for (int i = 0; i < columns.length; i++) {
                if (columns[i] instanceof TextReaders.FromName fromName) {
                    fromName.write(row, out);
                } else {
                    select(header.field(i));
                    columns[i].read(slice, row, out);
                }
            }
            rules.check(row);
            if (row.refused()) {
                sink.refuse(scanner.line(), Outcome.REJECTED, row.reasons(), row.refusedField(), key());
            } else {
                sink.end(row.warnings(), row.warnedField());
            }
        }

        /** The refused record's own key: a full list that holds it in a bad line has not lost it. */
        private List<String> key() {
            List<String> values = new ArrayList<>();
            for (String name : feed.key()) {
                for (int i = 0; i < columns.length; i++) {
                    if (feed.columns().get(i).name().equals(name) && select(header.field(i))) {
                        String value = slice.string().strip();
                        boolean code = feed.columns().get(i).type() == ColumnType.ORGANISATION;
                        values.add(code ? value.toUpperCase(Locale.ROOT) : value);
                    }
                }
            }
            return values.size() == feed.key().size() ? values : List.of();
        }

        /** Reports the row to the control totals, whatever becomes of it. */
        private void count() {
            context.totals().row();
            boolean byNumber = false;
            if (select(numberField)) {
                context.totals().number(slice.bytes, slice.from, slice.to);
                byNumber = slice.length() > NhsNumber.LENGTH
                        || !context.settings()
                                .noNumber()
                                .contains(slice.string().toLowerCase(Locale.ROOT));
            }
            if (byNumber || select(localField)) {
                context.totals().child(byNumber, slice.bytes, slice.from, slice.to);
            }
        }

        /** Points the slice at a field; false where the record has none, or an empty one. */
        private boolean select(int field) {
            if (field < 0 || field >= scanner.fields()) {
                slice.setEmpty();
                return false;
            }
            slice.set(scanner.buffer(), scanner.start(field), scanner.end(field), scanner.nonAscii(field));
            return !slice.isEmpty();
        }

        private boolean blank() {
            for (int i = 0; i < scanner.fields(); i++) {
                if (select(i)) {
                    return false;
                }
            }
            return scanner.controlField() < 0;
        }

        /** A row of instructions may stand directly under the header ({@code feeds.md} 1.6). */
        private boolean instruction() {
            if (!feed.layout().instructionRow() || !select(0)) {
                return false;
            }
            String start = slice.string();
            return context.settings().instructionWords().stream()
                    .anyMatch(word -> start.regionMatches(true, 0, word, 0, word.length()));
        }
    }
}
