package muster.publish.commissioner;

/**
 * One measure as the tables of the report print it; every cell is filled, with a shorthand where there is no number.
 *
 * @param measure name
 * @param definition measure id and version
 * @param view attribution
 * @param covered children covered
 * @param eligible children eligible
 * @param coverage percentage
 * @param interval 95% interval
 * @param threshold threshold or thresholds
 * @param toReach children still needed, or that it is met
 * @param strip the picture of the interval, null where there is nothing to draw
 */
public record CoverageRow(
        String measure,
        String definition,
        String view,
        String covered,
        String eligible,
        String coverage,
        String interval,
        String threshold,
        String toReach,
        IntervalStrip strip) {}
