package muster.publish.run;

/** How a night ended, in the words that people and machines read (rulings 8). */
public enum Verdict {
    COMPLETED("Completed", "OK"),
    COMPLETED_WITH_WARNINGS("Completed with warnings", "WARN"),
    NOT_COMPLETED("Not completed", "FAIL");

    private final String words;
    private final String label;

    Verdict(String words, String label) {
        this.words = words;
        this.label = label;
    }

    public String words() {
        return words;
    }

    /** The word that begins the subject line of a message. */
    public String label() {
        return label;
    }
}
