package muster.feed.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import muster.definition.feed.IntakeSettings;
import muster.feed.FileRefusedException;
import muster.feed.Reason;
import muster.feed.delimited.FieldText;

/** The row being read, as the text that a CSV extract would hold: digits for numbers, true and false for truth values. */
final class RowText implements FieldText {

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final IntakeSettings limits;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final int[] starts;
    private final int[] ends;
    private final boolean[] nonAscii;
    private byte[] buffer = new byte[1 << 12];
    private int length;
    private int controlField;
    private long row;

    RowText(int fields, IntakeSettings limits) {
        this.limits = limits;
        starts = new int[fields];
        ends = new int[fields];
        nonAscii = new boolean[fields];
    }

    /** Begins the next row, all of whose fields are empty until they are set. */
    void begin() {
        row++;
        length = 0;
        controlField = -1;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        Arrays.fill(nonAscii, false);
    }

    void number(int field, long value) {
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        put(field, digits, 0, digits.length);
    }

    void truth(int field, boolean value) {
        byte[] word = value ? TRUE : FALSE;
        put(field, word, 0, word.length);
    }

    void text(int field, byte[] bytes, int from, int size) {
        if (size > limits.maxFieldBytes()) {
            throw ParquetFault.limit("A field is longer than the limit.");
        }
        boolean beyondAscii = false;
        for (int i = from; i < from + size; i++) {
            byte b = bytes[i];
            if (b < 0) {
                beyondAscii = true;
            } else if ((b < ' ' && b != '\t' && b != '\n' && b != '\r') || b == 0x7F) {
                controlField = controlField < 0 ? field : controlField;
            }
        }
        if (beyondAscii) {
            strict(bytes, from, size);
        }
        put(field, bytes, from, size);
        nonAscii[field] = beyondAscii;
    }

    private void strict(byte[] bytes, int from, int size) {
        try {
            utf8.decode(ByteBuffer.wrap(bytes, from, size));
        } catch (CharacterCodingException e) {
            throw new FileRefusedException(Reason.ENCODING, "A text is not UTF-8.");
        }
    }

    private void put(int field, byte[] bytes, int from, int size) {
        if (size > limits.maxLineBytes() - length) {
            throw ParquetFault.limit("A row is longer than the limit.");
        }
        if (buffer.length - length < size) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + size));
        }
        System.arraycopy(bytes, from, buffer, length, size);
        starts[field] = length;
        length += size;
        ends[field] = length;
    }

    /** Bytes of text in the row. */
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
