package muster.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks what one file cannot tell of itself: that everything it names exists. */
final class CrossReferences {

    private final Definitions definitions;
    private final Map<String, YamlDocument> documents;
    private final ConfigTree tree;

    CrossReferences(Definitions definitions, Map<String, YamlDocument> documents, ConfigTree tree) {
        this.definitions = definitions;
        this.documents = documents;
        this.tree = tree;
    }

    List<DefinitionProblem> check() {
        List<DefinitionProblem> problems = new ArrayList<>();
        documents.forEach((path, document) -> {
            String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            switch (folder) {
                case "exceptions" -> problems.addAll(new ExceptionReferences(definitions, document).check());
                case "measures" -> problems.addAll(new MeasureReferences(definitions, document).check());
                case "outputs" -> problems.addAll(new OutputReferences(definitions, document, tree).check());
                case "disclosure" -> problems.addAll(new DisclosureReferences(documents, path).check());
                case "pathway" -> problems.addAll(new PathwayReferences(definitions, document).check());
                case "settings.yaml" -> problems.addAll(Unique.values(document, "/settings", "name"));
                default -> {}
            }
        });
        problems.addAll(Unique.acrossFiles(documents, "exceptions/", "/id"));
        problems.addAll(Unique.acrossFiles(documents, "exceptions/", "/title"));
        problems.addAll(Unique.acrossFiles(documents, "measures/", "/id"));
        problems.addAll(Unique.acrossFiles(documents, "measures/", "/name"));
        problems.addAll(Unique.acrossFiles(documents, "measures/", "/position"));
        problems.addAll(Unique.acrossFiles(documents, "outputs/", "/id"));
        return problems;
    }
}
