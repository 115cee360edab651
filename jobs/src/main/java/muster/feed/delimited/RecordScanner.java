package muster.feed.delimited;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import muster.definition.feed.FeedLayout;
import muster.definition.feed.IntakeSettings;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/**
 * Splits UTF-8 text into records and fields without making an object for either: a field is a slice of the buffer,
 * valid until the next record.
 *
 * <p>Quoting follows RFC 4180; CRLF and LF end a record. The physical line on which a record begins is counted, the
 * header being line 1. What only spoils one record (a stray quote, a control character) is flagged for the validator;
 * what spoils the file is thrown.
 */
final class RecordScanner implements Closeable, FieldText {

    private static final int LONGEST_LINE_END = 2;
    private static final int READ_AHEAD = 1 << 18;

    private final InputStream in;
    private final byte delimiter;
    private final boolean backslashApostrophe;
    private final IntakeSettings limits;

    private byte[] buffer = new byte[2 * READ_AHEAD];
    private int position;
    private int limit;
    private boolean endOfFile;

    private final int[] starts;
    private final int[] ends;
    private final boolean[] nonAscii;
    private int fields;
    private long line;
    private long nextLine = 1;
    private int controlField = -1;
    private int quotingField = -1;

    // State of the record being scanned.
    private int at;
    private long lines;
    private int orOfBytes;
    private boolean escaped;

    RecordScanner(InputStream in, FeedLayout layout, IntakeSettings limits) {
        this.in = in;
        this.delimiter = (byte) layout.delimiter();
        this.backslashApostrophe = layout.backslashApostrophe();
        this.limits = limits;
        this.starts = new int[limits.maxColumns() + 1];
        this.ends = new int[limits.maxColumns() + 1];
        this.nonAscii = new boolean[limits.maxColumns() + 1];
    }

    /**
     * Moves to the next record.
     *
     * @return false at the end of the file
     * @throws FileRefusedException QUOTING for a quote still open at the end, LIMIT_EXCEEDED
     */
    boolean next() throws IOException {
        while (true) {
            if (position == limit && !fill()) {
                return false;
            }
            fields = 0;
            controlField = -1;
            quotingField = -1;
            at = position;
            lines = 0;
            if (scanRecord()) {
                line = nextLine;
                nextLine += lines;
                requireShort(position, at);
                position = at;
                return true;
            }
            fillOrRefuse();
        }
    }

    /** False when the buffer ends before the record does; the record is then scanned anew with more bytes. */
    private boolean scanRecord() {
        while (true) {
            if (fields >= starts.length) {
                throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "More fields in a line than the limit.");
            }
            orOfBytes = 0;
            escaped = false;
            boolean quoted = at < limit && buffer[at] == '"';
            if (quoted ? !scanQuoted() : !scanPlain(at)) {
                return false;
            }
            finishField();
            if (at >= limit) {
                lines++;
                return true;
            }
            byte end = buffer[at++];
            if (end != delimiter) {
                lines++;
                return true;
            }
        }
    }

    /** Scans to the delimiter or line end; leaves {@code at} on it. */
    private boolean scanPlain(int from) {
        byte[] bytes = buffer;
        int end = limit;
        int p = at;
        int or = orOfBytes;
        for (; p < end; p++) {
            byte b = bytes[p];
            if (b == delimiter || b == '\n') {
                break;
            }
            if (b < ' ') {
                if (b < 0) {
                    or |= b;
                } else if (b == '\r' && endsLine(p)) {
                    break;
                } else if (b == '\r' && p + 1 == end && !endOfFile) {
                    return false;
                } else if (b != '\t') {
                    controlField = controlField < 0 ? fields : controlField;
                }
            } else if (b == 0x7F) {
                controlField = controlField < 0 ? fields : controlField;
            }
        }
        if (p == end && !endOfFile) {
            return false;
        }
        orOfBytes = or;
        starts[fields] = from;
        ends[fields] = p;
        at = p < end && bytes[p] == '\r' ? p + 1 : p;
        return true;
    }

    /** A carriage return ends the line before a line feed, and as the last byte of the file. */
    private boolean endsLine(int p) {
        return p + 1 < limit ? buffer[p + 1] == '\n' : endOfFile;
    }

    private boolean scanQuoted() {
        byte[] bytes = buffer;
        int end = limit;
        int start = at + 1;
        int or = 0;
        int p = start;
        while (p < end) {
            byte b = bytes[p];
            if (b == '"') {
                if (p + 1 == end && !endOfFile) {
                    return false;
                }
                if (p + 1 == end || bytes[p + 1] != '"') {
                    orOfBytes = or;
                    return closeQuoted(start, p);
                }
                escaped = true;
                p++;
            } else if (b < ' ') {
                or |= b < 0 ? b : 0;
                if (b == '\n') {
                    lines++;
                } else if (b >= 0 && b != '\t' && b != '\r') {
                    controlField = controlField < 0 ? fields : controlField;
                }
            } else if (b == 0x7F) {
                controlField = controlField < 0 ? fields : controlField;
            }
            p++;
        }
        if (endOfFile) {
            throw new FileRefusedException(Reason.QUOTING, "A quote is still open at the end of the file.");
        }
        return false;
    }

    /** Behind the closing quote only a delimiter or the line's end may stand. */
    private boolean closeQuoted(int start, int close) {
        at = close + 1;
        if (!scanPlain(at)) {
            return false;
        }
        if (ends[fields] > close + 1) {
            quotingField = quotingField < 0 ? fields : quotingField;
        }
        starts[fields] = start;
        ends[fields] = close;
        return true;
    }

    private void finishField() {
        if (ends[fields] - starts[fields] > limits.maxFieldBytes()) {
            throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "A field is longer than the limit.");
        }
        nonAscii[fields] = orOfBytes < 0;
        if (escaped) {
            // Marked by a negative end, and taken apart only when the whole record has been scanned.
            ends[fields] = -ends[fields] - 1;
        }
        fields++;
    }

    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (buffer.length - limit < READ_AHEAD) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read <= 0) {
            endOfFile = true;
            return false;
        }
        limit += read;
        return true;
    }

    private void fillOrRefuse() throws IOException {
        if (limit - position > limits.maxLineBytes() + LONGEST_LINE_END) {
            refuseLongRecord();
        }
        fill();
    }

    /** The end of the line is no part of its length. */
    private void requireShort(int from, int to) {
        if (to - from <= limits.maxLineBytes()) {
            return;
        }
        int end = buffer[to - 1] == '\n' ? to - 1 : to;
        end -= buffer[end - 1] == '\r' ? 1 : 0;
        if (end - from > limits.maxLineBytes()) {
            throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "A line is longer than the limit.");
        }
    }

    /** A quote that never closes is the likely cause of an endless record: say so, if that is so. */
    private void refuseLongRecord() throws IOException {
        boolean open = false;
        for (int i = position; i < limit; i++) {
            open |= buffer[i] == '"';
        }
        int read;
        while (open && (read = in.read(buffer, 0, buffer.length)) > 0) {
            for (int i = 0; i < read; i++) {
                open &= buffer[i] != '"';
            }
        }
        throw new FileRefusedException(
                open ? Reason.QUOTING : Reason.LIMIT_EXCEEDED,
                open ? "A quote is still open at the end of the file." : "A line is longer than the limit.");
    }

    /** Takes doubled quotes, and backslashes before apostrophes, out of the fields of the current record. */
    void unescape() {
        for (int f = 0; f < fields; f++) {
            if (ends[f] < 0) {
                ends[f] = -ends[f] - 1;
                ends[f] = squeezed(starts[f], ends[f], (byte) '"', (byte) '"');
            }
            if (backslashApostrophe) {
                ends[f] = squeezed(starts[f], ends[f], (byte) '\\', (byte) '\'');
            }
        }
    }

    private int squeezed(int from, int to, byte first, byte second) {
        int target = from;
        for (int i = from; i < to; i++) {
            if (buffer[i] == first && i + 1 < to && buffer[i + 1] == second) {
                i++;
            }
            buffer[target++] = buffer[i];
        }
        return target;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int fields() {
        return fields;
    }

    @Override
    public int start(int field) {
        return starts[field];
    }

    @Override
    public int end(int field) {
        return ends[field];
    }

    @Override
    public boolean nonAscii(int field) {
        return nonAscii[field];
    }

    /** Physical line on which the current record begins. */
    @Override
    public long line() {
        return line;
    }

    /** The first field with a control character, or -1. */
    @Override
    public int controlField() {
        return controlField;
    }

    /** The first field with text behind its closing quote, or -1. */
    int quotingField() {
        return quotingField;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
