package muster.engine;

/**
 * What a step wrote.
 *
 * @param opened row versions opened, or rows appended
 * @param closed row versions closed at this night, or replaced because they were opened in it
 */
public record Difference(long opened, long closed) {

    /** Nothing written. */
    public static final Difference NONE = new Difference(0, 0);

    /** Both together. */
    public Difference plus(Difference other) {
        return new Difference(opened + other.opened, closed + other.closed);
    }
}
