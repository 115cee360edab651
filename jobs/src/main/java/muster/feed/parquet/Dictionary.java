package muster.feed.parquet;

import muster.feed.parquet.Footer.Kind;

/** The distinct values of a column in a row group: positions in their page. */
final class Dictionary {

    private final Kind kind;
    private final byte[] page;
    private final int[] starts;

    /** @throws muster.feed.FileRefusedException where the page does not hold so many values */
    Dictionary(Kind kind, byte[] page, int values) {
        this.kind = kind;
        this.page = page;
        int smallest = kind == Kind.INT64 ? Long.BYTES : Integer.BYTES;
        if (kind == Kind.TRUTH || (long) values * smallest > page.length) {
            throw ParquetFault.broken("A dictionary does not hold its values.");
        }
        starts = new int[values];
        int at = 0;
        for (int i = 0; i < values; i++) {
            starts[i] = at;
            at += kind == Kind.TEXT ? Integer.BYTES + size(at) : smallest;
        }
    }

    private int size(int at) {
        int size = (int) Bits.little(page, at, page.length, Integer.BYTES);
        if (size < 0 || size > page.length - at - Integer.BYTES) {
            throw ParquetFault.broken("A text is longer than its page.");
        }
        return size;
    }

    /** Bytes held. */
    int held() {
        return page.length + starts.length * Integer.BYTES;
    }

    void write(int position, RowText row, int field) {
        if (position < 0 || position >= starts.length) {
            throw ParquetFault.broken("A value is not in its dictionary.");
        }
        int at = starts[position];
        switch (kind) {
            case INT32 -> row.number(field, (int) Bits.little(page, at, page.length, Integer.BYTES));
            case INT64 -> row.number(field, Bits.little(page, at, page.length, Long.BYTES));
            default -> row.text(field, page, at + Integer.BYTES, size(at));
        }
    }
}
