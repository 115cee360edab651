package muster.publish;

import java.time.LocalDate;

/**
 * How fresh one feed is, of one sender where its senders are judged one by one (RP-13).
 *
 * @param feed name of the feed
 * @param title what a person calls it
 * @param sender who sends it; empty where the feed is judged as a whole, or where nothing ever came
 * @param asAt date of the last list or event taken; null where nothing ever came
 * @param state how it stands
 * @param staleSince from which day on it is not fresh; null where it is, and where nothing ever came
 * @param held reason code of a later file that is held; empty where none is
 */
public record FeedDate(
        String feed, String title, String sender, LocalDate asAt, State state, LocalDate staleSince, String held) {

    /** How a feed stands, the worst that fits. */
    public enum State {
        /** Came when it should. */
        CURRENT,
        /** Did not come when it should; its last picture still gives a verdict. */
        LATE,
        /** A later file is held; the last good picture stays. */
        HELD,
        /** Older than its limit: no verdict rests on it. */
        BEYOND_LIMIT,
        /** Nothing of it was ever taken. */
        NEVER_CAME
    }

    /** Whether whatever rests on the feed must say so. */
    public boolean stale() {
        return state != State.CURRENT && state != State.NEVER_CAME;
    }
}
