package muster.engine;

/** A model's rows broke their own promise (grain, not-null); the night stops, nothing of the step is kept. */
public final class ModelFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the table and the promise, never a value. */
    public ModelFailedException(String message) {
        super(message);
    }
}
