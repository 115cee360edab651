package muster.feed.delimited;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import muster.definition.feed.FeedColumn;
import muster.feed.Reason;
import muster.feed.RowWriter;

/** Readers of columns that hold text as it was sent, in one spelling. */
final class TextReaders {

    private TextReaders() {}

    private static boolean exceeds(FeedColumn column, int characters) {
        return column.max() != null && characters > column.max();
    }

    /** Any text; typographic apostrophes become plain ones ({@code feeds.md} 1.6). */
    static final class Text extends ColumnReader {
        private final Pattern pattern;

        Text(FeedColumn column, int index) {
            super(column, index);
            pattern = column.pattern() == null ? null : Pattern.compile(column.pattern());
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            if (pattern != null && !pattern.matcher(text.string()).matches()) {
                bad(reasonOr(Reason.UNKNOWN_CODE), text, row, out);
            } else if (text.nonAscii) {
                readUnicode(text.string(), row, out);
            } else if (exceeds(column, text.length())) {
                tooLong(row, out);
            } else {
                row.has(index, column.role());
                out.text(text.bytes, text.from, text.to);
            }
        }

        private void readUnicode(String text, RowState row, RowWriter out) throws IOException {
            String plain = text.replace('\u2019', '\'').replace('\u2018', '\'').replace('\u02BC', '\'');
            if (exceeds(column, plain.codePointCount(0, plain.length()))) {
                tooLong(row, out);
            } else {
                row.has(index, column.role());
                out.text(plain);
            }
        }
    }

    /** Organisation codes: upper case ({@code feeds.md} 1.4). Whether the organisation exists is not the row's to say. */
    static final class Organisation extends ColumnReader {
        private final byte[] upper = new byte[1 << 8];

        Organisation(FeedColumn column, int index) {
            super(column, index);
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            int length = text.length();
            if (length > upper.length || exceeds(column, length)) {
                tooLong(row, out);
                return;
            }
            for (int i = 0; i < length; i++) {
                upper[i] = upper(text.bytes[text.from + i]);
            }
            row.has(index, column.role());
            out.text(upper, 0, length);
        }
    }

    /** Postcodes: upper case, one space before the inward part; pseudo-postcodes as typed ({@code feeds.md} 1.3). */
    static final class Postcode extends ColumnReader {
        private static final int INWARD = 3;
        private static final int SHORTEST = 5;
        private static final int LONGEST = 7;
        private final byte[] compact = new byte[LONGEST + 1];

        Postcode(FeedColumn column, int index) {
            super(column, index);
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            int length = compact(text);
            row.has(index, column.role());
            if (length > 0) {
                out.text(compact, 0, length);
            } else if (exceeds(column, text.string().length())) {
                tooLong(row, out);
            } else {
                out.text(text.string().toUpperCase(Locale.ROOT));
            }
        }

        /** Fills the buffer with the usual form and gives its length; 0 where the text is no ordinary postcode. */
        private int compact(Slice text) {
            int length = 0;
            for (int i = text.from; i < text.to; i++) {
                byte b = upper(text.bytes[i]);
                if (b != ' ') {
                    boolean usable = isLetter(b) || isDigit(b);
                    if (!usable || length == LONGEST) {
                        return 0;
                    }
                    compact[length++] = b;
                }
            }
            if (length < SHORTEST || !ordinary(length)) {
                return 0;
            }
            System.arraycopy(compact, length - INWARD, compact, length - INWARD + 1, INWARD);
            compact[length - INWARD] = ' ';
            return length + 1;
        }

        private boolean ordinary(int length) {
            return isLetter(compact[0])
                    && isDigit(compact[length - INWARD])
                    && isLetter(compact[length - 2])
                    && isLetter(compact[length - 1])
                    && (isDigit(compact[1]) || isDigit(compact[2]));
        }
    }

    /** Times of day, {@code hh:mm}, kept as text. */
    static final class TimeOfDay extends ColumnReader {
        TimeOfDay(FeedColumn column, int index) {
            super(column, index);
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            if (!text.string().matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
                bad(Reason.TIMESTAMP_INVALID, text, row, out);
                return;
            }
            row.has(index, column.role());
            out.text(text.bytes, text.from, text.to);
        }
    }

    /** A value that the file name gives; the same for every row. */
    static final class FromName extends ColumnReader {
        private final String value;

        FromName(FeedColumn column, int index, String value) {
            super(column, index);
            this.value = value == null ? null : value.toUpperCase(Locale.ROOT);
        }

        void write(RowState row, RowWriter out) throws IOException {
            if (value == null) {
                out.nothing();
            } else {
                row.has(index, column.role());
                out.text(value);
            }
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) {
            throw new IllegalStateException("The value of " + field + " comes from the file name.");
        }
    }

    static byte upper(byte b) {
        return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
