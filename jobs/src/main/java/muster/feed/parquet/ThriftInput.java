package muster.feed.parquet;

import java.nio.charset.StandardCharsets;

/**
 * Reads the Thrift compact protocol, in which Parquet writes its footer and page headers, from a part of an array. Every
 * length is compared with what is left before anything is made of it, so no claim of the file can cost memory.
 */
final class ThriftInput {

    static final int BINARY = 8;
    static final int LIST = 9;
    static final int STRUCT = 12;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int DOUBLE = 7;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int DEEPEST = 32;
    private static final int MOST_VARINT_BYTES = 10;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int type;

    ThriftInput(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** Reads a field's head within a struct: its id, or 0 at the end of the struct. */
    int field(int previous) {
        int head = next();
        type = head & 0x0F;
        if (head == 0) {
            return 0;
        }
        int delta = head >>> 4;
        long id = delta == 0 ? zigzag() : previous + (long) delta;
        if (id <= 0 || id > Short.MAX_VALUE) {
            throw ParquetFault.broken("A field of the metadata has no proper number.");
        }
        return (int) id;
    }

    /** Wire type of the field whose head was read last, or of the elements of the list begun last. */
    int type() {
        return type;
    }

    /** The whole number or truth value of the current field. */
    long number() {
        return switch (type) {
            case TRUE -> 1;
            case FALSE -> 0;
            case BYTE -> (byte) next();
            case 4, 5, 6 -> zigzag();
            default -> throw ParquetFault.broken("A number of the metadata is of another type.");
        };
    }

    /** The current field as a number within an int. */
    int integer() {
        long value = number();
        if (value != (int) value) {
            throw ParquetFault.broken("A number of the metadata is out of range.");
        }
        return (int) value;
    }

    /** The text of the current field. */
    String text() {
        expect(BINARY);
        int length = length();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** Begins the list of the current field; gives the number of its elements, which are of that type. */
    int list(int elementType) {
        expect(LIST);
        int size = listHead();
        if (size > 0) {
            expect(elementType);
        }
        return size;
    }

    private int listHead() {
        int head = next();
        type = head & 0x0F;
        long size = head >>> 4 == 15 ? varint() : head >>> 4;
        if (size < 0 || size > end - at) {
            throw ParquetFault.broken("A list of the metadata is longer than the metadata.");
        }
        return (int) size;
    }

    void expect(int expected) {
        if (type != expected) {
            throw ParquetFault.broken("A part of the metadata is of another type.");
        }
    }

    /** Passes over the value of the current field. */
    void skip() {
        skip(type, 0, false);
    }

    private void skip(int skipped, int depth, boolean inList) {
        if (depth > DEEPEST) {
            throw ParquetFault.limit("The metadata are nested deeper than the limit.");
        }
        switch (skipped) {
            case TRUE, FALSE -> at += inList ? 1 : 0;
            case BYTE -> next();
            case 4, 5, 6 -> varint();
            case DOUBLE -> pass(Long.BYTES);
            case BINARY -> pass(length());
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> skipStruct(depth);
            default -> throw ParquetFault.broken("A part of the metadata is of no known type.");
        }
    }

    private void skipList(int depth) {
        int size = listHead();
        int element = type;
        for (int i = 0; i < size; i++) {
            skip(element, depth + 1, true);
        }
    }

    private void skipMap(int depth) {
        long size = varint();
        if (size == 0) {
            return;
        }
        if (size < 0 || size > end - at) {
            throw ParquetFault.broken("A map of the metadata is longer than the metadata.");
        }
        int types = next();
        for (long i = 0; i < size; i++) {
            skip(types >>> 4, depth + 1, true);
            skip(types & 0x0F, depth + 1, true);
        }
    }

    private void skipStruct(int depth) {
        for (int id = field(0); id != 0; id = field(id)) {
            skip(type, depth + 1, false);
        }
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw ParquetFault.broken("A text of the metadata is longer than the metadata.");
        }
        return (int) length;
    }

    private void pass(int count) {
        if (count > end - at) {
            throw ParquetFault.broken("The metadata end too early.");
        }
        at += count;
    }

    private int next() {
        if (at >= end) {
            throw ParquetFault.broken("The metadata end too early.");
        }
        return bytes[at++] & 0xFF;
    }

    private long varint() {
        long value = 0;
        for (int i = 0; i < MOST_VARINT_BYTES; i++) {
            int b = next();
            value |= (long) (b & 0x7F) << (7 * i);
            if (b < 0x80) {
                return value;
            }
        }
        throw ParquetFault.broken("A number of the metadata does not end.");
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** Where reading stands. */
    int position() {
        return at;
    }
}
