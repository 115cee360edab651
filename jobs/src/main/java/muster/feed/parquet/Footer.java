package muster.feed.parquet;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file's footer says, as far as a flat table needs it.
 *
 * @param leaves the leaf columns in the order of the column chunks
 * @param rows rows in all
 * @param groups the row groups
 */
record Footer(List<Leaf> leaves, long rows, List<Group> groups) {

    /**
     * A leaf column.
     *
     * @param name its name; within a group the group's for the first leaf, and empty for the others
     * @param kind how its values are stored; null for a kind that no column of ours has
     * @param optional true where values may be absent
     * @param flat false within a group, or where it repeats
     */
    record Leaf(String name, Kind kind, boolean optional, boolean flat) {}

    /** How values are stored. */
    enum Kind {
        TRUTH,
        INT32,
        INT64,
        TEXT
    }

    /** A row group: the rows that its column chunks hold together. */
    record Group(long rows, List<Chunk> chunks) {}

    /**
     * One column of a row group.
     *
     * @param codec how pages are packed, by its number in the format
     * @param values values in all, absent ones too
     * @param from position of its first page in the file
     * @param length bytes of its pages
     */
    record Chunk(int codec, long values, long from, long length) {}

    /** Reads the footer; {@code dataEnd} is where it begins, and no page may reach beyond. */
    static Footer read(byte[] bytes, long dataEnd, int maxColumns) {
        FooterReader reader = new FooterReader(new ThriftInput(bytes, 0, bytes.length), dataEnd, maxColumns);
        return reader.file();
    }

    /** One pass over the footer. */
    private static final class FooterReader {
        private static final int REPEATED = 2;
        private static final int OPTIONAL = 1;
        /** Converted types that leave a value what it looks like: text, enumeration, whole numbers, JSON. */
        private static final List<Integer> PLAIN_CONVERTED = List.of(0, 4, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        /** Fields of the logical type that do the same: string, enumeration, integer, JSON. */
        private static final List<Integer> PLAIN_LOGICAL = List.of(1, 4, 10, 12);

        private final ThriftInput in;
        private final long dataEnd;
        private final int maxColumns;
        private final List<Leaf> leaves = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private long rows = -1;

        FooterReader(ThriftInput in, long dataEnd, int maxColumns) {
            this.in = in;
            this.dataEnd = dataEnd;
            this.maxColumns = maxColumns;
        }

        Footer file() {
            for (int id = in.field(0); id != 0; id = in.field(id)) {
                switch (id) {
                    case 2 -> schema();
                    case 3 -> rows = in.number();
                    case 4 -> groups();
                    default -> in.skip();
                }
            }
            long inGroups = 0;
            for (Group group : groups) {
                if (group.chunks.size() != leaves.size() || group.rows > rows) {
                    throw ParquetFault.broken("A row group contradicts the footer.");
                }
                inGroups += group.rows;
            }
            if (leaves.isEmpty() || inGroups != rows) {
                throw ParquetFault.broken("The footer contradicts itself.");
            }
            return new Footer(leaves, rows, groups);
        }

        private void schema() {
            int elements = in.list(ThriftInput.STRUCT);
            if (elements > 0) {
                Element root = element();
                elements--;
                for (int i = 0; i < root.children; i++) {
                    elements = subtree(elements, null, 0);
                }
            }
            if (elements != 0) {
                throw ParquetFault.broken("The schema contradicts itself.");
            }
        }

        /** Reads a column, or a group under whose name its first leaf goes, so that it is not silently missed. */
        private int subtree(int elements, String group, int depth) {
            if (depth > maxColumns || leaves.size() >= maxColumns) {
                throw ParquetFault.limit("More columns than the limit.");
            }
            if (elements <= 0) {
                throw ParquetFault.broken("The schema contradicts itself.");
            }
            Element element = element();
            int left = elements - 1;
            if (element.children == 0) {
                leaves.add(element.leaf(group));
                return left;
            }
            String name = group == null ? element.name : group;
            for (int i = 0; i < element.children; i++) {
                left = subtree(left, i == 0 ? name : "", depth + 1);
            }
            return left;
        }

        private Element element() {
            Element element = new Element();
            for (int id = in.field(0); id != 0; id = in.field(id)) {
                switch (id) {
                    case 1 -> element.type = in.integer();
                    case 3 -> element.repetition = in.integer();
                    case 4 -> element.name = in.text();
                    case 5 -> element.children = in.integer();
                    case 6 -> element.plain &= PLAIN_CONVERTED.contains(in.integer());
                    case 10 -> logical(element);
                    default -> in.skip();
                }
            }
            return element;
        }

        private void logical(Element element) {
            in.expect(ThriftInput.STRUCT);
            for (int id = in.field(0); id != 0; id = in.field(id)) {
                element.plain &= PLAIN_LOGICAL.contains(id);
                in.skip();
            }
        }

        private void groups() {
            int count = in.list(ThriftInput.STRUCT);
            for (int i = 0; i < count; i++) {
                groups.add(group());
            }
        }

        private Group group() {
            List<Chunk> chunks = new ArrayList<>();
            long inGroup = -1;
            for (int id = in.field(0); id != 0; id = in.field(id)) {
                switch (id) {
                    case 1 -> {
                        int count = in.list(ThriftInput.STRUCT);
                        for (int i = 0; i < count; i++) {
                            chunks.add(chunk());
                        }
                    }
                    case 3 -> inGroup = in.number();
                    default -> in.skip();
                }
            }
            if (inGroup < 0) {
                throw ParquetFault.broken("A row group does not say how many rows it has.");
            }
            return new Group(inGroup, chunks);
        }

        private Chunk chunk() {
            Chunk chunk = null;
            for (int id = in.field(0); id != 0; id = in.field(id)) {
                if (id == 1) {
                    throw ParquetFault.broken("A column lies in another file.");
                } else if (id == 3) {
                    chunk = metadata();
                } else {
                    in.skip();
                }
            }
            if (chunk == null) {
                throw ParquetFault.broken("A column lacks its metadata.");
            }
            return chunk;
        }

        private Chunk metadata() {
            in.expect(ThriftInput.STRUCT);
            int codec = -1;
            long values = -1;
            long length = -1;
            long data = -1;
            long dictionary = -1;
            for (int id = in.field(0); id != 0; id = in.field(id)) {
                switch (id) {
                    case 4 -> codec = in.integer();
                    case 5 -> values = in.number();
                    case 7 -> length = in.number();
                    case 9 -> data = in.number();
                    case 11 -> dictionary = in.number();
                    default -> in.skip();
                }
            }
            long from = dictionary > 0 && dictionary < data ? dictionary : data;
            if (values < 0 || length < 0 || from < 0 || from > dataEnd || length > dataEnd - from) {
                throw ParquetFault.broken("A column lies outside the file.");
            }
            return new Chunk(codec, values, from, length);
        }

        /** A node of the schema while it is read. */
        private static final class Element {
            private int type = -1;
            private int repetition;
            private String name = "";
            private int children;
            private boolean plain = true;

            Leaf leaf(String group) {
                Kind kind = !plain
                        ? null
                        : switch (type) {
                            case 0 -> Kind.TRUTH;
                            case 1 -> Kind.INT32;
                            case 2 -> Kind.INT64;
                            case 6 -> Kind.TEXT;
                            default -> null;
                        };
                boolean flat = group == null && repetition != REPEATED;
                return new Leaf(group == null ? name : group, kind, repetition == OPTIONAL, flat);
            }
        }
    }
}
