package muster.acceptance.slowpathway;

import java.time.LocalDate;

/** What the events of a child say of one item; a slip of paper that is filled in. */
final class SlowFacts {

    /** Day on which it was done; null while it is not. */
    LocalDate completed;

    /** COMPLETED, GIVEN_ELSEWHERE or PREVIOUS_RESULT. */
    String how = "COMPLETED";

    /** Why nothing more is owed although it was not done; null while it is owed. */
    String closed;

    boolean blocked;

    /** Put off until this day; null for not put off. */
    LocalDate deferredUntil;

    boolean declined;

    /** Earliest day that the interval from the dose before allows; null for no such dose. */
    LocalDate notBefore;

    LocalDate offered;

    void offer(LocalDate day, LocalDate today) {
        if (day != null && !day.isAfter(today) && (offered == null || day.isBefore(offered))) {
            offered = day;
        }
    }
}
