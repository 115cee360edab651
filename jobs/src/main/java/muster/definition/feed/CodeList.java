package muster.definition.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A small code list of {@code config/feeds/codes}: values as they may be sent, each with the code that is stored.
 *
 * @param name file name without {@code .csv}
 * @param codes the codes stored, in the order of the file, without repetition
 * @param codeOfValue value as sent, in lower case, to its code
 */
public record CodeList(String name, List<String> codes, Map<String, String> codeOfValue) {

    public CodeList {
        codes = List.copyOf(codes);
        codeOfValue = Map.copyOf(codeOfValue);
    }

    /** The code stored for a value as sent, or null where the list lacks it. */
    public String code(String value) {
        return codeOfValue.get(value.toLowerCase(Locale.ROOT));
    }
}
