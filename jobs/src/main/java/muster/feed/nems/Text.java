package muster.feed.nems;

import java.util.Locale;
import java.util.regex.Pattern;

/** Cleaning of text as it stands in messages. Values that are empty after cleaning are null. */
final class Text {

    private static final Pattern INVISIBLE = Pattern.compile("[\u200b\u200c\u200d\u2060\ufeff]");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern ORDINARY_POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final int INWARD_PART = 3;

    private Text() {}

    /** Drops zero-width characters (feeds.md 3.2), folds white space, straightens apostrophes, trims. */
    static String clean(String text) {
        if (text == null || isPlain(text)) {
            return text;
        }
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String folded = SPACES.matcher(visible).replaceAll(" ").strip();
        String plain = folded.replace('\u2019', '\'').replace('\u2018', '\'');
        return plain.isEmpty() ? null : plain;
    }

    /** Canonical postcode (feeds.md 1.3); pseudo-postcodes that do not have the shape stay as typed, upper case. */
    static String postcode(String text) {
        String cleaned = clean(text);
        if (cleaned == null) {
            return null;
        }
        String upper = cleaned.toUpperCase(Locale.ROOT);
        String bare = upper.replace(" ", "");
        if (!ORDINARY_POSTCODE.matcher(bare).matches()) {
            return upper;
        }
        int split = bare.length() - INWARD_PART;
        return bare.substring(0, split) + " " + bare.substring(split);
    }

    /** What follows the last slash of a URL, query and fragment left out; the whole text where there is none. */
    static String lastSegment(String url) {
        String cleaned = clean(url);
        if (cleaned == null) {
            return "";
        }
        int end = 0;
        while (end < cleaned.length() && cleaned.charAt(end) != '?' && cleaned.charAt(end) != '#') {
            end++;
        }
        while (end > 0 && cleaned.charAt(end - 1) == '/') {
            end--;
        }
        return cleaned.substring(cleaned.lastIndexOf('/', end - 1) + 1, end);
    }

    private static boolean isPlain(String text) {
        boolean spaceBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = character == ' ';
            if (character < ' ' || character > '~' || space && spaceBefore) {
                return false;
            }
            spaceBefore = space;
        }
        return !spaceBefore;
    }
}
