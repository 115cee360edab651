package muster.publish.worklist;

import java.text.Normalizer;

/** Tells text that a spreadsheet could take for a formula (SG-20). */
final class FormulaText {

    private static final String STARTS = "=+-@";

    private FormulaText() {}

    /** Whether the text begins with a formula sign, also after spaces, as a full-width form, or with tab or CR. */
    static boolean isRisky(String text) {
        if (text.startsWith("\t") || text.startsWith("\r")) {
            return true;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return !plain.isEmpty() && STARTS.indexOf(plain.charAt(0)) >= 0;
    }
}
