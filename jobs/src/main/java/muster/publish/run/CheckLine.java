package muster.publish.run;

/**
 * One automatic check of the night.
 *
 * @param id permanent id
 * @param what what is compared, in words
 * @param result how it came out
 * @param value what was found
 * @param limit what it was held against
 */
public record CheckLine(String id, String what, Result result, String value, String limit) {

    /** How a check comes out. */
    public enum Result {
        PASSED,
        WARNING,
        FAILED
    }
}
