package muster.definition.feed;

/**
 * The delimited form of a feed.
 *
 * @param delimiter one ASCII character
 * @param header how the header line is matched
 * @param instructionRow true where a row of instructions may stand directly under the header
 * @param backslashApostrophe true where a backslash before an apostrophe is to be taken off
 * @param width number of fields of a form without a header; 0 where there is one
 * @param maxFieldCharacters a row with a longer field, used or not, is refused; null for no limit of the format's own
 * @param maxRows a file with more rows is refused; null for no limit of the format's own
 */
public record FeedLayout(
        char delimiter,
        HeaderPolicy header,
        boolean instructionRow,
        boolean backslashApostrophe,
        int width,
        Integer maxFieldCharacters,
        Integer maxRows) {

    /** How the header line is matched with the definition. */
    public enum HeaderPolicy {
        /** Names as given, in any order; unknown ones are ignored. */
        BY_NAME,
        /** Names in any case and order; unknown ones are ignored. */
        BY_NAME_ANY_CASE,
        /** As {@link #BY_NAME_ANY_CASE}; {@code ##} in a title stands for the two digits of any year. */
        BY_STEM,
        /** No header: columns by their position; every field of the first line is quoted. */
        NONE,
        /** All names, exactly, in the order of the definition. */
        EXACT_ORDER
    }
}
