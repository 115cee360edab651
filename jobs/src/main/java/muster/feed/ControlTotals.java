package muster.feed;

/**
 * Counts over the data rows of a file, in the way a control file states them (rulings 2): rows, the sum of the last
 * four digits of every NHS number as sent, distinct children.
 *
 * <p>Children are told apart by a 64-bit hash of the number, else of the local identifier, in a flat table of longs: no
 * identifier is kept, and a million rows cost 16 MB at most.
 */
public final class ControlTotals {

    private static final int LAST_DIGITS = 10_000;
    private static final int FIRST_CAPACITY = 1 << 12;

    private final boolean countChildren;
    private long rows;
    private long hashTotal;
    private long children;
    private long[] seen;

    /** @param countChildren false where nobody declared the number of children, which then costs nothing */
    public ControlTotals(boolean countChildren) {
        this.countChildren = countChildren;
        this.seen = countChildren ? new long[FIRST_CAPACITY] : new long[0];
    }

    /** One more data row, whatever becomes of it. */
    public void row() {
        rows++;
    }

    /** The NHS number of the row as sent: ASCII digits of it count, everything else does not. */
    public void number(byte[] text, int from, int to) {
        int last = 0;
        for (int i = from; i < to; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                last = (last * 10 + text[i] - '0') % LAST_DIGITS;
            }
        }
        hashTotal += last;
    }

    /** The child of the row: its number as cleaned where it has one, else its local identifier. */
    public void child(boolean byNumber, byte[] text, int from, int to) {
        if (!countChildren || from >= to) {
            return;
        }
        long hash = byNumber ? 0x9E3779B97F4A7C15L : 0xC2B2AE3D27D4EB4FL;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (byNumber && (b < '0' || b > '9') && (b <= ' ' || b == '-')) {
                continue;
            }
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        add(mixed(hash));
    }

    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        h ^= h >>> 32;
        return h == 0 ? 1 : h;
    }

    private void add(long hash) {
        if (children * 4 >= seen.length * 3L) {
            grow();
        }
        if (place(seen, hash)) {
            children++;
        }
    }

    private static boolean place(long[] table, long hash) {
        int mask = table.length - 1;
        int at = (int) hash & mask;
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = hash;
        return true;
    }

    private void grow() {
        long[] larger = new long[seen.length * 2];
        for (long hash : seen) {
            if (hash != 0) {
                place(larger, hash);
            }
        }
        seen = larger;
    }

    /** Data rows: blank rows, instruction rows and repeated headers left out. */
    public long rows() {
        return rows;
    }

    /** Sum of the last four digits of every NHS number. */
    public long hashTotal() {
        return hashTotal;
    }

    /** Distinct children. */
    public long children() {
        return children;
    }
}
