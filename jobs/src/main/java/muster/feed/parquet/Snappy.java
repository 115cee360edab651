package muster.feed.parquet;

/** Unpacks the raw Snappy format: a length, then literals and copies of what was written before. */
final class Snappy {

    private static final int TAG = 0x03;
    private static final int LITERAL = 0;
    private static final int COPY_1 = 1;
    private static final int COPY_2 = 2;
    private static final int LONGEST_SHORT_LITERAL = 60;
    private static final int MOST_LENGTH_BYTES = 5;

    private final byte[] in;
    private final byte[] out;
    private final int end;
    private int at;
    private final int outFrom;
    private int written;

    private Snappy(byte[] in, int from, int length, byte[] out, int outFrom) {
        this.in = in;
        this.at = from;
        this.end = from + length;
        this.out = out;
        this.outFrom = outFrom;
        this.written = outFrom;
    }

    /**
     * Unpacks into the rest of an array, which is of the expected length.
     *
     * @throws muster.feed.FileRefusedException where the data are broken, or of another length
     */
    static void unpack(byte[] in, int from, int length, byte[] out, int outFrom) {
        new Snappy(in, from, length, out, outFrom).run();
    }

    private void run() {
        if (length() != out.length - outFrom) {
            throw broken();
        }
        while (at < end) {
            int tag = next();
            switch (tag & TAG) {
                case LITERAL -> literal(tag >>> 2);
                case COPY_1 -> copy(4 + (tag >>> 2 & 0x07), (tag >>> 5 & 0x07) << 8 | next());
                case COPY_2 -> copy(1 + (tag >>> 2), little(2));
                default -> copy(1 + (tag >>> 2), little(4));
            }
        }
        if (written != out.length) {
            throw broken();
        }
    }

    private long length() {
        long length = 0;
        for (int i = 0; i < MOST_LENGTH_BYTES; i++) {
            int b = next();
            length |= (long) (b & 0x7F) << (7 * i);
            if (b < 0x80) {
                return length;
            }
        }
        throw broken();
    }

    private void literal(int code) {
        int length = 1 + (code < LONGEST_SHORT_LITERAL ? code : little(code - LONGEST_SHORT_LITERAL + 1));
        if (length <= 0 || length > end - at || length > out.length - written) {
            throw broken();
        }
        System.arraycopy(in, at, out, written, length);
        at += length;
        written += length;
    }

    private void copy(int length, int back) {
        if (back <= 0 || back > written - outFrom || length > out.length - written) {
            throw broken();
        }
        for (int i = 0; i < length; i++, written++) {
            out[written] = out[written - back];
        }
    }

    private int little(int bytes) {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= next() << (8 * i);
        }
        return value;
    }

    private int next() {
        if (at >= end) {
            throw broken();
        }
        return in[at++] & 0xFF;
    }

    private static RuntimeException broken() {
        return ParquetFault.broken("A packed page is broken.");
    }
}
