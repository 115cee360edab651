package muster.feed.delimited;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks that bytes are well-formed UTF-8 (RFC 3629), in pieces; ASCII goes by eight bytes at a time. */
final class Utf8Check {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private boolean wellFormed = true;
    private boolean nonAscii;
    private int missing;
    private int lowest;
    private int highest;

    /** The next piece. */
    void accept(byte[] bytes, int length) {
        int i = 0;
        while (wellFormed && i < length) {
            if (missing == 0) {
                while (i + 8 <= length && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                    i += 8;
                }
                if (i == length) {
                    return;
                }
            }
            step(bytes[i] & 0xFF);
            i++;
        }
    }

    private void step(int b) {
        if (missing > 0) {
            wellFormed = b >= lowest && b <= highest;
            missing--;
            lowest = 0x80;
            highest = 0xBF;
        } else if (b >= 0x80) {
            nonAscii = true;
            lead(b);
        }
    }

    /** The second byte of a sequence is bounded so that overlong forms and surrogates do not pass. */
    private void lead(int b) {
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
        } else {
            wellFormed = false;
        }
    }

    /** True while nothing so far is ill-formed. */
    boolean wellFormed() {
        return wellFormed;
    }

    /** True once a character beyond ASCII was seen. */
    boolean sawNonAscii() {
        return nonAscii;
    }

    /** True when all that came is well-formed and ends at the end of a character. */
    boolean complete() {
        return wellFormed && missing == 0;
    }
}
