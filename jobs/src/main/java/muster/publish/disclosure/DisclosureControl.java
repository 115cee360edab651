package muster.publish.disclosure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import muster.publish.disclosure.DisclosureCheck.Exposure;

/**
 * Hides what a profile asks for (reports 0.7): merges areas, hides small numbers, hides a second number wherever one
 * alone could be had by subtraction, repeats until nothing changes, and lets {@link DisclosureCheck} attack the result.
 * The same cells always give the same result, in whatever order they come.
 */
public final class DisclosureControl {
    private final DisclosureProfile profile;
    private final SuppressionState state;

    private DisclosureControl(DisclosureProfile profile, SuppressionState state) {
        this.profile = profile;
        this.state = state;
    }

    /**
     * Controls one release.
     *
     * @param profile the rules
     * @param cells every count of the release, and the unpublished parts of its sums
     * @param groups every sum that holds between them
     * @param released tables of the same counts that some of the readers have already: what these hide stays hidden
     * @throws DisclosureException where sums do not hold, or no safe release is found within the profile's rounds
     */
    public static DisclosedTable apply(
            DisclosureProfile profile,
            Collection<CountCell> cells,
            Collection<AdditiveGroup> groups,
            Collection<DisclosedTable> released) {
        SuppressionState state = new SuppressionState(merged(profile, cells), mergedGroups(profile, groups));
        DisclosureControl control = new DisclosureControl(profile, state);
        released.forEach(state::hideAsIn);
        if (profile.suppression()) {
            control.hidePrimary();
            control.hideSecondary();
        }
        return control.table();
    }

    /** Step 1: what is small by itself. Package-private so that a test can show it is not enough. */
    void hidePrimary() {
        for (int i = 0; i < state.size(); i++) {
            CountCell cell = state.cell(i);
            boolean small = profile.isSmall(cell.numerator()) || profile.isSmall(cell.complement());
            // Numerator and complement add up to the denominator: where that is no more than the cut-off it bounds
            // both.
            if (profile.isSmallDenominator(cell.denominator()) || small && cell.denominator() <= profile.cutOff()) {
                state.hideDenominator(i);
            } else if (small) {
                state.hideNumerator(i);
            }
        }
    }

    static DisclosureControl over(DisclosureProfile profile, SuppressionState state) {
        return new DisclosureControl(profile, state);
    }

    /** Steps 2, 3 and 5: pairs up what stands alone in a sum, attacks the result, and hides more until it holds. */
    private void hideSecondary() {
        for (int round = 0; round < profile.maximumRounds(); round++) {
            boolean changed = false;
            for (int[] group : state.groups()) {
                for (Family family : List.of(Family.DENOMINATOR, Family.NUMERATOR, Family.COMPLEMENT)) {
                    changed |= protectSum(group, family);
                }
            }
            if (!changed && !hideExposed()) {
                return;
            }
        }
        throw new DisclosureException("profile %s: no safe release after %d rounds of hiding"
                .formatted(profile.profile(), profile.maximumRounds()));
    }

    private boolean protectSum(int[] group, Family family) {
        boolean changed = false;
        while (isWeak(group, family)) {
            Optional<Integer> next = nextSmallest(group, family);
            if (next.isEmpty()) {
                return changed;
            }
            family.hide(state, next.get());
            changed = true;
        }
        return changed;
    }

    /** True where one hidden member can be had by subtraction, or the hidden parts together are too few to hide in. */
    private boolean isWeak(int[] group, Family family) {
        int[] hidden = Arrays.stream(group).filter(i -> family.hidden(state, i)).toArray();
        if (hidden.length == 0 || Arrays.stream(hidden).noneMatch(this::matters)) {
            return false;
        }
        if (hidden.length == 1) {
            return true;
        }
        boolean totalShown = hidden[0] != group[0];
        long together = Arrays.stream(hidden)
                .mapToLong(i -> family.value(state.cell(i)))
                .sum();
        return totalShown
                && together <= profile.cutOff()
                && Arrays.stream(hidden).anyMatch(i -> profile.isSmall(family.value(state.cell(i))));
    }

    /** A count that stands in no output need not be hidden unless it is small. */
    private boolean matters(int cell) {
        CountCell count = state.cell(cell);
        return count.published() || isProtected(count);
    }

    private boolean isProtected(CountCell cell) {
        return Arrays.stream(Family.values()).anyMatch(family -> family.isProtected(profile, cell));
    }

    /** The smallest shown member that is not 0, ties by area code; a total is never smaller than its parts. */
    private Optional<Integer> nextSmallest(int[] group, Family family) {
        return IntStream.range(0, group.length)
                .boxed()
                .filter(at -> !family.hidden(state, group[at]) && family.value(state.cell(group[at])) > 0)
                .min(Comparator.<Integer>comparingLong(at -> family.value(state.cell(group[at])))
                        .thenComparing(at -> at == 0)
                        .thenComparing(at -> state.cell(group[at]).key()))
                .map(at -> group[at]);
    }

    /** Step 5: hides more near each number the attack still pins down; true where there was one. */
    private boolean hideExposed() {
        List<Exposure> exposures = new DisclosureCheck(profile, state).exposures();
        boolean changed = exposures.isEmpty();
        for (Exposure exposure : exposures) {
            // What was hidden for one may be enough for the next; the attack of the next round tells.
            changed |= hideNear(exposure.cell(), this::hideNeighbours, exposure.family())
                    || hideNear(exposure.cell(), this::hideDenominators, Family.DENOMINATOR);
        }
        if (!changed) {
            throw new DisclosureException("profile %s: %s cannot be hidden among what is published"
                    .formatted(
                            profile.profile(),
                            state.cell(exposures.get(0).cell()).key()));
        }
        return !exposures.isEmpty();
    }

    /** Hides something in the sums of a ring of cells; true where anything was left to hide. */
    private interface Hiding {
        boolean in(Set<Integer> ring, List<int[]> sums, Family family);
    }

    /** Goes outwards from the cell, from sum to sum through what is hidden already, until there is more to hide. */
    private boolean hideNear(int cell, Hiding hiding, Family family) {
        Set<Integer> seen = new LinkedHashSet<>();
        Set<Integer> ring = new LinkedHashSet<>(List.of(cell));
        while (!ring.isEmpty()) {
            seen.addAll(ring);
            Set<Integer> here = ring;
            List<int[]> sums = state.groups().stream()
                    .filter(group -> Arrays.stream(group).anyMatch(here::contains))
                    .toList();
            if (hiding.in(here, sums, family)) {
                return true;
            }
            ring = new LinkedHashSet<>();
            for (int[] sum : sums) {
                Arrays.stream(sum)
                        .filter(i -> state.numeratorHidden(i) && !seen.contains(i))
                        .forEach(ring::add);
            }
        }
        return false;
    }

    private boolean hideNeighbours(Set<Integer> ring, List<int[]> sums, Family family) {
        boolean changed = false;
        for (int[] sum : sums) {
            Optional<Integer> next = nextSmallest(sum, family);
            next.ifPresent(i -> family.hide(state, i));
            changed |= next.isPresent();
        }
        return changed;
    }

    /** With no neighbour left to hide, denominators go: they are what bounds the numerators. */
    private boolean hideDenominators(Set<Integer> ring, List<int[]> sums, Family family) {
        List<Integer> shown =
                ring.stream().filter(i -> !family.hidden(state, i)).toList();
        shown.forEach(i -> family.hide(state, i));
        return !shown.isEmpty();
    }

    private DisclosedTable table() {
        Map<CellKey, DisclosedCell> shown = new HashMap<>();
        int primary = 0;
        int secondary = 0;
        for (int i = 0; i < state.size(); i++) {
            CountCell cell = state.cell(i);
            if (!cell.published()) {
                continue;
            }
            DisclosedCell disclosed = new DisclosedCell(
                    cell.key(),
                    state.numeratorHidden(i) ? OptionalLong.empty() : OptionalLong.of(cell.numerator()),
                    state.denominatorHidden(i) ? OptionalLong.empty() : OptionalLong.of(cell.denominator()));
            shown.put(cell.key(), disclosed);
            if (isProtected(cell)) {
                primary++;
            } else if (disclosed.isHidden()) {
                secondary++;
            }
        }
        return new DisclosedTable(profile, shown, primary, secondary);
    }

    private static Collection<CountCell> merged(DisclosureProfile profile, Collection<CountCell> cells) {
        Map<CellKey, CountCell> byKey = new TreeMap<>();
        for (CountCell cell : cells) {
            AreaKey area = profile.publishedAs(cell.key().area());
            CountCell moved = cell.at(area);
            boolean isMerge = profile.mergedName(area).isPresent();
            CountCell before = byKey.put(
                    moved.key(),
                    isMerge && byKey.containsKey(moved.key())
                            ? byKey.get(moved.key()).plus(moved)
                            : moved);
            if (before != null && !isMerge) {
                throw new DisclosureException("counted twice: " + cell.key());
            }
        }
        return byKey.values();
    }

    private static List<AdditiveGroup> mergedGroups(DisclosureProfile profile, Collection<AdditiveGroup> groups) {
        return groups.stream()
                .map(group -> new AdditiveGroup(
                        group.id(),
                        at(profile, group.total()),
                        group.parts().stream()
                                .map(part -> at(profile, part))
                                .distinct()
                                .toList()))
                .toList();
    }

    private static CellKey at(DisclosureProfile profile, CellKey key) {
        return new CellKey(key.series(), profile.publishedAs(key.area()));
    }
}
