package muster.acceptance.slowpathway;

import java.time.LocalDate;

/**
 * A child on the list of a school.
 *
 * @param key record
 * @param group year group that the list names; Reception is 0
 * @param listed day of the list
 * @param until day from which the record is not the child's any more; null while it is
 */
public record SlowRoll(long key, int group, LocalDate listed, LocalDate until) {

    boolean stands(LocalDate day) {
        return !listed.isAfter(day) && (until == null || day.isBefore(until));
    }
}
