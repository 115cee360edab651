package muster.publish;

/** What goes into a CSV file that somebody may open in a spreadsheet ({@code feeds.md} 1.6, SG-20). */
public final class FormulaGuard {

    private static final String STARTS = "=+-@\t\r";

    private FormulaGuard() {}

    /**
     * The text, with an apostrophe before one that a spreadsheet would take for a formula.
     *
     * @param text null for nothing
     * @return never null
     */
    public static String plain(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
