package muster.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks that a disclosure profile bears the name of its file, and that profiles which hide small numbers hide the same
 * ones: counts hidden or merged in one release and not in another could be had by comparing the two (reports 0.7).
 */
final class DisclosureReferences {

    private static final String FOLDER = "disclosure/";

    private final Map<String, YamlDocument> documents;
    private final String path;
    private final YamlDocument document;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    DisclosureReferences(Map<String, YamlDocument> documents, String path) {
        this.documents = documents;
        this.path = path;
        this.document = documents.get(path);
    }

    List<DefinitionProblem> check() {
        String name = path.substring(FOLDER.length(), path.length() - ".yaml".length());
        if (!document.root().path("profile").asText().equals(name)) {
            say("/profile", "A profile has the name of its file.", "Write " + name + ", or rename the file.");
        }
        if (hides(document)) {
            documents.forEach((other, profile) -> {
                if (other.startsWith(FOLDER) && other.compareTo(path) < 0 && hides(profile)) {
                    same("/cut_off", other, profile);
                    same("/merges", other, profile);
                }
            });
        }
        return problems;
    }

    private void same(String pointer, String other, YamlDocument profile) {
        JsonNode ours = document.root().at(pointer);
        if (!ours.equals(profile.root().at(pointer))) {
            say(
                    pointer,
                    "Two releases of the same counts must hide and merge the same; " + other + " does otherwise.",
                    "Write the same in both files.");
        }
    }

    private static boolean hides(YamlDocument profile) {
        return profile.root().path("suppression").asBoolean();
    }

    private void say(String pointer, String what, String mend) {
        problems.add(document.problem(pointer, what, mend));
    }
}
