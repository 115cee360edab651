package muster.synthetic;

/** Told how far long work has come; called often, so it must be cheap. */
@FunctionalInterface
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener NONE = (what, done, total) -> {};

    /**
     * @param what plain words for the work in hand, for example {@code night 2026-11-17}
     * @param done units done
     * @param total units in all
     */
    void progress(String what, long done, long total);
}
