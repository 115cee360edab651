package muster.publish.commissioner;

import java.util.Comparator;
import java.util.OptionalLong;
import muster.publish.disclosure.AreaKey;

/**
 * The counts of one measure for one area as they may be shown. Numbers that are hidden are not held here.
 *
 * @param measure the measure
 * @param attribution REG, RES or RESP
 * @param area the area, merged areas under their common code
 * @param breakdown empty for the total
 * @param breakdownValue empty for the total
 * @param availability whether there were counts to show or hide
 * @param numerator children covered, empty where hidden or not counted
 * @param denominator children eligible, empty where hidden or not counted
 */
public record ControlledMeasure(
        PublishedMeasure measure,
        String attribution,
        AreaKey area,
        String breakdown,
        String breakdownValue,
        Availability availability,
        OptionalLong numerator,
        OptionalLong denominator) {
    /** Areas, then the order of configuration, then breakdown: a total order, so that files come out the same. */
    static final Comparator<ControlledMeasure> ORDER = Comparator.comparing(ControlledMeasure::area)
            .thenComparingInt(figure -> figure.measure().order())
            .thenComparing(figure -> figure.measure().measureId())
            .thenComparing(ControlledMeasure::attribution)
            .thenComparing(ControlledMeasure::breakdown)
            .thenComparing(ControlledMeasure::breakdownValue);

    /** True where coverage and everything worked out from it may be shown. */
    public boolean isShown() {
        return numerator.isPresent();
    }

    /** True where counts exist but are hidden. */
    public boolean isHidden() {
        return availability == Availability.COUNTED && numerator.isEmpty();
    }

    boolean isTotal() {
        return breakdown.isEmpty();
    }
}
