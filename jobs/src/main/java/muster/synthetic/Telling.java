package muster.synthetic;

import java.time.LocalDate;

/**
 * Which facts of a child a night's delta tells: those that became known since the night before; of a child just come, and on the
 * first night, also what lies further back.
 *
 * @param since the day up to which the night before told, or null where nothing was told of the child
 * @param until the last day of which anything is told
 * @param earliest no fact that became known before this day is told at all
 */
record Telling(LocalDate since, LocalDate until, LocalDate earliest) {
    /** Whether what became known on this day is told tonight. */
    boolean tonight(LocalDate known) {
        return !known.isAfter(until) && !known.isBefore(earliest) && (since == null || known.isAfter(since));
    }

    /** Whether what became known on this day was told on an earlier night. */
    boolean before(LocalDate known) {
        return since != null && !known.isAfter(since) && !known.isBefore(earliest);
    }

    /** A record's action when a later telling of the same fact began on {@code first}. */
    String action(LocalDate first) {
        return before(first) ? "U" : "A";
    }
}
