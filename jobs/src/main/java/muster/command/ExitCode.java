package muster.command;

/** What a scheduler reads when the program ends ({@code contract.md} section 1). */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** Failed: run it again, it resumes. */
    public static final int FAILED = 1;

    /** Wrong usage or invalid configuration; nothing was changed. */
    public static final int WRONG = 2;

    /** Done, but a person must look. */
    public static final int LOOK = 3;

    /** Another run holds the lock. */
    public static final int LOCKED = 4;

    private ExitCode() {}
}
