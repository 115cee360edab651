package muster.feed.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns a Windows-1252 stream into UTF-8, so that the scanner knows one encoding only. */
final class Windows1252 extends InputStream {

    private static final Charset CHARSET = Charset.forName("windows-1252");
    private static final byte[][] UTF_8 = table();
    private static final int LONGEST = 3;

    private final InputStream in;
    private final byte[] source = new byte[1 << 16];

    Windows1252(InputStream in) {
        this.in = in;
    }

    /** The five bytes that the code page leaves undefined. */
    static boolean isUndefined(int b) {
        return b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
    }

    private static byte[][] table() {
        byte[][] table = new byte[256][];
        for (int b = 0; b < table.length; b++) {
            table[b] = new String(new byte[] {(byte) b}, CHARSET).getBytes(StandardCharsets.UTF_8);
        }
        return table;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("Read in pieces.");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(source, 0, Math.min(source.length, Math.max(1, length / LONGEST)));
        if (read <= 0) {
            return read;
        }
        int at = offset;
        for (int i = 0; i < read; i++) {
            byte[] character = UTF_8[source[i] & 0xFF];
            System.arraycopy(character, 0, target, at, character.length);
            at += character.length;
        }
        return at - offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
