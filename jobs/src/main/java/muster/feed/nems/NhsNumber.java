package muster.feed.nems;

import java.util.Locale;
import java.util.Set;

/** NHS numbers of messages: cleaned, and the reason one is unusable (feeds.md 1.1). */
final class NhsNumber {

    private static final Set<String> NONE = Set.of("0", "NONE", "NULL", "0000000000");

    private NhsNumber() {}

    /** The number without spaces and hyphens, or null where the text stands for "none". */
    static String clean(String text) {
        String bare = text == null ? null : Text.clean(text.replace("-", "").replace('\u00a0', ' '));
        if (bare == null) {
            return null;
        }
        bare = bare.replace(" ", "");
        return bare.isEmpty() || NONE.contains(bare.toUpperCase(Locale.ROOT)) ? null : bare;
    }

    /** The reason a cleaned number is unusable, or null when it is sound. */
    static String fault(String cleaned) {
        if (!cleaned.matches("[0-9]{10}")) {
            return Reason.NHS_FORMAT;
        }
        return muster.feed.NhsNumber.isValid(cleaned) ? null : Reason.NHS_CHECK_DIGIT;
    }
}
