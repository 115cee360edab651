package muster.publish.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of one release while it is decided which are hidden. Hiding a denominator hides its numerator, and hides
 * the same denominator wherever another measure shows it. Cells are numbered in the order of their keys, so that
 * nothing depends on the order in which they were handed over.
 */
final class SuppressionState {
    private final List<CountCell> cells;
    private final Map<CellKey, Integer> numbers = new HashMap<>();
    private final List<int[]> groups = new ArrayList<>();
    private final boolean[] numeratorHidden;
    private final boolean[] denominatorHidden;
    private final List<List<Integer>> sharing = new ArrayList<>();
    private final int[] denominatorOf;

    /**
     * Everything published is shown to begin with.
     *
     * @throws DisclosureException where a key stands twice, a group names no cell, a sum does not hold, or measures that
     *     share a cohort differ in their denominator
     */
    SuppressionState(Collection<CountCell> given, Collection<AdditiveGroup> sums) {
        Map<CellKey, CountCell> sorted = new TreeMap<>();
        for (CountCell cell : given) {
            if (sorted.put(cell.key(), cell) != null) {
                throw new DisclosureException("counted twice: " + cell.key());
            }
        }
        cells = List.copyOf(sorted.values());
        numeratorHidden = new boolean[cells.size()];
        denominatorHidden = new boolean[cells.size()];
        denominatorOf = new int[cells.size()];
        numberCells();
        sums.stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .map(this::checkedMembers)
                .forEach(groups::add);
    }

    int size() {
        return cells.size();
    }

    CountCell cell(int number) {
        return cells.get(number);
    }

    /** Members of each group by number, the total first. */
    List<int[]> groups() {
        return groups;
    }

    /** The number of the denominator a cell shows; cells of one cohort and area show the same. */
    int denominatorOf(int number) {
        return denominatorOf[number];
    }

    int denominators() {
        return sharing.size();
    }

    boolean numeratorHidden(int number) {
        return numeratorHidden[number];
    }

    boolean denominatorHidden(int number) {
        return denominatorHidden[number];
    }

    void hideNumerator(int number) {
        numeratorHidden[number] = true;
    }

    void hideDenominator(int number) {
        for (int other : sharing.get(denominatorOf[number])) {
            denominatorHidden[other] = true;
            numeratorHidden[other] = true;
        }
    }

    /** Hides again what an earlier release of the same cells hid, so that the two cannot be subtracted. */
    void hideAsIn(DisclosedTable released) {
        for (int i = 0; i < cells.size(); i++) {
            DisclosedCell before = released.find(cells.get(i).key()).orElse(null);
            if (before == null) {
                continue;
            }
            if (before.denominator().isEmpty()) {
                hideDenominator(i);
            } else if (before.numerator().isEmpty()) {
                hideNumerator(i);
            }
        }
    }

    private void numberCells() {
        Map<String, Integer> cohorts = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            CountCell cell = cells.get(i);
            numbers.put(cell.key(), i);
            String cohort = cell.cohort().isEmpty()
                    ? "cell " + i
                    : "cohort %s %s".formatted(cell.cohort(), cell.key().area());
            int shared = cohorts.computeIfAbsent(cohort, name -> {
                sharing.add(new ArrayList<>());
                return sharing.size() - 1;
            });
            requireSameDenominator(cell, sharing.get(shared));
            sharing.get(shared).add(i);
            denominatorOf[i] = shared;
            numeratorHidden[i] = !cell.published();
            denominatorHidden[i] = !cell.published();
        }
    }

    private void requireSameDenominator(CountCell cell, List<Integer> others) {
        if (!others.isEmpty() && cells.get(others.get(0)).denominator() != cell.denominator()) {
            throw new DisclosureException("denominators of one cohort differ: " + cell.key());
        }
    }

    private int[] checkedMembers(AdditiveGroup group) {
        int[] members = new int[group.parts().size() + 1];
        members[0] = number(group, group.total());
        long numerator = cells.get(members[0]).numerator();
        long denominator = cells.get(members[0]).denominator();
        for (int i = 1; i < members.length; i++) {
            members[i] = number(group, group.parts().get(i - 1));
            numerator -= cells.get(members[i]).numerator();
            denominator -= cells.get(members[i]).denominator();
        }
        if (numerator != 0 || denominator != 0) {
            throw new DisclosureException("the parts do not add up to the total: " + group.id());
        }
        return members;
    }

    private int number(AdditiveGroup group, CellKey key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new DisclosureException("group %s names a cell that was not counted: %s".formatted(group.id(), key));
        }
        return number;
    }
}
