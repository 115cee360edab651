package muster.feed.nems;

import java.util.Locale;
import java.util.Set;

/** NHS number cleaning and Modulus 11 check of feeds.md 1.1. */
final class NhsNumber {

    private static final Set<String> NONE = Set.of("0", "NONE", "NULL", "0000000000");
    private static final int LENGTH = 10;

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
        return checkDigitAgrees(cleaned) ? null : Reason.NHS_CHECK_DIGIT;
    }

    private static boolean checkDigitAgrees(String digits) {
        int sum = 0;
        for (int position = 0; position < LENGTH - 1; position++) {
            sum += (digits.charAt(position) - '0') * (LENGTH - position);
        }
        int expected = (11 - sum % 11) % 11;
        return expected == digits.charAt(LENGTH - 1) - '0';
    }
}
