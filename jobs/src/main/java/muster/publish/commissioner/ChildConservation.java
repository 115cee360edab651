package muster.publish.commissioner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.publish.disclosure.AdditiveGroup;
import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.CellKey;
import muster.publish.disclosure.CountCell;
import muster.publish.disclosure.DisclosedTable;
import muster.publish.disclosure.DisclosureControl;
import muster.publish.disclosure.DisclosureProfile;
import muster.publish.statistics.Figures;
import muster.publish.statistics.Shorthand;

/**
 * Every child the service knows, accounted for by bucket. It is printed on every output, and its numbers are as
 * protected as any other's.
 *
 * @param known children known
 * @param buckets children by bucket code of the cohort export, in the order printed
 */
public record ChildConservation(long known, Map<String, Long> buckets) {
    public ChildConservation {
        buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
    }

    /** Known children and buckets as they may be printed, the known ones under {@code KNOWN}. */
    Map<String, String> controlled(DisclosureProfile profile) {
        List<CountCell> cells = new ArrayList<>();
        buckets.forEach((bucket, children) -> cells.add(CountCell.ofChildren(key(bucket), children)));
        AdditiveGroup sum = new AdditiveGroup(
                "children by bucket",
                key("KNOWN"),
                cells.stream().map(CountCell::key).toList());
        cells.add(CountCell.ofChildren(key("KNOWN"), known));
        DisclosedTable table = DisclosureControl.apply(profile, cells, List.of(sum), List.of());
        Map<String, String> printed = new TreeMap<>();
        table.cells()
                .forEach((key, cell) -> printed.put(
                        key.area().code(),
                        cell.denominator().isPresent()
                                ? Figures.count(cell.denominator().getAsLong())
                                : Shorthand.CONFIDENTIAL.code()));
        return printed;
    }

    private static CellKey key(String bucket) {
        return new CellKey("children", new AreaKey("BUCKET", bucket));
    }
}
