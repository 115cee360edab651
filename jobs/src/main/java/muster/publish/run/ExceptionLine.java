package muster.publish.run;

/**
 * The night of one exception type. Re-opened counts as opened, suspended as open (rulings 8).
 *
 * @param name what is missing, in plain words
 * @param start open when the night began
 * @param opened raised or raised again
 * @param updated changed, but open before and after
 * @param closed closed by evidence or by hand
 * @param end open now
 */
public record ExceptionLine(String name, long start, long opened, long updated, long closed, long end) {

    /** Check R09: what is open now is what was open, and came, and did not go. */
    public boolean addsUp() {
        return end == start + opened - closed;
    }
}
