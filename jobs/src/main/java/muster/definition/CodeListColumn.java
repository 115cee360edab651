package muster.definition;

import java.util.List;

/**
 * A column of a code list.
 *
 * @param name header and table column
 * @param type what a cell holds
 * @param required whether a cell may be empty
 * @param oneOf allowed values; empty for any
 * @param pattern regular expression a text must match whole; null for any
 * @param refersTo {@code list.column} whose values it may take, or the folder of the SELECTs it names; null for none
 * @param means what it says, one sentence
 */
public record CodeListColumn(
        String name, Type type, boolean required, List<String> oneOf, String pattern, String refersTo, String means) {

    public CodeListColumn {
        oneOf = Lists.orEmpty(oneOf);
    }

    /** Types of cell. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        YES_NO
    }
}
