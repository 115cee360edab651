package muster.feed.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import muster.definition.feed.IntakeSettings;
import muster.feed.FileRefusedException;
import muster.feed.Reason;
import muster.feed.delimited.FieldText;

/** The row being read, where its process wrote it: the fields that the feed uses are slices of the frame's body. */
final class RowText implements FieldText {

    /** In place of a field for a column that the feed does not use. */
    static final int UNUSED = -1;

    private final IntakeSettings limits;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final int[] starts;
    private final int[] ends;
    private final boolean[] nonAscii;
    private byte[] buffer = new byte[0];
    private int length;
    private int controlField;
    private long row;

    RowText(int fields, IntakeSettings limits) {
        this.limits = limits;
        starts = new int[fields];
        ends = new int[fields];
        nonAscii = new boolean[fields];
    }

    /**
     * Points at the next row.
     *
     * @param body what holds it
     * @param size bytes of the body that count
     * @param fields field of each column in the body, or {@link #UNUSED}
     * @throws muster.feed.FileRefusedException PARQUET_INVALID, LIMIT_EXCEEDED or ENCODING
     */
    void set(byte[] body, int size, int[] fields) {
        row++;
        length = 0;
        controlField = -1;
        buffer = body;
        ByteBuffer in = ByteBuffer.wrap(body, 0, size);
        for (int field : fields) {
            int bytes = Math.max(0, in.getInt());
            if (bytes > in.remaining()) {
                throw ParquetFault.broken("A row ends too early.");
            }
            if (field != UNUSED) {
                field(field, in.position(), bytes);
            }
            in.position(in.position() + bytes);
        }
    }

    private void field(int field, int from, int size) {
        if (size > limits.maxFieldBytes()) {
            throw ParquetFault.limit("A field is longer than the limit.");
        }
        boolean beyondAscii = false;
        for (int i = from; i < from + size; i++) {
            byte b = buffer[i];
            if (b < 0) {
                beyondAscii = true;
            } else if ((b < ' ' && b != '\t' && b != '\n' && b != '\r') || b == 0x7F) {
                controlField = controlField < 0 ? field : controlField;
            }
        }
        if (beyondAscii) {
            strict(buffer, from, size);
        }
        starts[field] = from;
        ends[field] = from + size;
        nonAscii[field] = beyondAscii;
        length += size;
    }

    private void strict(byte[] bytes, int from, int size) {
        try {
            utf8.decode(ByteBuffer.wrap(bytes, from, size));
        } catch (CharacterCodingException e) {
            throw new FileRefusedException(Reason.ENCODING, "A text is not UTF-8.");
        }
    }

    /** Bytes of text in the row, as far as it is used. */
    int length() {
        return length;
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int fields() {
        return starts.length;
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

    /** The row's number in the file, from 1. */
    @Override
    public long line() {
        return row;
    }

    @Override
    public int controlField() {
        return controlField;
    }
}
