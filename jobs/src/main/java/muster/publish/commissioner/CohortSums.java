package muster.publish.commissioner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.publish.disclosure.AdditiveGroup;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.CellKey;
import muster.publish.disclosure.CountCell;

/**
 * Sums between denominators of different measures in one view and area, as disclosure control takes them: each cohort's
 * children stand once beside the measures that count them, shown and hidden together with their denominator.
 *
 * @param cells the children of each cohort that stands in a sum
 * @param groups the sums
 */
record CohortSums(List<CountCell> cells, List<AdditiveGroup> groups) {

    private record Place(String view, AreaKey area) {}

    static CohortSums of(Collection<MeasureCell> measured, Collection<CohortSum> sums) {
        Map<String, MeasureCell> cells = new TreeMap<>();
        List<Place> places = measured.stream()
                .filter(cell -> cell.published() && cell.availability() == Availability.COUNTED)
                .peek(cell -> cells.putIfAbsent(name(cell.measure().cohort(), place(cell)), cell))
                .map(CohortSums::place)
                .distinct()
                .toList();
        Map<CellKey, CountCell> children = new TreeMap<>();
        List<AdditiveGroup> groups = new ArrayList<>();
        for (CohortSum sum : sums) {
            for (Place place : places) {
                MeasureCell total = cells.get(name(sum.total(), place));
                List<MeasureCell> parts = sum.parts().stream()
                        .map(part -> cells.get(name(part, place)))
                        .filter(part -> part != null)
                        .toList();
                if (total != null && !parts.isEmpty()) {
                    Stream.concat(Stream.of(total), parts.stream())
                            .forEach(cell -> children.put(key(cell), children(cell)));
                    groups.add(new AdditiveGroup(
                            "children of " + name(sum.total(), place),
                            key(total),
                            parts.stream().map(CohortSums::key).toList()));
                }
            }
        }
        return new CohortSums(List.copyOf(children.values()), groups);
    }

    private static Place place(MeasureCell cell) {
        return new Place(cell.attribution(), cell.area());
    }

    private static String name(String cohort, Place place) {
        return String.join(
                "|", cohort, place.view(), place.area().type(), place.area().code());
    }

    private static CellKey key(MeasureCell cell) {
        return new CellKey(String.join("|", "children", cell.measure().cohort(), cell.attribution()), cell.area());
    }

    /** Children and nothing counted of them; the cohort's name ties the number to the measures' own denominators. */
    private static CountCell children(MeasureCell cell) {
        return new CountCell(key(cell), cell.toCount().cohort(), 0, cell.denominator(), true);
    }
}
