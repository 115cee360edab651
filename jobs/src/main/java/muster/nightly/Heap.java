package muster.nightly;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;

/** The highest heap occupied after a collection so far, from the collector's own figures (rulings 8). */
final class Heap {

    private static volatile long peak;

    static {
        HeapListener.listen();
    }

    private Heap() {}

    static long peakBytes() {
        return Math.max(peak, afterLastCollection());
    }

    static void saw(long occupied) {
        peak = Math.max(peak, occupied);
    }

    private static long afterLastCollection() {
        long occupied = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && usage != null) {
                occupied += usage.getUsed();
            }
        }
        return occupied;
    }
}
