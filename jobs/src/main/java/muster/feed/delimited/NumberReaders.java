package muster.feed.delimited;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.ColumnType;
import muster.feed.NhsNumber;
import muster.feed.Reason;
import muster.feed.RowWriter;

/** Readers of NHS numbers, whole numbers and truth values. */
final class NumberReaders {

    private NumberReaders() {}

    /** NHS numbers: blanks and hyphens left out, ten digits, right check digit ({@code feeds.md} 1.1). */
    static final class Nhs extends ColumnReader {
        private final byte[] digits = new byte[NhsNumber.LENGTH];
        private final List<String> none;
        private final Pattern nonePattern;
        private final boolean rejectTestNumbers;

        Nhs(FeedColumn column, int index, List<String> none, boolean rejectTestNumbers) {
            super(column, index);
            this.none = none;
            this.nonePattern = column.nonePattern() == null ? null : Pattern.compile(column.nonePattern());
            this.rejectTestNumbers = rejectTestNumbers;
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            int length = clean(text);
            if (length == NhsNumber.LENGTH && NhsNumber.hasRightCheckDigit(digits, 0) && !allZero()) {
                write(row, out);
            } else if (length == 0 || standsForNone(text.string(), length)) {
                missing(row, out);
            } else {
                bad(length == NhsNumber.LENGTH ? Reason.NHS_CHECK_DIGIT : Reason.NHS_FORMAT, text, row, out);
            }
        }

        /** Ten digits are a number, right or wrong; other texts may be an older kind of number, which is none. */
        private boolean standsForNone(String text, int length) {
            return none.contains(text.toLowerCase(Locale.ROOT))
                    || (nonePattern != null
                            && length != NhsNumber.LENGTH
                            && nonePattern.matcher(text).matches());
        }

        private void write(RowState row, RowWriter out) throws IOException {
            if (rejectTestNumbers && digits[0] == '9') {
                row.refuse(Reason.TEST_NUMBER, field);
            }
            row.has(index, column.role());
            out.text(digits, 0, NhsNumber.LENGTH);
        }

        private boolean allZero() {
            for (byte digit : digits) {
                if (digit != '0') {
                    return false;
                }
            }
            return true;
        }

        /** Copies the digits; gives their number, or -1 where other characters or too many digits stand there. */
        private int clean(Slice text) {
            int length = 0;
            for (int i = text.from; i < text.to; i++) {
                byte b = text.bytes[i];
                if (b >= '0' && b <= '9') {
                    if (length == NhsNumber.LENGTH) {
                        return -1;
                    }
                    digits[length++] = b;
                } else if (!separator(text, i, b)) {
                    return -1;
                }
            }
            return column.padded() && length > 0 ? pad(length) : length;
        }

        /** Blank, hyphen, or either byte of a no-break space. */
        private static boolean separator(Slice text, int at, byte b) {
            if (b == ' ' || b == '-') {
                return true;
            }
            return text.nonAscii
                    && (b == (byte) 0xC2
                            ? at + 1 < text.to && text.bytes[at + 1] == (byte) 0xA0
                            : b == (byte) 0xA0 && at > text.from && text.bytes[at - 1] == (byte) 0xC2);
        }

        private int pad(int length) {
            int shift = NhsNumber.LENGTH - length;
            System.arraycopy(digits, 0, digits, shift, length);
            Arrays.fill(digits, 0, shift, (byte) '0');
            return NhsNumber.LENGTH;
        }
    }

    /** Whole numbers within their bounds. */
    static final class Whole extends ColumnReader {
        private static final int MOST_DIGITS = 18;

        Whole(FeedColumn column, int index) {
            super(column, index);
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            long value = 0;
            boolean number = text.length() <= MOST_DIGITS;
            for (int i = text.from; number && i < text.to; i++) {
                byte b = text.bytes[i];
                number = b >= '0' && b <= '9';
                value = value * 10 + b - '0';
            }
            if (!number || value < lowest() || value > highest()) {
                bad(reasonOr(Reason.NUMBER_FORMAT), text, row, out);
                return;
            }
            row.has(index, column.role());
            row.number[index] = value;
            if (column.type() == ColumnType.INTEGER) {
                out.integer((int) value);
            } else {
                out.bigint(value);
            }
        }

        private long lowest() {
            return column.min() == null ? 0 : column.min();
        }

        private long highest() {
            long widest = column.type() == ColumnType.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
            return column.maxValue() == null ? widest : Math.min(widest, column.maxValue());
        }
    }

    /** Truth values: TRUE and FALSE, Y and N, 1 and 0, in any case. */
    static final class Truth extends ColumnReader {
        Truth(FeedColumn column, int index) {
            super(column, index);
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            switch (text.string().toLowerCase(Locale.ROOT)) {
                case "true", "y", "yes", "1" -> write(true, row, out);
                case "false", "n", "no", "0" -> write(false, row, out);
                default -> bad(reasonOr(Reason.UNKNOWN_CODE), text, row, out);
            }
        }

        private void write(boolean truth, RowState row, RowWriter out) throws IOException {
            row.has(index, column.role());
            row.number[index] = truth ? 1 : 0;
            out.bool(truth);
        }
    }

    /** What was sent in a column that could not be read; else nothing. */
    static final class Evidence extends ColumnReader {
        private final int of;

        Evidence(FeedColumn column, int index, int of) {
            super(column, index);
            this.of = of;
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            if (row.unreadable[of]) {
                out.text(text.bytes, text.from, text.to);
            } else {
                out.nothing();
            }
        }
    }
}
