package muster.feed;

/** How a line, or a file that was not taken, ended ({@code feeds.md} 1.9 and rulings 3). */
public enum Outcome {
    /** Simply applied; counted, never listed. */
    APPLIED,
    /** Applied, with at least one reason code that a person should see. */
    APPLIED_WITH_WARNING,
    /** Says what is held already. */
    NO_CHANGE,
    /** Older than what is held. */
    STALE,
    /** The same again. */
    DUPLICATE,
    /** Left out because it is no record of ours: a repeated header, a person out of scope. */
    SKIPPED,
    /** Not applied. */
    REJECTED,
    /** A whole file kept back until a person releases it. */
    HELD,
    /** A whole file that is not complete yet, or not yet due. */
    WAITING
}
