package muster.publish.disclosure;

import static muster.publish.disclosure.Releases.cell;
import static muster.publish.disclosure.Releases.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No hidden number can be worked out: random hierarchies, a mutant, and an attacker that tries every table. */
class DisclosureAttackTest {
    private static final DisclosureProfile COMMISSIONER = profile("commissioner");

    /** A release of areas by age band, with every total. */
    private record Release(List<CountCell> cells, List<AdditiveGroup> groups) {}

    @ParameterizedTest
    @ValueSource(strings = {"commissioner", "open"})
    void aThousandRandomHierarchiesAreSafe(String name) {
        DisclosureProfile profile = profile(name);
        int caught = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Release release = random(new Random(seed), 400);
            DisclosedTable table = DisclosureControl.apply(profile, release.cells(), release.groups(), List.of());

            assertThat(shuffled(profile, release, seed)).as("seed %d", seed).isEqualTo(table);
            for (CountCell cell : release.cells()) {
                boolean small = profile.isSmall(cell.numerator()) || profile.isSmall(cell.complement());
                assertThat(small && !table.find(cell.key()).orElseThrow().isHidden())
                        .as("seed %d", seed)
                        .isFalse();
            }
            caught += primaryOnlyIsUnsafe(profile, release) ? 1 : 0;
        }
        // Hiding small numbers alone is what the check exists to stop: nearly every hierarchy gives some away.
        assertThat(caught).isGreaterThan(500);
    }

    @Test
    void theCheckCatchesHidingSmallNumbersAlone() {
        CellKey a = Releases.icb("A");
        CellKey b = Releases.icb("B");
        CellKey all = Releases.england();
        Release release = new Release(
                List.of(cell(a, 3, 100), cell(b, 28, 300), cell(all, 31, 400)), List.of(Releases.group(all, a, b)));

        assertThat(primaryOnlyIsUnsafe(COMMISSIONER, release)).isTrue();
    }

    @Test
    void theCheckCatchesARingThatNoSingleSumGivesAway() {
        // Three hidden numbers, each pair with a published sum: 3 + 40, 40 + 50, 3 + 50 have one solution only.
        CellKey a = Releases.icb("A");
        CellKey b = Releases.icb("B");
        CellKey c = Releases.icb("C");
        List<CellKey> sums = List.of(Releases.icb("AB"), Releases.icb("BC"), Releases.icb("CA"));
        SuppressionState state = new SuppressionState(
                List.of(
                        cell(a, 3, 100),
                        cell(b, 40, 100),
                        cell(c, 50, 100),
                        cell(sums.get(0), 43, 200),
                        cell(sums.get(1), 90, 200),
                        cell(sums.get(2), 53, 200)),
                List.of(
                        Releases.group(sums.get(0), a, b),
                        Releases.group(sums.get(1), b, c),
                        Releases.group(sums.get(2), c, a)));
        for (int i = 0; i < state.size(); i++) {
            if (state.cell(i).key().area().code().length() == 1) {
                state.hideNumerator(i);
            }
        }

        assertThat(new DisclosureCheck(COMMISSIONER, state).exposures()).isNotEmpty();
    }

    @Test
    void anAttackerWhoTriesEveryTableFindsNothing() {
        for (int seed = 0; seed < 150; seed++) {
            Release release = small(new Random(seed));
            DisclosedTable table = DisclosureControl.apply(COMMISSIONER, release.cells(), release.groups(), List.of());
            Map<CellKey, long[]> ranges = new EveryTable(release, table).ranges();
            for (CountCell cell : release.cells()) {
                long[] range = ranges.get(cell.key());
                if (COMMISSIONER.isSmall(cell.numerator())) {
                    assertThat(range[1]).as("seed %d %s", seed, cell.key()).isGreaterThan(COMMISSIONER.cutOff());
                }
                if (COMMISSIONER.isSmall(cell.complement())) {
                    assertThat(cell.denominator() - range[0])
                            .as("seed %d %s", seed, cell.key())
                            .isGreaterThan(COMMISSIONER.cutOff());
                }
            }
        }
    }

    private static boolean primaryOnlyIsUnsafe(DisclosureProfile profile, Release release) {
        SuppressionState state = new SuppressionState(release.cells(), release.groups());
        DisclosureControl.over(profile, state).hidePrimary();
        return !new DisclosureCheck(profile, state).exposures().isEmpty();
    }

    private static DisclosedTable shuffled(DisclosureProfile profile, Release release, int seed) {
        List<CountCell> cells = new ArrayList<>(release.cells());
        List<AdditiveGroup> groups = new ArrayList<>(release.groups());
        Collections.shuffle(cells, new Random(seed));
        Collections.shuffle(groups, new Random(seed));
        return DisclosureControl.apply(profile, cells, groups, List.of());
    }

    /** England, regions, ICBs, in all and by age band: two dimensions whose sums are all published. */
    private static Release random(Random random, int largest) {
        List<List<String>> regions = new ArrayList<>();
        for (int region = 0; region < 1 + random.nextInt(4); region++) {
            List<String> codes = new ArrayList<>();
            for (int code = 0; code < 1 + random.nextInt(5); code++) {
                codes.add("R%dI%d".formatted(region, code));
            }
            regions.add(codes);
        }
        int bands = 1 + random.nextInt(3);
        return release(regions, bands, () -> {
            int size = random.nextInt(3) == 0 ? 12 : largest;
            int denominator = random.nextInt(size);
            return new int[] {random.nextInt(denominator + 1), denominator};
        });
    }

    /** Few enough children for every possible table to be tried; no denominator is small enough to be hidden. */
    private static Release small(Random random) {
        return release(List.of(List.of("R0I0", "R0I1", "R0I2")), 2, () -> {
            int denominator = 6 + random.nextInt(4);
            return new int[] {random.nextInt(denominator + 1), denominator};
        });
    }

    private static Release release(List<List<String>> regions, int bands, java.util.function.Supplier<int[]> counts) {
        Map<CellKey, long[]> sums = new HashMap<>();
        Map<CellKey, List<CellKey>> parts = new HashMap<>();
        for (int region = 0; region < regions.size(); region++) {
            for (String code : regions.get(region)) {
                for (int band = 0; band < bands; band++) {
                    int[] count = counts.get();
                    for (String series : List.of("band" + band, "all")) {
                        for (AreaKey area : above(region, code)) {
                            sums.merge(new CellKey(series, area), new long[] {count[0], count[1]}, (a, b) ->
                                    new long[] {a[0] + b[0], a[1] + b[1]});
                        }
                    }
                    link(parts, region, code, "band" + band);
                }
                link(parts, region, code, "all");
            }
        }
        List<CountCell> cells = sums.entrySet().stream()
                .map(e -> cell(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .toList();
        List<AdditiveGroup> groups = new ArrayList<>();
        parts.forEach((total, members) -> groups.add(new AdditiveGroup(
                "areas of " + total, total, members.stream().distinct().toList())));
        sums.keySet().stream().filter(k -> k.series().equals("all")).forEach(total -> {
            List<CellKey> ages = new ArrayList<>();
            for (int band = 0; band < bands; band++) {
                ages.add(new CellKey("band" + band, total.area()));
            }
            groups.add(new AdditiveGroup("ages of " + total, total, ages));
        });
        return new Release(cells, groups);
    }

    private static List<AreaKey> above(int region, String code) {
        return List.of(
                new AreaKey("ICB", code), new AreaKey("REGION", "R" + region), new AreaKey("ENGLAND", "E92000001"));
    }

    private static void link(Map<CellKey, List<CellKey>> parts, int region, String code, String series) {
        List<AreaKey> above = above(region, code);
        for (int i = 1; i < above.size(); i++) {
            parts.computeIfAbsent(new CellKey(series, above.get(i)), k -> new ArrayList<>())
                    .add(new CellKey(series, above.get(i - 1)));
        }
    }

    /** Tries every table of numerators that agrees with what is shown; independent of the solver under test. */
    private static final class EveryTable {
        private final List<CountCell> inner;
        private final List<CountCell> cells;
        private final DisclosedTable table;
        private final Map<CellKey, int[]> made = new HashMap<>();
        private final Map<CellKey, long[]> ranges = new HashMap<>();
        private final long[] tried;

        EveryTable(Release release, DisclosedTable table) {
            cells = release.cells();
            inner = cells.stream()
                    .filter(c -> c.key().area().type().equals("ICB")
                            && !c.key().series().equals("all"))
                    .toList();
            this.table = table;
            tried = new long[inner.size()];
            for (CountCell cell : cells) {
                made.put(cell.key(), innerOf(cell.key()));
            }
        }

        Map<CellKey, long[]> ranges() {
            fill(0);
            return ranges;
        }

        private int[] innerOf(CellKey key) {
            return java.util.stream.IntStream.range(0, inner.size())
                    .filter(i -> {
                        CellKey k = inner.get(i).key();
                        return (key.series().equals("all") || key.series().equals(k.series()))
                                && (!key.area().type().equals("ICB")
                                        || key.area().equals(k.area()));
                    })
                    .toArray();
        }

        private void fill(int at) {
            if (at == inner.size()) {
                take();
                return;
            }
            DisclosedCell shown = table.find(inner.get(at).key()).orElseThrow();
            long from = shown.numerator().orElse(0);
            long to = shown.numerator().orElse(inner.get(at).denominator());
            for (tried[at] = from; tried[at] <= to; tried[at]++) {
                if (agrees(at)) {
                    fill(at + 1);
                }
            }
        }

        /** No shown sum may be passed, and one that is complete must be met. */
        private boolean agrees(int last) {
            for (CountCell cell : cells) {
                var shown = table.find(cell.key()).orElseThrow().numerator();
                int[] members = made.get(cell.key());
                if (shown.isEmpty() || Arrays.stream(members).noneMatch(i -> i == last)) {
                    continue;
                }
                long sum = Arrays.stream(members)
                        .filter(i -> i <= last)
                        .mapToLong(i -> tried[i])
                        .sum();
                boolean complete = members[members.length - 1] == last;
                if (sum > shown.getAsLong() || complete && sum != shown.getAsLong()) {
                    return false;
                }
            }
            return true;
        }

        private void take() {
            made.forEach((key, members) -> {
                long sum = Arrays.stream(members).mapToLong(i -> tried[i]).sum();
                long[] range = ranges.computeIfAbsent(key, k -> new long[] {sum, sum});
                range[0] = Math.min(range[0], sum);
                range[1] = Math.max(range[1], sum);
            });
        }
    }
}
