package muster.publish.commissioner;

import muster.publish.statistics.Threshold;

/**
 * What an output needs to know of a measure. The name is the same, letter for letter, in every output (rulings 7).
 *
 * @param measureId the measure's id, which is also the indicator id of the open data
 * @param version version of its definition
 * @param name plain name
 * @param cohort name shared by measures that count the same children, empty where none does; see
 *     {@link muster.publish.disclosure.CountCell#cohort()}
 * @param acceptable the threshold to reach, null where the measure has none
 * @param achievable the higher threshold beside it, null where there is one only or none
 * @param firstPage whether page 1 of the report shows the measure
 * @param order place in every table, from configuration
 */
public record PublishedMeasure(
        String measureId,
        int version,
        String name,
        String cohort,
        Threshold acceptable,
        Threshold achievable,
        boolean firstPage,
        int order) {
    public PublishedMeasure {
        if (achievable != null && (acceptable == null || achievable.permille() <= acceptable.permille())) {
            throw new IllegalArgumentException(measureId + ": the achievable threshold lies above an acceptable one");
        }
    }
    /** The measure as an earlier or later version of its definition counted it. */
    PublishedMeasure at(int otherVersion) {
        return new PublishedMeasure(measureId, otherVersion, name, cohort, acceptable, achievable, firstPage, order);
    }
}
