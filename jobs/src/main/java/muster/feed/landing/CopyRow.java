package muster.feed.landing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import muster.feed.Reason;
import muster.feed.RowWriter;

/**
 * Builds rows in PostgreSQL's binary COPY form, in one buffer.
 *
 * <p>The binary form carries lengths instead of separators: no text of a sender can be read as the end of a field, a
 * row or the data (RP-03), and dates and numbers cost the server no parsing.
 */
final class CopyRow implements RowWriter {

    private static final int FIRST_CAPACITY = 1 << 17;
    private static final long POSTGRES_EPOCH_DAY = 10_957;
    private static final long POSTGRES_EPOCH_MICROS = POSTGRES_EPOCH_DAY * 86_400L * 1_000_000L;
    private static final int TEXT_TYPE = 25;
    private static final int NULL = -1;

    private final boolean[] inHash;
    private final int fieldsOfRow;
    private final MessageDigest digest = md5();
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int length;
    private int rowStart;
    private int hashedTo;
    private int column;

    /** @param inHash for each of the definition's columns, whether it is part of what the row says */
    CopyRow(boolean[] inHash) {
        this.inHash = inHash;
        this.fieldsOfRow = LandingTable.LEADING_COLUMNS + inHash.length + LandingTable.TRAILING_COLUMNS;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The head of the data: signature, flags, no extension. */
    void head() {
        for (char c : "PGCOPY\n\u00FF\r\n\0".toCharArray()) {
            ensure(1);
            buffer[length++] = (byte) c;
        }
        int32(0);
        int32(0);
    }

    /** The end of the data. */
    void tail() {
        int16(-1);
    }

    void begin(long fileId, long lineNumber) {
        rowStart = length;
        column = -LandingTable.LEADING_COLUMNS;
        int16(fieldsOfRow);
        put64(fileId);
        put64(lineNumber);
        column = 0;
        hashedTo = length;
    }

    /** Ends the row with its warnings and the hash of what it says. */
    void end(List<Reason> warnings, String warningField) throws IOException {
        if (column != inHash.length) {
            throw new IllegalStateException("A row has " + column + " values for " + inHash.length + " columns.");
        }
        digest.update(buffer, hashedTo, length - hashedTo);
        warnings(warnings);
        if (warningField == null) {
            int32(NULL);
        } else {
            bytes(warningField.getBytes(StandardCharsets.UTF_8));
        }
        byte[] hash = digest.digest();
        bytes(hash);
    }

    /** Takes the row begun last back. */
    void forget() {
        length = rowStart;
        digest.reset();
    }

    private void warnings(List<Reason> warnings) {
        if (warnings.isEmpty()) {
            int32(NULL);
        } else {
            array(warnings.stream().map(Reason::name).toList());
        }
    }

    /** A text[] of one dimension, from 1. */
    private void array(List<String> texts) {
        int at = length;
        int32(0);
        int32(texts.isEmpty() ? 0 : 1);
        int32(texts.stream().anyMatch(Objects::isNull) ? 1 : 0);
        int32(TEXT_TYPE);
        if (!texts.isEmpty()) {
            int32(texts.size());
            int32(1);
        }
        for (String text : texts) {
            if (text == null) {
                int32(NULL);
            } else {
                bytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        int end = length;
        length = at;
        int32(end - at - Integer.BYTES);
        length = end;
    }

    /** Leaves a column that is no part of what the row says out of the hash. */
    private void valueDone(int from) {
        if (!inHash[column]) {
            digest.update(buffer, hashedTo, from - hashedTo);
            hashedTo = length;
        }
        column++;
    }

    @Override
    public void nothing() {
        int from = length;
        int32(NULL);
        valueDone(from);
    }

    @Override
    public void text(byte[] utf8, int from, int to) {
        int start = length;
        int size = to - from;
        ensure(size + Integer.BYTES);
        int32(size);
        System.arraycopy(utf8, from, buffer, length, size);
        length += size;
        valueDone(start);
    }

    @Override
    public void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        text(utf8, 0, utf8.length);
    }

    @Override
    public void texts(List<String> values) {
        int from = length;
        array(values);
        valueDone(from);
    }

    @Override
    public void date(long epochDay) {
        int from = length;
        int32(Integer.BYTES);
        int32((int) (epochDay - POSTGRES_EPOCH_DAY));
        valueDone(from);
    }

    @Override
    public void integer(int value) {
        int from = length;
        int32(Integer.BYTES);
        int32(value);
        valueDone(from);
    }

    @Override
    public void bigint(long value) {
        int from = length;
        put64(value);
        valueDone(from);
    }

    @Override
    public void bool(boolean value) {
        int from = length;
        int32(1);
        ensure(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        valueDone(from);
    }

    @Override
    public void timestamp(long epochMicros) {
        bigint(epochMicros - POSTGRES_EPOCH_MICROS);
    }

    private void put64(long value) {
        int32(Long.BYTES);
        int32((int) (value >>> 32));
        int32((int) value);
    }

    private void bytes(byte[] value) {
        int32(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
    }

    private void int16(int value) {
        ensure(Short.BYTES);
        buffer[length++] = (byte) (value >> 8);
        buffer[length++] = (byte) value;
    }

    private void int32(int value) {
        ensure(Integer.BYTES);
        byte[] b = buffer;
        b[length] = (byte) (value >> 24);
        b[length + 1] = (byte) (value >> 16);
        b[length + 2] = (byte) (value >> 8);
        b[length + 3] = (byte) value;
        length += Integer.BYTES;
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    /** The buffer was sent. */
    void sent() {
        length = 0;
    }
}
