package muster.definition;

import java.nio.file.Path;
import java.util.List;

/** What {@code check-config} runs: every problem of the configuration in force, with file, line and mend. */
public final class DefinitionCheck {

    private DefinitionCheck() {}

    /**
     * Reads and checks the configuration of an installation; changes nothing.
     *
     * @param homeConfigOrNull {@code HOME/config}; null or absent for the shipped configuration alone
     * @return problems by file and line; empty when all is well
     */
    public static List<DefinitionProblem> run(Path homeConfigOrNull) {
        return DefinitionLoader.read(ConfigTree.of(homeConfigOrNull), ConfigTree.of(null))
                .problems();
    }
}
