package muster.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A YAML file as a JSON tree that remembers where each value stood.
 *
 * @param path below {@code config/}
 * @param root the tree
 * @param lines 1-based line of each value's key (or list entry) by JSON pointer
 */
public record YamlDocument(String path, JsonNode root, Map<String, Integer> lines) {

    /** The line of the value at a JSON pointer, or of the nearest value above it. */
    public int line(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return 1;
    }

    /** A problem at a JSON pointer of this file. */
    public DefinitionProblem problem(String pointer, String what, String mend) {
        return new DefinitionProblem(path, line(pointer), what, mend);
    }
}
