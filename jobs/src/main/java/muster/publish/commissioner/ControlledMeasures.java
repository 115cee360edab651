package muster.publish.commissioner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import muster.publish.disclosure.AdditiveGroup;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.CellKey;
import muster.publish.disclosure.CountCell;
import muster.publish.disclosure.DisclosedCell;
import muster.publish.disclosure.DisclosedTable;
import muster.publish.disclosure.DisclosureControl;
import muster.publish.disclosure.DisclosureProfile;

/**
 * All measures of one period after disclosure control, for every area of the release at once: what one area's report
 * shows may give away what another's hides.
 *
 * @param table what disclosure control decided; hand it to a later release of the same counts
 * @param figures every published figure, in {@link ControlledMeasure}'s order
 */
public record ControlledMeasures(DisclosedTable table, List<ControlledMeasure> figures) {
    public ControlledMeasures {
        figures = figures.stream().sorted(ControlledMeasure.ORDER).toList();
    }

    /**
     * Controls a release.
     *
     * @param profile the rules of the readers' tier
     * @param cells every count of the period, for all areas, and unpublished parts of published sums
     * @param groups the sums that hold between them
     * @param released earlier releases of the same counts that some of these readers have
     * @throws muster.publish.disclosure.DisclosureException where no safe release is found
     */
    public static ControlledMeasures of(
            DisclosureProfile profile,
            Collection<MeasureCell> cells,
            Collection<AdditiveGroup> groups,
            Collection<DisclosedTable> released) {
        return of(profile, new Release(List.copyOf(cells), List.of(), List.copyOf(groups)), released);
    }

    /**
     * Controls a release that was put together from rows.
     *
     * @throws muster.publish.disclosure.DisclosureException where no safe release is found
     */
    public static ControlledMeasures of(
            DisclosureProfile profile, Release release, Collection<DisclosedTable> released) {
        Collection<MeasureCell> cells = release.cells();
        List<CountCell> counts = new ArrayList<>(release.cohorts());
        cells.stream()
                .filter(cell -> cell.availability() == Availability.COUNTED)
                .map(MeasureCell::toCount)
                .forEach(counts::add);
        DisclosedTable table = DisclosureControl.apply(profile, counts, release.groups(), released);
        Map<CellKey, ControlledMeasure> figures = new TreeMap<>();
        for (MeasureCell cell : cells) {
            if (cell.published()) {
                ControlledMeasure figure = controlled(profile, cell, table);
                // Of two areas published together one may have no counts; the sum is then that of the other.
                figures.merge(keyOf(profile, cell), figure, (a, b) -> a.availability() == Availability.COUNTED ? a : b);
            }
        }
        return new ControlledMeasures(table, List.copyOf(figures.values()));
    }

    /** The figures of one area, totals only, in order. */
    public List<ControlledMeasure> totalsOf(AreaKey area) {
        return figures.stream()
                .filter(figure -> figure.isTotal() && figure.area().equals(area))
                .toList();
    }

    private static CellKey keyOf(DisclosureProfile profile, MeasureCell cell) {
        return new CellKey(cell.key().series(), profile.publishedAs(cell.area()));
    }

    private static ControlledMeasure controlled(DisclosureProfile profile, MeasureCell cell, DisclosedTable table) {
        CellKey key = keyOf(profile, cell);
        boolean counted = cell.availability() == Availability.COUNTED;
        DisclosedCell shown = counted
                ? table.find(key).orElseThrow()
                : new DisclosedCell(key, OptionalLong.empty(), OptionalLong.empty());
        return new ControlledMeasure(
                cell.measure(),
                cell.attribution(),
                key.area(),
                cell.breakdown(),
                cell.breakdownValue(),
                cell.availability(),
                shown.numerator(),
                shown.denominator());
    }
}
