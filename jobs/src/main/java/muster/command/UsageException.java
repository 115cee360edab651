package muster.command;

/** What was asked for cannot be done as asked; nothing was changed: exit code 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
