package muster.feed.mns;

import java.time.Instant;

/**
 * What a signal says, whatever its shape (feeds.md 3.10). Absent is null.
 *
 * @param id identifier of the signal
 * @param type kind of event, as sent
 * @param number NHS number as sent
 * @param time when it happened; null where it is absent or impossible
 * @param status status of a death or of a number that it carries
 * @param encounter code of the kind of registration
 * @param version PDS's own version of the record
 * @param source who published it
 */
record Signal(
        String id,
        String type,
        String number,
        Instant time,
        String status,
        String encounter,
        Long version,
        String source) {

    /** Says nothing about the person (SG-14). */
    @Override
    public String toString() {
        return "Signal[" + type + "]";
    }
}
