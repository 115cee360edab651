package muster.feed.delimited;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.Format;
import muster.definition.feed.FeedColumn.Future;
import muster.definition.feed.FeedColumn.Partial;
import muster.definition.feed.FeedColumn.Role;
import muster.definition.feed.FeedColumn.WhenBad;
import muster.definition.feed.FeedColumn.WhenMissing;
import muster.feed.Reason;
import muster.feed.RowWriter;

/** Readers of dates and instants ({@code feeds.md} 1.2). */
final class DateReaders {

    private static final long MICROS_A_SECOND = 1_000_000L;
    private static final long SECONDS_A_DAY = 86_400L;

    private DateReaders() {}

    /** Digits of the text as a number; -1 where anything else stands there. */
    private static int number(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Epoch day of a date that exists; {@code Long.MIN_VALUE} otherwise. */
    private static long day(int year, int month, int dayOfMonth) {
        if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) {
            return Long.MIN_VALUE;
        }
        return LocalDate.of(year, month, dayOfMonth).toEpochDay();
    }

    private static int lengthOfMonth(int year, int month) {
        if (month == 2) {
            return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static long parse(byte[] b, int from, Format format) {
        if (format == Format.COMPACT) {
            return day(number(b, from, 4), number(b, from + 4, 2), number(b, from + 6, 2));
        }
        return b[from + 4] == '-' && b[from + 7] == '-'
                ? day(number(b, from, 4), number(b, from + 5, 2), number(b, from + 8, 2))
                : Long.MIN_VALUE;
    }

    /** Dates; sentinels mean "none", partial dates what the definition says. */
    static final class Day extends ColumnReader {
        private final long[] sentinels;
        private final long today;

        Day(FeedColumn column, int index, long[] sentinels, LocalDate businessDate) {
            super(column, index);
            this.sentinels = sentinels;
            this.today = businessDate.toEpochDay();
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            boolean slashed = column.format() == Format.MIXED && hasSlash(text);
            Format format = column.format() == Format.MIXED ? likely(text) : column.format();
            int whole = format == Format.COMPACT ? 8 : 10;
            long day = slashed
                    ? dayMonthYear(text)
                    : text.length() == whole ? parse(text.bytes, text.from, format) : partial(text);
            boolean isPartial = !slashed && text.length() != whole && day != Long.MIN_VALUE;
            if (day == Long.MIN_VALUE || (isPartial && column.partial() == Partial.BAD)) {
                bad(reasonOr(Reason.DATE_FORMAT), text, row, out);
            } else if (isPartial && column.partial() == Partial.EMPTY) {
                row.unreadable[index] = true;
                row.warn(Reason.DOB_PARTIAL, field);
                out.nothing();
            } else if (Arrays.binarySearch(sentinels, day) >= 0) {
                sentinel(row, out);
            } else if (day > today && column.future() != Future.ALLOW) {
                future(row, out);
            } else {
                row.has(index, column.role());
                row.number[index] = day;
                out.date(day);
            }
        }

        private static boolean hasSlash(Slice text) {
            for (int i = text.from; i < text.to; i++) {
                if (text.bytes[i] == '/') {
                    return true;
                }
            }
            return false;
        }

        private static Format likely(Slice text) {
            return text.length() == 8 ? Format.COMPACT : Format.ISO;
        }

        /** {@code dd/mm/yyyy}, with or without leading zeros. */
        private static long dayMonthYear(Slice text) {
            String[] parts = text.string().split("/", -1);
            if (parts.length != 3 || parts[2].length() != 4 || parts[0].length() > 2 || parts[1].length() > 2) {
                return Long.MIN_VALUE;
            }
            int[] numbers = new int[parts.length];
            for (int i = 0; i < parts.length; i++) {
                byte[] digits = parts[i].getBytes(StandardCharsets.UTF_8);
                numbers[i] = digits.length == 0 ? -1 : number(digits, 0, digits.length);
            }
            return day(numbers[2], numbers[1], numbers[0]);
        }

        /** The first day of a year or month given alone. */
        private long partial(Slice text) {
            byte[] b = text.bytes;
            boolean compact = column.format() == Format.COMPACT;
            if (text.length() == 4) {
                return day(number(b, text.from, 4), 1, 1);
            }
            if (text.length() == (compact ? 6 : 7) && (compact || b[text.from + 4] == '-')) {
                return day(number(b, text.from, 4), number(b, text.from + (compact ? 4 : 5), 2), 1);
            }
            return Long.MIN_VALUE;
        }

        /** A date that stands for "none": missing where a value is needed, else a warning. */
        private void sentinel(RowState row, RowWriter out) throws IOException {
            if (column.whenMissing() != WhenMissing.ALLOW) {
                missing(row, out);
            } else {
                row.warn(Reason.DATE_FORMAT, field);
                out.nothing();
            }
        }

        private void future(RowState row, RowWriter out) throws IOException {
            Reason reason = column.role() == Role.BIRTH_DATE ? Reason.DOB_FUTURE : Reason.DATE_FUTURE;
            row.unreadable[index] = true;
            if (column.future() == Future.REFUSE) {
                row.refuse(reason, field);
            } else {
                row.warn(reason, field);
            }
            out.nothing();
        }
    }

    /** Instants; the offset is read, the instant kept. */
    static final class Moment extends ColumnReader {
        private static final int ISO_LOCAL = 19;
        private static final int COMPACT_LOCAL = 15;
        private final long today;
        private long localDay;

        Moment(FeedColumn column, int index, LocalDate businessDate) {
            super(column, index);
            this.today = businessDate.toEpochDay();
        }

        @Override
        void readText(Slice text, RowState row, RowWriter out) throws IOException {
            long micros = column.format() == Format.COMPACT ? compact(text) : iso(text);
            if (micros == Long.MIN_VALUE) {
                Reason usual = column.whenBad() == WhenBad.REFUSE ? Reason.DATE_FORMAT : Reason.TIMESTAMP_INVALID;
                bad(reasonOr(usual), text, row, out);
            } else if (localDay > today && column.future() == Future.REFUSE) {
                row.refuse(Reason.DATE_FUTURE, field);
                out.nothing();
            } else {
                row.has(index, column.role());
                row.number[index] = micros;
                out.timestamp(micros);
            }
        }

        /** {@code yyyymmddThhmmss}, then 00 for GMT, 01 for BST, or nothing for UTC. */
        private long compact(Slice text) {
            byte[] b = text.bytes;
            int from = text.from;
            if ((text.length() != COMPACT_LOCAL && text.length() != COMPACT_LOCAL + 2) || b[from + 8] != 'T') {
                return Long.MIN_VALUE;
            }
            int zone = text.length() == COMPACT_LOCAL ? 0 : number(b, from + COMPACT_LOCAL, 2);
            if (zone != 0 && zone != 1) {
                return Long.MIN_VALUE;
            }
            localDay = parse(b, from, Format.COMPACT);
            return micros(number(b, from + 9, 2), number(b, from + 11, 2), number(b, from + 13, 2), zone * 60);
        }

        private long iso(Slice text) {
            byte[] b = text.bytes;
            int from = text.from;
            int length = text.length();
            boolean zulu = length == ISO_LOCAL + 1 && b[from + ISO_LOCAL] == 'Z';
            if ((!zulu && length != ISO_LOCAL + 6)
                    || b[from + 10] != 'T'
                    || b[from + 13] != ':'
                    || b[from + 16] != ':') {
                return Long.MIN_VALUE;
            }
            int offset = zulu ? 0 : offset(b, from + ISO_LOCAL);
            if (offset == Integer.MIN_VALUE) {
                return Long.MIN_VALUE;
            }
            localDay = parse(b, from, Format.ISO);
            return micros(number(b, from + 11, 2), number(b, from + 14, 2), number(b, from + 17, 2), offset);
        }

        /** Minutes east of Greenwich, at most 18 hours; {@code Integer.MIN_VALUE} where it is no offset. */
        private static int offset(byte[] b, int at) {
            int hours = number(b, at + 1, 2);
            int minutes = number(b, at + 4, 2);
            boolean sign = b[at] == '+' || b[at] == '-';
            if (!sign || b[at + 3] != ':' || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
                return Integer.MIN_VALUE;
            }
            return (b[at] == '-' ? -1 : 1) * (hours * 60 + minutes);
        }

        private long micros(int hour, int minute, int second, int offsetMinutes) {
            if (localDay == Long.MIN_VALUE
                    || hour < 0
                    || hour > 23
                    || minute < 0
                    || minute > 59
                    || second < 0
                    || second > 59) {
                return Long.MIN_VALUE;
            }
            return (localDay * SECONDS_A_DAY + hour * 3600L + (minute - offsetMinutes) * 60L + second)
                    * MICROS_A_SECOND;
        }
    }
}
