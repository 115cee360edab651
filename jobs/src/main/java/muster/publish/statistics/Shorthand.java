package muster.publish.statistics;

/**
 * The codes that stand where a number cannot (reports 0.6). Zero is a number and never one of these; a missing feed is
 * never zero.
 */
public enum Shorthand {
    /** Hidden to protect people, either because it is small or because it would give another away. */
    CONFIDENTIAL("c", "hidden so that no child can be recognised"),
    /** The feed is missing or the area sent nothing. */
    NOT_AVAILABLE("x", "not available"),
    /** The measure does not exist for this age, area or period, or nobody is eligible. */
    NOT_APPLICABLE("z", "not applicable");

    private final String letter;
    private final String meaning;

    Shorthand(String letter, String meaning) {
        this.letter = letter;
        this.meaning = meaning;
    }

    /** The letter alone, as the open data's {@code value_status} has it. */
    public String letter() {
        return letter;
    }

    /** The code in square brackets, as a table cell has it. */
    public String code() {
        return "[" + letter + "]";
    }

    /** The meaning in plain words, printed on every page that uses the code. */
    public String meaning() {
        return meaning;
    }
}
