package muster.feed.inbox;

/** Where a file stands; states only move forward, and the database refuses any other move. */
public enum FileState {
    /** Belongs to the night's set; not read yet. */
    TAKEN,
    /** Its typed rows are committed in landing. */
    LANDED,
    /** Its rows are in the register. */
    APPLIED,
    /** Refused for good. */
    REJECTED,
    /** Kept back until a person releases it. */
    HELD,
    /** Not complete or not due; looked at again on the next night. */
    WAITING,
    /** The same content was taken before. */
    DUPLICATE
}
