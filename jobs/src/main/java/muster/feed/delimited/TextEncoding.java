package muster.feed.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/**
 * Which of the two encodings a text file is in ({@code feeds.md} 1.6).
 *
 * <p>A file is UTF-8 when every byte of it is; else all of it, from row 1, is Windows-1252. Bytes that Windows-1252 does
 * not define, and UTF-16, refuse the file (rulings 3). The whole file is looked at before its first row is read, so no
 * row is ever read twice.
 */
public enum TextEncoding {
    UTF_8,
    WINDOWS_1252;

    private static final int BUFFER = 1 << 18;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Opens the file behind its byte order mark, as UTF-8. */
    public InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            boolean mark;
            try (InputStream start = Files.newInputStream(file)) {
                mark = Arrays.equals(start.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
            }
            in.skipNBytes(mark ? BYTE_ORDER_MARK.length : 0);
            return this == UTF_8 ? in : new Windows1252(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** @throws FileRefusedException ENCODING */
    public static TextEncoding of(Path file) throws IOException {
        Utf8Check utf8 = new Utf8Check();
        boolean undefined = false;
        boolean first = true;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.readNBytes(buffer, 0, BUFFER)) > 0) {
                if (first) {
                    refuseUtf16(buffer, read);
                    first = false;
                }
                utf8.accept(buffer, read);
                // Remembered from the first such character on: a later piece may show that it is no UTF-8 after all.
                undefined |= utf8.sawNonAscii() && hasUndefined(buffer, read);
            }
        }
        if (utf8.complete()) {
            return UTF_8;
        }
        if (undefined) {
            throw new FileRefusedException(Reason.ENCODING, "Neither UTF-8 nor Windows-1252.");
        }
        return WINDOWS_1252;
    }

    private static void refuseUtf16(byte[] start, int length) {
        if (length < 2) {
            return;
        }
        int a = start[0] & 0xFF;
        int b = start[1] & 0xFF;
        boolean mark = (a == 0xFF && b == 0xFE) || (a == 0xFE && b == 0xFF);
        boolean alternate = length >= 4
                && ((a == 0 && start[2] == 0 && b != 0 && start[3] != 0)
                        || (b == 0 && start[3] == 0 && a != 0 && start[2] != 0));
        if (mark || alternate) {
            throw new FileRefusedException(Reason.ENCODING, "UTF-16 is not taken.");
        }
    }

    private static boolean hasUndefined(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0 && Windows1252.isUndefined(bytes[i] & 0xFF)) {
                return true;
            }
        }
        return false;
    }
}
