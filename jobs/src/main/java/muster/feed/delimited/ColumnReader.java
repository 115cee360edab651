package muster.feed.delimited;

import java.io.IOException;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.Role;
import muster.definition.feed.FeedColumn.WhenBad;
import muster.definition.feed.FeedColumn.WhenMissing;
import muster.feed.Reason;
import muster.feed.RowWriter;

/** Reads the text of one column into its typed value, and says what is wrong with it. Exactly one value is written. */
abstract class ColumnReader {

    final FeedColumn column;
    final int index;
    /** Name of the field in reports: the title in the file, else the column. */
    final String field;

    ColumnReader(FeedColumn column, int index) {
        this.column = column;
        this.index = index;
        this.field = column.header() == null ? column.name() : column.header();
    }

    /** Reads a field, empty or not. */
    final void read(Slice text, RowState row, RowWriter out) throws IOException {
        if (text.isEmpty()) {
            missing(row, out);
        } else {
            readText(text, row, out);
        }
    }

    /** Reads a text that is not empty. */
    abstract void readText(Slice text, RowState row, RowWriter out) throws IOException;

    final void missing(RowState row, RowWriter out) throws IOException {
        if (column.whenMissing() == WhenMissing.REFUSE) {
            row.refuse(column.role() == Role.BIRTH_DATE ? Reason.DOB_MISSING : Reason.MANDATORY_MISSING, field);
        } else if (column.whenMissing() == WhenMissing.WARN) {
            row.warn(missingReason(), field);
        }
        out.nothing();
    }

    private Reason missingReason() {
        return switch (column.role()) {
            case NHS_NUMBER -> Reason.NHS_MISSING;
            case BIRTH_DATE -> Reason.DOB_MISSING;
            case FAMILY_NAME, GIVEN_NAME -> Reason.NAME_MISSING;
            default -> Reason.MANDATORY_MISSING;
        };
    }

    final void bad(Reason reason, Slice text, RowState row, RowWriter out) throws IOException {
        row.unreadable[index] = true;
        if (column.whenBad() == WhenBad.REFUSE) {
            row.refuse(reason, field);
            out.nothing();
        } else {
            row.warn(reason, field);
            if (column.whenBad() == WhenBad.KEEP) {
                row.has(index, column.role());
                out.text(text.bytes, text.from, text.to);
            } else {
                out.nothing();
            }
        }
    }

    /** The definition's own reason code for a bad value, where it names one. */
    final Reason reasonOr(Reason usual) {
        return column.reason() == null ? usual : Reason.valueOf(column.reason());
    }

    final void tooLong(RowState row, RowWriter out) throws IOException {
        row.unreadable[index] = true;
        row.refuse(Reason.FIELD_TOO_LONG, field);
        out.nothing();
    }
}
