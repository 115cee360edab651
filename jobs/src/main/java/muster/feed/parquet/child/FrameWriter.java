package muster.feed.parquet.child;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@link FrameKind frames}: the parts of a body first, then the frame that holds them. */
final class FrameWriter {

    private static final int BUFFER = 1 << 16;
    private static final int ABSENT = -1;

    private final DataOutputStream out;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final DataOutputStream parts = new DataOutputStream(body);

    FrameWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    }

    /** The parent has closed its end. */
    static final class NobodyListensException extends IOException {
        private static final long serialVersionUID = 1L;

        NobodyListensException(IOException cause) {
            super(cause);
        }
    }

    void flag(boolean value) throws IOException {
        parts.writeBoolean(value);
    }

    void text(String text) throws IOException {
        text(text.getBytes(StandardCharsets.UTF_8));
    }

    void text(byte[] utf8) throws IOException {
        parts.writeInt(utf8.length);
        parts.write(utf8);
    }

    void absent() throws IOException {
        parts.writeInt(ABSENT);
    }

    /** Writes a frame with the parts that were written since the last one. */
    void write(FrameKind kind) throws NobodyListensException {
        try {
            out.writeInt(body.size());
            out.writeByte(kind.ordinal());
            body.writeTo(out);
            body.reset();
        } catch (IOException e) {
            throw new NobodyListensException(e);
        }
    }

    void flush() throws NobodyListensException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new NobodyListensException(e);
        }
    }
}
