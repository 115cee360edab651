package muster.synthetic;

import java.util.Arrays;

/** Distinct positive numbers in little memory: eight bytes each at half load. */
final class LongSet {
    private long[] slots = new long[1024];
    private int size;

    void add(long value) {
        if (size * 2 >= slots.length) {
            long[] old = slots;
            slots = new long[old.length * 2];
            size = 0;
            Arrays.stream(old).filter(held -> held != 0).forEach(this::add);
        }
        int at = (int) ((value * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != value) {
            at = (at + 1) & (slots.length - 1);
        }
        if (slots[at] == 0) {
            slots[at] = value;
            size++;
        }
    }

    int size() {
        return size;
    }
}
