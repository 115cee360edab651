package muster.feed.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import muster.definition.feed.IntakeSettings;
import muster.feed.FileRefusedException;
import muster.feed.parquet.Footer.Chunk;
import muster.feed.parquet.Footer.Leaf;

/** Goes through one column of a row group, value by value, holding one page and the dictionary. */
final class ColumnCursor {

    private static final int FIRST_WINDOW = 1 << 10;
    private static final int WINDOW_GROWTH = 16;

    private final FileChannel file;
    private final Leaf leaf;
    private final IntakeSettings limits;
    private final Held held;
    private final int codec;
    private final int field;
    private final long end;
    private long at;
    private long valuesLeft;
    private int leftInPage;
    private int pageHeld;
    private Dictionary dictionary;
    private HybridInts levels;
    private Values values;

    ColumnCursor(FileChannel file, Chunk chunk, Leaf leaf, int field, IntakeSettings limits, Held held) {
        this.file = file;
        this.leaf = leaf;
        this.field = field;
        this.limits = limits;
        this.held = held;
        this.codec = chunk.codec();
        this.at = chunk.from();
        this.end = chunk.from() + chunk.length();
        this.valuesLeft = chunk.values();
    }

    /** Writes the column's next value to its field, or leaves it empty where the row has none. */
    void next(RowText row) throws IOException {
        while (leftInPage == 0) {
            nextPage();
        }
        leftInPage--;
        if (levels == null || levels.next() != 0) {
            values.next(row, field);
        }
    }

    /** Gives back what was held. */
    void close() {
        held.release(pageHeld + (dictionary == null ? 0L : dictionary.held()));
        pageHeld = 0;
        dictionary = null;
    }

    private void nextPage() throws IOException {
        PageHeader head = head();
        at += head.headerBytes();
        int most = limits.parquet().maxPageBytes();
        if (head.packed() > most || head.unpacked() > most) {
            throw ParquetFault.limit("A page is larger than the limit.");
        }
        if (head.packed() > end - at) {
            throw ParquetFault.broken("A page lies outside its column.");
        }
        held.release(pageHeld);
        pageHeld = 0;
        if (head.type() == PageHeader.INDEX) {
            at += head.packed();
            return;
        }
        byte[] packed = read(at, head.packed());
        at += head.packed();
        page(head, packed);
    }

    private void page(PageHeader head, byte[] packed) {
        held.add(head.unpacked());
        if (head.type() == PageHeader.DICTIONARY) {
            held.release(head.unpacked());
            if (dictionary != null) {
                throw ParquetFault.broken("A column has two dictionaries.");
            }
            byte[] page = Codecs.unpack(codec, packed, 0, new byte[head.unpacked()], 0);
            dictionary = new Dictionary(leaf.kind(), page, head.values());
            held.add(dictionary.held());
            return;
        }
        pageHeld = head.unpacked();
        if (head.values() > valuesLeft) {
            throw ParquetFault.broken("A page holds more values than its column.");
        }
        valuesLeft -= head.values();
        leftInPage = head.values();
        if (head.type() == PageHeader.DATA) {
            first(head, Codecs.unpack(codec, packed, 0, new byte[head.unpacked()], 0));
        } else if (head.type() == PageHeader.DATA_2) {
            second(head, packed);
        } else {
            throw ParquetFault.broken("A page is of no known kind.");
        }
    }

    private void first(PageHeader head, byte[] page) {
        int from = 0;
        levels = null;
        if (leaf.optional()) {
            int length = (int) Bits.little(page, 0, page.length, Integer.BYTES);
            if (head.levelEncoding() != PageHeader.RLE || length < 0 || length > page.length - Integer.BYTES) {
                throw ParquetFault.broken("A page does not say properly which values are absent.");
            }
            from = Integer.BYTES + length;
            levels = new HybridInts(page, Integer.BYTES, from, 1);
        }
        values = values(head, page, from);
    }

    private void second(PageHeader head, byte[] packed) {
        long before = (long) head.repetitionBytes() + head.definitionBytes();
        if (before > packed.length || before > head.unpacked()) {
            throw ParquetFault.broken("A page does not say properly which values are absent.");
        }
        int from = (int) before;
        byte[] page = new byte[head.unpacked()];
        System.arraycopy(packed, 0, page, 0, from);
        Codecs.unpack(head.compressed() ? codec : Codecs.UNCOMPRESSED, packed, from, page, from);
        levels = leaf.optional() ? new HybridInts(page, head.repetitionBytes(), from, 1) : null;
        values = values(head, page, from);
    }

    private Values values(PageHeader head, byte[] page, int from) {
        return Values.of(head, leaf.kind(), page, from, dictionary, limits.maxFieldBytes());
    }

    /** Page heads are short, but may quote a value at length: looked for in a small piece first, then in larger ones. */
    private PageHeader head() throws IOException {
        for (long window = FIRST_WINDOW; ; window *= WINDOW_GROWTH) {
            int length =
                    (int) Math.min(end - at, Math.min(window, limits.parquet().maxPageBytes()));
            byte[] bytes = read(at, length);
            try {
                return PageHeader.read(bytes, length);
            } catch (FileRefusedException e) {
                if (length < window) {
                    throw e;
                }
            }
        }
    }

    private byte[] read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw ParquetFault.broken("The file ends too early.");
            }
        }
        return bytes.array();
    }
}
