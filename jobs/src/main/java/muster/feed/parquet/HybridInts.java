package muster.feed.parquet;

/** Small whole numbers as runs of one value or packed by bits: levels, positions in a dictionary, truth values. */
final class HybridInts {

    private static final int WIDEST = 32;

    private final byte[] bytes;
    private final int end;
    private final int width;
    private int at;
    private long left;
    private boolean repeated;
    private int value;
    private long bit;

    HybridInts(byte[] bytes, int from, int end, int width) {
        if (width < 0 || width > WIDEST || from > end) {
            throw ParquetFault.broken("A page gives no proper width.");
        }
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.width = width;
    }

    int next() {
        while (left == 0) {
            run();
        }
        left--;
        return repeated ? value : packed();
    }

    private void run() {
        long head = Bits.varint(bytes, at, end);
        at += Bits.varintLength(bytes, at, end);
        repeated = (head & 1) == 0;
        left = head >>> 1;
        if (left > Integer.MAX_VALUE) {
            throw ParquetFault.broken("A run of a page is longer than any page.");
        }
        if (repeated) {
            value = 0;
            for (int i = 0; i < (width + 7) / 8; i++) {
                value |= (Bits.at(bytes, at++, end) & 0xFF) << (8 * i);
            }
        } else {
            left *= Byte.SIZE;
            bit = (long) at * Byte.SIZE;
            // Writers may leave the bytes out that the last values of a page do not need.
            at = (int) Math.min(end, at + left / Byte.SIZE * width);
        }
    }

    private int packed() {
        int result = (int) Bits.bits(bytes, bit, width, end);
        bit += width;
        return result;
    }
}
