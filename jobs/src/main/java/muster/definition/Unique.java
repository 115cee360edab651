package muster.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds values that must stand once but stand twice. */
final class Unique {

    private Unique() {}

    /** Values of one key across the entries of a list of one file. */
    static List<DefinitionProblem> values(YamlDocument document, String list, String key) {
        List<DefinitionProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        JsonNode entries = document.root().at(list);
        for (int i = 0; i < entries.size(); i++) {
            String value = entries.get(i).path(key).asText();
            if (!seen.add(value)) {
                problems.add(document.problem(
                        list + "/" + i + "/" + key, "'" + value + "' stands twice.", "Give each its own " + key + "."));
            }
        }
        return problems;
    }

    /** Values at one place of all files of a folder. */
    static List<DefinitionProblem> acrossFiles(Map<String, YamlDocument> documents, String folder, String pointer) {
        List<DefinitionProblem> problems = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        documents.forEach((path, document) -> {
            if (path.startsWith(folder)) {
                String value = document.root().at(pointer).asText();
                String other = seen.putIfAbsent(value, path);
                if (other != null) {
                    problems.add(document.problem(
                            pointer, "'" + value + "' stands in " + other + " too.", "Give each file its own."));
                }
            }
        });
        return problems;
    }
}
