package muster.engine.database;

/** The server cannot serve Muster as it stands; the message says what to do: exit code 2. */
public final class DatabaseUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what mends it. */
    public DatabaseUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
