package muster.feed.parquet;

/** Whole numbers as differences from one to the next, packed by bits in blocks (DELTA_BINARY_PACKED). */
final class DeltaLongs {

    private static final int MOST_MINI_BLOCKS = 1 << 10;
    private static final int LARGEST_BLOCK = 1 << 20;

    private final byte[] bytes;
    private final int end;
    private final int miniBlocks;
    private final int valuesInMini;
    private final long count;
    private final int[] widths;
    private int at;
    private long read;
    private long value;
    private long smallest;
    private int mini;
    private int leftInMini;
    private long bit;

    /** @param most values of the page, beyond which it cannot claim any */
    DeltaLongs(byte[] bytes, int from, int end, int most) {
        this.bytes = bytes;
        this.end = end;
        this.at = from;
        long block = varint();
        long minis = varint();
        if (minis < 1 || minis > MOST_MINI_BLOCKS || block < 1 || block > LARGEST_BLOCK || block % minis != 0) {
            throw ParquetFault.broken("A page of differences has no proper blocks.");
        }
        miniBlocks = (int) minis;
        valuesInMini = (int) (block / minis);
        widths = new int[miniBlocks];
        mini = miniBlocks;
        count = varint();
        value = zigzag();
        if (count < 0 || count > most) {
            throw ParquetFault.broken("A page of differences holds more values than the page.");
        }
    }

    long next() {
        if (read >= count) {
            throw ParquetFault.broken("A page of differences ends too early.");
        }
        if (read++ > 0) {
            if (leftInMini == 0) {
                nextMini();
            }
            leftInMini--;
            value += smallest + Bits.bits(bytes, bit, widths[mini], end);
            bit += widths[mini];
        }
        return value;
    }

    private void nextMini() {
        mini++;
        if (mini >= miniBlocks) {
            smallest = zigzag();
            for (int i = 0; i < miniBlocks; i++) {
                widths[i] = Bits.at(bytes, at++, end) & 0xFF;
                if (widths[i] > Long.SIZE) {
                    throw ParquetFault.broken("A page gives no proper width.");
                }
            }
            mini = 0;
        }
        leftInMini = valuesInMini;
        bit = (long) at * Byte.SIZE;
        at = (int) Math.min(end, at + (long) widths[mini] * valuesInMini / Byte.SIZE);
    }

    /** Reads to the end and gives the position behind the last miniblock that holds values: other data may follow. */
    int skipAll() {
        while (read < count) {
            next();
        }
        return at;
    }

    private long varint() {
        long number = Bits.varint(bytes, at, end);
        at += Bits.varintLength(bytes, at, end);
        return number;
    }

    private long zigzag() {
        long number = varint();
        return (number >>> 1) ^ -(number & 1);
    }
}
