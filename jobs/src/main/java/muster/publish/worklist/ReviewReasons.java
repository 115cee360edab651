package muster.publish.worklist;

import java.util.Locale;
import java.util.Map;

/** Why linkage left a record for a person to look at, in words that complete "because". */
public final class ReviewReasons {

    private static final Map<String, String> WORDS = Map.of(
            "TWIN",
                    "there is another child of that birth date at that postcode, and the given name does not agree"
                            + " exactly",
            "CONTESTED", "another child fits nearly as well",
            "GIVEN_NAME", "birth date and address are never enough without the given name",
            "BIRTH_DATE", "the birth dates do not agree",
            "NUMBER_CONTRADICTED", "it carries another child's number, which asks for more",
            "SAME_SOURCE", "its source holds that child under another record",
            "BELOW_LINK", "likely, but not certain enough",
            "SECOND_PERSON", "one person has said that this is one child, and another must say the same");

    private ReviewReasons() {}

    /** Whether a reason leaves the record for a person. */
    public static boolean isReview(String reason) {
        return WORDS.containsKey(reason);
    }

    /** The words of a reason; the code itself, in lower case, where there are none. */
    public static String words(String reason) {
        return WORDS.getOrDefault(reason, reason.toLowerCase(Locale.ROOT));
    }
}
