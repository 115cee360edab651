package muster.feed.gpr4;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import muster.definition.feed.IntakeSettings;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/**
 * The physical lines of a practice list, one at a time in one buffer: no more than a line is ever held. LF and CRLF end a
 * line, and so does the end of the file.
 */
final class ListLines implements Closeable {

    private static final int READ_AHEAD = 1 << 16;

    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] ahead = new byte[READ_AHEAD];
    private int position;
    private int limit;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;

    ListLines(InputStream in, IntakeSettings limits) {
        this.in = in;
        this.maxLineBytes = limits.maxLineBytes();
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end of the file
     * @throws FileRefusedException LIMIT_EXCEEDED where a line is longer than the limit
     */
    boolean next() throws IOException {
        length = 0;
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && ahead[end] != '\n') {
                end++;
            }
            append(end);
            boolean ended = end < limit;
            position = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        if (any) {
            number++;
            length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
            requireShort(length);
        }
        return any;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(ahead, 0, ahead.length));
        return limit > 0;
    }

    private void append(int end) {
        int more = end - position;
        // One more for the carriage return, which is no part of the line.
        requireShort(length + more - 1);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(ahead, position, line, length, more);
        length += more;
    }

    private void requireShort(int bytes) {
        if (bytes > maxLineBytes) {
            throw new FileRefusedException(Reason.LIMIT_EXCEEDED, "A line is longer than the limit.");
        }
    }

    /** The line without its end; valid until the next one. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Physical line, the first being 1. */
    long number() {
        return number;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
