package muster.publish.commissioner;

import muster.publish.disclosure.AreaKey;
import muster.publish.disclosure.CellKey;
import muster.publish.disclosure.CountCell;

/**
 * The counts of one measure for one area and period, before disclosure control.
 *
 * @param measure the measure
 * @param attribution REG registered, RES resident or RESP responsible population
 * @param area the area
 * @param breakdown empty for the total, else the kind of group, such as AGE_BAND
 * @param breakdownValue empty for the total, else the group
 * @param availability whether there are counts
 * @param numerator children covered; 0 where there are no counts
 * @param denominator children eligible; 0 where there are no counts
 * @param published false for a part of a published sum that stands in no output
 */
public record MeasureCell(
        PublishedMeasure measure,
        String attribution,
        AreaKey area,
        String breakdown,
        String breakdownValue,
        Availability availability,
        long numerator,
        long denominator,
        boolean published) {
    /** A total that was counted; nobody eligible makes it not applicable, never 0%. */
    public static MeasureCell counted(
            PublishedMeasure measure, String attribution, AreaKey area, long numerator, long denominator) {
        Availability availability = denominator == 0 ? Availability.NOT_APPLICABLE : Availability.COUNTED;
        return new MeasureCell(measure, attribution, area, "", "", availability, numerator, denominator, true);
    }

    /** A total without counts. */
    public static MeasureCell uncounted(
            PublishedMeasure measure, String attribution, AreaKey area, Availability availability) {
        return new MeasureCell(measure, attribution, area, "", "", availability, 0, 0, true);
    }

    /** Name of the count in disclosure control; of one period only. */
    public CellKey key() {
        return new CellKey(String.join("|", measure.measureId(), attribution, breakdown, breakdownValue), area);
    }

    /** The count as disclosure control takes it. */
    public CountCell toCount() {
        String cohort = measure.cohort().isEmpty()
                ? ""
                : String.join("|", measure.cohort(), attribution, breakdown, breakdownValue);
        return new CountCell(key(), cohort, numerator, denominator, published);
    }
}
