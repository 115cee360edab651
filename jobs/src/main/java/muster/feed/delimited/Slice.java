package muster.feed.delimited;

import java.nio.charset.StandardCharsets;

/** The text of one field: a part of the scanner's buffer with the white space at its ends left out. */
final class Slice {

    byte[] bytes;
    int from;
    int to;
    boolean nonAscii;

    /** Points at a field; white space is blanks, tabs, line ends and the no-break space. */
    void set(byte[] buffer, int start, int end, boolean beyondAscii) {
        bytes = buffer;
        from = start;
        to = end;
        nonAscii = beyondAscii;
        trim();
    }

    void setEmpty() {
        from = 0;
        to = 0;
        nonAscii = false;
    }

    private void trim() {
        boolean trimmed = true;
        while (trimmed && from < to) {
            trimmed = false;
            if (isSpace(bytes[from])) {
                from++;
                trimmed = true;
            } else if (isSpace(bytes[to - 1])) {
                to--;
                trimmed = true;
            } else if (nonAscii && to - from >= 2) {
                if (isNoBreakSpace(from)) {
                    from += 2;
                    trimmed = true;
                } else if (isNoBreakSpace(to - 2)) {
                    to -= 2;
                    trimmed = true;
                }
            }
        }
    }

    private static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    private boolean isNoBreakSpace(int at) {
        return bytes[at] == (byte) 0xC2 && bytes[at + 1] == (byte) 0xA0;
    }

    boolean isEmpty() {
        return from >= to;
    }

    int length() {
        return to - from;
    }

    String string() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
