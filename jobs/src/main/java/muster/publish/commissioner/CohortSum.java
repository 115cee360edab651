package muster.publish.commissioner;

import java.util.List;

/**
 * Two groups of children that together are a third: in a year in which the schedule changed, those of the old schedule and
 * those of the new make up all who had the birthday. A reader who has two of the denominators has the third.
 *
 * @param total cohort of the whole, as {@link PublishedMeasure#cohort()} names it
 * @param parts cohorts of the parts
 */
public record CohortSum(String total, List<String> parts) {
    public CohortSum {
        parts = List.copyOf(parts);
    }
}
