package muster.feed;

/**
 * The file as a whole cannot be taken. Carries the reason code, the field where one is to blame, and a text for the
 * operator that holds no value of the file (SG-14).
 */
public final class FileRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final Reason reason;

    /** A refusal for good: the outcome is {@link Outcome#REJECTED}. */
    public FileRefusedException(Reason reason, String message) {
        this(Outcome.REJECTED, reason, message);
    }

    /** A refusal, or a hold that a person may release. */
    public FileRefusedException(Outcome outcome, Reason reason, String message) {
        super(message);
        this.outcome = outcome;
        this.reason = reason;
    }

    /** REJECTED or HELD. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
