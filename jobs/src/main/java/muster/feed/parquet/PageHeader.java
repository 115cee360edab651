package muster.feed.parquet;

/**
 * The head of a page.
 *
 * @param type 0 data, 1 index, 2 dictionary, 3 data in the second form
 * @param unpacked bytes after unpacking
 * @param packed bytes in the file
 * @param values values in it, absent ones too
 * @param encoding how its values are written, by its number in the format
 * @param levelEncoding how the first form writes which values are absent
 * @param definitionBytes second form: bytes of that
 * @param repetitionBytes second form: bytes of repetition levels
 * @param compressed second form: false where the values are not packed
 * @param headerBytes bytes of the head itself
 */
record PageHeader(
        int type,
        int unpacked,
        int packed,
        int values,
        int encoding,
        int levelEncoding,
        int definitionBytes,
        int repetitionBytes,
        boolean compressed,
        int headerBytes) {

    static final int DATA = 0;
    static final int INDEX = 1;
    static final int DICTIONARY = 2;
    static final int DATA_2 = 3;

    static final int RLE = 3;

    /** Reads the head at the start of the bytes. */
    static PageHeader read(byte[] bytes, int length) {
        Draft draft = new Draft();
        ThriftInput in = new ThriftInput(bytes, 0, length);
        for (int id = in.field(0); id != 0; id = in.field(id)) {
            switch (id) {
                case 1 -> draft.type = in.integer();
                case 2 -> draft.unpacked = in.integer();
                case 3 -> draft.packed = in.integer();
                case 5, 7 -> first(in, draft);
                case 8 -> second(in, draft);
                default -> in.skip();
            }
        }
        if (draft.unpacked < 0
                || draft.packed < 0
                || draft.values < 0
                || draft.definitionBytes < 0
                || draft.repetitionBytes < 0) {
            throw ParquetFault.broken("A page head contradicts itself.");
        }
        return draft.header(in.position());
    }

    private static void first(ThriftInput in, Draft draft) {
        in.expect(ThriftInput.STRUCT);
        for (int id = in.field(0); id != 0; id = in.field(id)) {
            switch (id) {
                case 1 -> draft.values = in.integer();
                case 2 -> draft.encoding = in.integer();
                // A dictionary page says there whether its values are sorted, which nobody asks.
                case 3 -> draft.levelEncoding = in.integer();
                default -> in.skip();
            }
        }
    }

    private static void second(ThriftInput in, Draft draft) {
        in.expect(ThriftInput.STRUCT);
        for (int id = in.field(0); id != 0; id = in.field(id)) {
            switch (id) {
                case 1 -> draft.values = in.integer();
                case 4 -> draft.encoding = in.integer();
                case 5 -> draft.definitionBytes = in.integer();
                case 6 -> draft.repetitionBytes = in.integer();
                case 7 -> draft.compressed = in.number() != 0;
                default -> in.skip();
            }
        }
    }

    private static final class Draft {
        private int type = -1;
        private int unpacked = -1;
        private int packed = -1;
        private int values = -1;
        private int encoding = -1;
        private int levelEncoding = RLE;
        private int definitionBytes;
        private int repetitionBytes;
        private boolean compressed = true;

        PageHeader header(int headerBytes) {
            return new PageHeader(
                    type,
                    unpacked,
                    packed,
                    type == INDEX ? 0 : values,
                    encoding,
                    levelEncoding,
                    definitionBytes,
                    repetitionBytes,
                    compressed,
                    headerBytes);
        }
    }
}
