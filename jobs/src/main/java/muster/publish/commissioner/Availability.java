package muster.publish.commissioner;

/** Whether a measure has counts for an area. Zero is a count; a missing feed and an absent cohort are not zero. */
public enum Availability {
    /** Counted, perhaps as zero. */
    COUNTED,
    /** Its feed is missing or the area sent nothing: {@code [x]}. */
    NOT_AVAILABLE,
    /** It does not exist for the area or period, or nobody is eligible: {@code [z]}. */
    NOT_APPLICABLE
}
