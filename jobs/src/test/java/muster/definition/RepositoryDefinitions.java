package muster.definition;

import java.util.List;

/** The shipped configuration for tests, whether or not the SELECTs it names are on the class path yet. */
final class RepositoryDefinitions {

    private static final DefinitionLoader.Outcome OUTCOME =
            DefinitionLoader.read(ConfigTree.of(null), ConfigTree.of(null));

    private RepositoryDefinitions() {}

    static List<DefinitionProblem> problems() {
        return OUTCOME.problems();
    }

    static Definitions definitions() {
        return OUTCOME.definitions().orElseThrow(() -> new InvalidDefinitions(OUTCOME.problems()));
    }
}
