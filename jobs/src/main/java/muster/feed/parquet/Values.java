package muster.feed.parquet;

import muster.feed.parquet.Footer.Kind;

/** The values of one page, one after the other, each written to a field of the row. */
interface Values {

    int PLAIN = 0;
    int PLAIN_DICTIONARY = 2;
    int RLE = 3;
    int DELTA_BINARY_PACKED = 5;
    int DELTA_LENGTH_BYTE_ARRAY = 6;
    int DELTA_BYTE_ARRAY = 7;
    int RLE_DICTIONARY = 8;

    /** Writes the next value. */
    void next(RowText row, int field);

    /**
     * The values of a page by their encoding.
     *
     * @param from where they begin in the page
     * @param dictionary of the column in this row group; null where none came
     * @param longest longest text that is taken
     */
    static Values of(PageHeader head, Kind kind, byte[] page, int from, Dictionary dictionary, int longest) {
        int encoding = head.encoding();
        int end = page.length;
        boolean number = kind == Kind.INT32 || kind == Kind.INT64;
        if (encoding == PLAIN) {
            return plain(kind, page, from);
        } else if (encoding == PLAIN_DICTIONARY || encoding == RLE_DICTIONARY) {
            return dictionary(page, from, dictionary);
        } else if (encoding == RLE && kind == Kind.TRUTH) {
            HybridInts truths = new HybridInts(page, from + Integer.BYTES, end, 1);
            return (row, field) -> row.truth(field, truths.next() != 0);
        } else if (encoding == DELTA_BINARY_PACKED && number) {
            DeltaLongs numbers = new DeltaLongs(page, from, end, head.values());
            return kind == Kind.INT32
                    ? (row, field) -> row.number(field, (int) numbers.next())
                    : (row, field) -> row.number(field, numbers.next());
        } else if (encoding == DELTA_LENGTH_BYTE_ARRAY && kind == Kind.TEXT) {
            return new DeltaTexts(page, from, head.values(), false, longest);
        } else if (encoding == DELTA_BYTE_ARRAY && kind == Kind.TEXT) {
            return new DeltaTexts(page, from, head.values(), true, longest);
        }
        throw ParquetFault.broken("A page is of an encoding that is not taken.");
    }

    private static Values plain(Kind kind, byte[] page, int from) {
        return switch (kind) {
            case TRUTH -> new PlainTruths(page, from);
            case INT32 -> new PlainNumbers(page, from, Integer.BYTES);
            case INT64 -> new PlainNumbers(page, from, Long.BYTES);
            case TEXT -> new PlainTexts(page, from);
        };
    }

    private static Values dictionary(byte[] page, int from, Dictionary dictionary) {
        if (dictionary == null) {
            throw ParquetFault.broken("A dictionary is missing.");
        }
        HybridInts positions = from < page.length
                ? new HybridInts(page, from + 1, page.length, page[from] & 0xFF)
                : new HybridInts(page, from, from, 0);
        return (row, field) -> dictionary.write(positions.next(), row, field);
    }

    /** Bits, lowest first. */
    final class PlainTruths implements Values {
        private final byte[] page;
        private long bit;

        PlainTruths(byte[] page, int from) {
            this.page = page;
            this.bit = (long) from * Byte.SIZE;
        }

        @Override
        public void next(RowText row, int field) {
            row.truth(field, Bits.bits(page, bit++, 1, page.length) != 0);
        }
    }

    /** Little-endian numbers. */
    final class PlainNumbers implements Values {
        private final byte[] page;
        private final int size;
        private int at;

        PlainNumbers(byte[] page, int from, int size) {
            this.page = page;
            this.at = from;
            this.size = size;
        }

        @Override
        public void next(RowText row, int field) {
            long value = Bits.little(page, at, page.length, size);
            at += size;
            row.number(field, size == Integer.BYTES ? (int) value : value);
        }
    }

    /** A length, then the bytes. */
    final class PlainTexts implements Values {
        private final byte[] page;
        private int at;

        PlainTexts(byte[] page, int from) {
            this.page = page;
            this.at = from;
        }

        @Override
        public void next(RowText row, int field) {
            int size = (int) Bits.little(page, at, page.length, Integer.BYTES);
            at += Integer.BYTES;
            if (size < 0 || size > page.length - at) {
                throw ParquetFault.broken("A text is longer than its page.");
            }
            row.text(field, page, at, size);
            at += size;
        }
    }

    /** Lengths as differences, then the bytes; or what each text shares with the one before, then the rest of it. */
    final class DeltaTexts implements Values {
        private final byte[] page;
        private final DeltaLongs prefixes;
        private final DeltaLongs lengths;
        private final byte[] text;
        private int at;

        DeltaTexts(byte[] page, int from, int most, boolean prefixed, int longest) {
            this.page = page;
            this.text = new byte[longest];
            this.prefixes = prefixed ? new DeltaLongs(page, from, page.length, most) : null;
            int lengthsAt = prefixed ? new DeltaLongs(page, from, page.length, most).skipAll() : from;
            this.lengths = new DeltaLongs(page, lengthsAt, page.length, most);
            this.at = new DeltaLongs(page, lengthsAt, page.length, most).skipAll();
        }

        @Override
        public void next(RowText row, int field) {
            long shared = prefixes == null ? 0 : prefixes.next();
            long size = lengths.next();
            if (shared < 0 || size < 0 || size > page.length - at) {
                throw ParquetFault.broken("A text is longer than its page.");
            }
            if (shared + size > text.length) {
                throw ParquetFault.limit("A field is longer than the limit.");
            }
            System.arraycopy(page, at, text, (int) shared, (int) size);
            at += (int) size;
            row.text(field, text, 0, (int) (shared + size));
        }
    }
}
