package muster.feed.delimited;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.ColumnType;
import muster.definition.feed.FeedColumn.Role;
import muster.definition.feed.FeedDefinition;
import muster.feed.FileContext;
import muster.feed.NhsNumber;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;

/**
 * From the fields of a record to its typed row, by the feed's definition alone: the readers of its columns, the rules
 * across them, the control totals. Shared by all formats whose records have named fields, so that a value means the
 * same in each of them.
 */
public final class RecordRows {

    private final FileContext context;
    private final FeedDefinition feed;
    private final FieldText record;
    private final RowSink sink;
    private final Header header;
    private final ColumnReader[] columns;
    private final RowRules rules;
    private final RowState row;
    private final Slice slice = new Slice();
    private int numberField = -1;
    private int localField = -1;
    private final AgeLimit age;

    /**
     * For a format whose header is a list of titles.
     *
     * @throws muster.feed.FileRefusedException HEADER_MISMATCH where they are not the feed's
     */
    public RecordRows(FileContext context, List<String> titles, FieldText record, RowSink sink) {
        this(context, new Header(context.definition(), titles), record, sink);
    }

    /** For a format without a header: its fields by the positions that the definition gives. */
    public RecordRows(FileContext context, FieldText record, RowSink sink) {
        this(context, new Header(context.definition()), record, sink);
    }

    RecordRows(FileContext context, Header header, FieldText record, RowSink sink) {
        this.context = context;
        this.feed = context.definition();
        this.header = header;
        this.record = record;
        this.sink = sink;
        this.columns = ColumnReaders.of(context);
        this.rules = new RowRules(context);
        this.row = new RowState(columns.length);
        this.age = AgeLimit.of(context);
        for (int i = 0; i < columns.length; i++) {
            FeedColumn column = feed.columns().get(i);
            numberField = column.role() == Role.NHS_NUMBER ? header.field(i) : numberField;
            localField = column.role() == Role.LOCAL_IDENTIFIER ? header.field(i) : localField;
        }
    }

    /** True where a field of the file holds a column of the feed. */
    public boolean uses(int field) {
        for (int i = 0; i < columns.length; i++) {
            if (header.field(i) == field) {
                return true;
            }
        }
        return false;
    }

    /** True where the record has nothing in any field; it is then no row. */
    public boolean blank() {
        for (int i = 0; i < record.fields(); i++) {
            if (select(i, slice)) {
                return false;
            }
        }
        return record.controlField() < 0;
    }

    /** Counts the record and hands over its row, or refuses its line. */
    public void take() throws IOException {
        if (record.fields() != header.width()) {
            refuse(Reason.FIELD_COUNT, -1);
        } else if (record.controlField() >= 0) {
            refuse(Reason.CONTROL_CHARACTER, record.controlField());
        } else if (tooLong() >= 0) {
            refuse(Reason.FIELD_TOO_LONG, tooLong());
        } else {
            count();
            values();
        }
    }

    /** Counts the record and refuses its line; -1 where no field is to blame. */
    public void refuse(Reason reason, int field) throws IOException {
        count();
        String title = field < 0 ? null : header.title(feed, field);
        List<String> key = field < 0 ? List.of() : key();
        sink.refuse(record.line(), Outcome.REJECTED, List.of(reason), title, key);
    }

    private void values() throws IOException {
        row.clear();
        RowWriter out = sink.begin(record.line());
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] instanceof TextReaders.FromName fromName) {
                fromName.write(row, out);
            } else {
                select(header.field(i), slice);
                columns[i].read(slice, row, out);
            }
        }
        rules.check(row);
        if (age.excludes(row)) {
            sink.refuse(record.line(), Outcome.SKIPPED, List.of(Reason.OUT_OF_SCOPE), age.field());
        } else if (row.refused()) {
            sink.refuse(record.line(), Outcome.REJECTED, row.reasons(), row.refusedField(), key());
        } else {
            sink.end(row.warnings(), row.warnedField());
        }
    }

    /** The first field longer than the format allows, whether a column uses it or not; -1 for none. */
    private int tooLong() {
        Integer most = feed.layout().maxFieldCharacters();
        for (int i = 0; most != null && i < record.fields(); i++) {
            boolean longer = record.end(i) - record.start(i) > most;
            if (longer
                    && select(i, slice)
                    && slice.string().codePointCount(0, slice.string().length()) > most) {
                return i;
            }
        }
        return -1;
    }

    /** The refused record's own key: a full list that holds it in a bad line has not lost it. */
    private List<String> key() {
        List<String> values = new ArrayList<>();
        for (String name : feed.key()) {
            for (int i = 0; i < columns.length; i++) {
                if (feed.columns().get(i).name().equals(name) && select(header.field(i), slice)) {
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
        if (select(numberField, slice)) {
            context.totals().number(slice.bytes, slice.from, slice.to);
            byNumber = slice.length() > NhsNumber.LENGTH
                    || !context.settings().noNumber().contains(slice.string().toLowerCase(Locale.ROOT));
        }
        if (byNumber || select(localField, slice)) {
            context.totals().child(byNumber, slice.bytes, slice.from, slice.to);
        }
    }

    /** Points a slice at a field; false where the record has none, or an empty one. */
    boolean select(int field, Slice target) {
        if (field < 0 || field >= record.fields()) {
            target.setEmpty();
            return false;
        }
        target.set(record.buffer(), record.start(field), record.end(field), record.nonAscii(field));
        return !target.isEmpty();
    }
}
