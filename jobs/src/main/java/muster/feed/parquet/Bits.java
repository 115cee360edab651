package muster.feed.parquet;

/** Reads of single numbers out of a page, none beyond its end. */
final class Bits {

    private static final int MOST_VARINT_BYTES = 10;

    private Bits() {}

    static byte at(byte[] bytes, int at, int end) {
        if (at < 0 || at >= end) {
            throw ParquetFault.broken("A page ends too early.");
        }
        return bytes[at];
    }

    /** A little-endian number of so many bytes. */
    static long little(byte[] bytes, int at, int end, int length) {
        if (at < 0 || length > end - at) {
            throw ParquetFault.broken("A page ends too early.");
        }
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[at + i] & 0xFF;
        }
        return value;
    }

    /** A number of seven bits a byte, lowest first. */
    static long varint(byte[] bytes, int at, int end) {
        long value = 0;
        for (int i = 0; i < MOST_VARINT_BYTES; i++) {
            byte b = at(bytes, at + i, end);
            value |= (long) (b & 0x7F) << (7 * i);
            if (b >= 0) {
                return value;
            }
        }
        throw ParquetFault.broken("A number of a page does not end.");
    }

    /** Bytes that the number takes. */
    static int varintLength(byte[] bytes, int at, int end) {
        int length = 1;
        while (at(bytes, at + length - 1, end) < 0) {
            length++;
        }
        return length;
    }

    /** So many bits, lowest first, from a position counted in bits. */
    static long bits(byte[] bytes, long from, int width, int end) {
        if (width == 0) {
            return 0;
        }
        if (from < 0 || from + width > (long) end * Byte.SIZE) {
            throw ParquetFault.broken("A page ends too early.");
        }
        long value = 0;
        int have = 0;
        int at = (int) (from / Byte.SIZE);
        int skip = (int) (from % Byte.SIZE);
        while (have < width) {
            value |= (long) ((bytes[at] & 0xFF) >>> skip) << have;
            have += Byte.SIZE - skip;
            skip = 0;
            at++;
        }
        return width == Long.SIZE ? value : value & ((1L << width) - 1);
    }
}
