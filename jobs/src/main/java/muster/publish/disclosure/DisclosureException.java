package muster.publish.disclosure;

/** Stops a release that could not be made safe, or whose sums do not hold. Names cells, never their counts. */
public class DisclosureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DisclosureException(String message) {
        super(message);
    }
}
