package muster.publish.commissioner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.publish.disclosure.AdditiveGroup;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.CountCell;

/**
 * The counts of one period with every sum that a reader could do, ready for disclosure control.
 *
 * <p>An area that lies whole in the area above is a part of it as it stands. What is published of no area (children with
 * no code at a level, areas outside the footprint, the share of an area that lies in two) is an unpublished part, so that
 * sums come out exactly and nothing small can be had by subtraction.
 *
 * @param cells every count
 * @param cohorts children of the cohorts that make up one another, beside the measures that count them
 * @param groups every sum between them; views of the population are never mixed
 */
public record Release(List<MeasureCell> cells, List<CountCell> cohorts, List<AdditiveGroup> groups) {

    /**
     * Puts a release together.
     *
     * @param rows whole areas and their parts, of one period
     * @param measures what the outputs need to know of each measure, by id
     * @param sums the sums between their denominators
     * @throws IllegalArgumentException where a row names a measure that is not defined
     */
    public static Release of(
            Collection<ReleaseRow> rows, Map<String, PublishedMeasure> measures, Collection<CohortSum> sums) {
        Set<String> views = rows.stream().map(ReleaseRow::attribution).collect(Collectors.toCollection(TreeSet::new));
        List<MeasureCell> cells = new ArrayList<>();
        List<AdditiveGroup> groups = new ArrayList<>();
        for (String view : views) {
            View one = new View(
                    rows.stream().filter(row -> row.attribution().equals(view)).toList(), measures);
            cells.addAll(one.cells());
            groups.addAll(one.groups(one.cells()));
        }
        CohortSums cohorts = CohortSums.of(cells, sums);
        groups.addAll(cohorts.groups());
        return new Release(cells, cohorts.cells(), groups);
    }

    /** The names of the whole areas among some rows. */
    public static Map<AreaKey, String> names(Collection<ReleaseRow> rows) {
        Map<AreaKey, String> names = new TreeMap<>();
        rows.stream().filter(ReleaseRow::isWhole).forEach(row -> names.put(row.area(), row.name()));
        return names;
    }

    /** One view of the population. */
    private static final class View {
        private final List<ReleaseRow> rows;
        private final Map<String, PublishedMeasure> measures;
        private final Set<AreaKey> published;
        private final Map<AreaKey, Set<AreaKey>> above = new TreeMap<>();

        View(List<ReleaseRow> rows, Map<String, PublishedMeasure> measures) {
            this.rows = rows;
            this.measures = measures;
            this.published = names(rows).keySet();
            rows.stream().filter(row -> !row.isWhole()).forEach(row -> above.computeIfAbsent(
                            row.area(), area -> new TreeSet<>())
                    .add(row.within()));
        }

        List<MeasureCell> cells() {
            return rows.stream()
                    .filter(row -> row.isWhole() || !liesWhole(row.area()))
                    .map(row -> cell(row, row.isWhole() ? row.area() : share(row.area(), row.within())))
                    .toList();
        }

        List<AdditiveGroup> groups(List<MeasureCell> cells) {
            Map<AreaKey, Set<AreaKey>> parts = new TreeMap<>();
            above.forEach((area, all) -> all.forEach(within -> {
                boolean whole = liesWhole(area);
                add(parts, within, whole ? area : share(area, within));
                if (!whole) {
                    add(parts, area, share(area, within));
                }
            }));
            List<CountCell> counted = cells.stream()
                    .filter(cell -> cell.availability() == Availability.COUNTED)
                    .map(MeasureCell::toCount)
                    .toList();
            return parts.entrySet().stream()
                    .flatMap(sum -> AdditiveGroup.ofAreas(counted, sum.getKey(), sum.getValue()).stream())
                    .toList();
        }

        private void add(Map<AreaKey, Set<AreaKey>> parts, AreaKey total, AreaKey part) {
            if (published.contains(total)) {
                parts.computeIfAbsent(total, area -> new LinkedHashSet<>()).add(part);
            }
        }

        private boolean liesWhole(AreaKey area) {
            return published.contains(area) && above.get(area).size() == 1;
        }

        private static AreaKey share(AreaKey area, AreaKey within) {
            return new AreaKey(area.type() + " in " + within.type(), "%s in %s".formatted(area.code(), within.code()));
        }

        private MeasureCell cell(ReleaseRow row, AreaKey area) {
            PublishedMeasure measure = measures.get(row.measureId());
            if (measure == null) {
                throw new IllegalArgumentException("no measure is called " + row.measureId());
            }
            return new MeasureCell(
                    measure.at(row.measureVersion()),
                    row.attribution(),
                    area,
                    "",
                    "",
                    row.availability(),
                    row.numerator(),
                    row.denominator(),
                    row.isWhole());
        }
    }
}
