package muster.engine.database;

/** Another process works on the same home: exit code 4 ({@code contract.md} section 1). */
public final class HomeInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says that the home is in use; the message names no path contents. */
    public HomeInUseException(String message) {
        super(message);
    }
}
