package muster.acceptance.slowpathway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Chance with a memory: the same seed gives the same children, and no two records one key. */
final class SlowChance {

    /** Days from an event to a day of the comparison: at the edge of what runs from it. */
    private static final List<Integer> BEFORE = List.of(0, 1, 7, 13, 14, 20, 21, 27, 27, 28, 29, 364, 365, 366);

    private final Random random;
    private final List<LocalDate> days;
    private long lastKey;

    SlowChance(long seed, List<LocalDate> days, long firstKey) {
        this.random = new Random(seed);
        this.days = days;
        this.lastKey = firstKey;
    }

    long key() {
        return ++lastKey;
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    LocalDate dayBetween(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    /** A day on which something of a rule may happen: near its due date, at the edge of a limit, or far from both. */
    LocalDate dayOf(SlowRule rule, SlowChild child) {
        LocalDate shortlyBefore = beforeComparison();
        if (in(15) && !shortlyBefore.isBefore(rule.due().of(child).minusDays(60))) {
            return shortlyBefore;
        }
        int kind = between(0, 99);
        if (kind < 45) {
            return rule.due().of(child).plusDays(between(0, 20));
        }
        if (kind < 85) {
            return oneOf(limits(rule)).of(child).plusDays(between(-1, 1));
        }
        return rule.due().of(child).plusDays(between(-60, 400));
    }

    /** A day from which something runs that ends on a day of the comparison, or just before or after. */
    LocalDate beforeComparison() {
        return oneOf(days).minusDays(oneOf(BEFORE));
    }

    /** As many days as asked for, no two alike, in order. */
    List<LocalDate> days(SlowRule rule, SlowChild child, int count) {
        Set<LocalDate> days = new HashSet<>();
        while (days.size() < count) {
            days.add(dayOf(rule, child));
        }
        return days.stream().sorted().toList();
    }

    static List<SlowLimit> limits(SlowRule rule) {
        List<SlowLimit> limits = new ArrayList<>();
        for (SlowLimit limit :
                new SlowLimit[] {rule.due(), rule.earliest(), rule.target(), rule.amber(), rule.red(), rule.latest()}) {
            if (Objects.nonNull(limit)) {
                limits.add(limit);
            }
        }
        return limits;
    }
}
