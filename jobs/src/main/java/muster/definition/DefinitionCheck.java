package muster.definition;

import java.nio.file.Path;
import java.util.List;

/** What {@code check-config} runs: every problem of the configuration in force, with file, line and mend. */
public final class DefinitionCheck {

    private DefinitionCheck() {}

    /**
     * Reads and checks the configuration of an installation; changes nothing.
     *
     * @param home the installation's folder; its {@code config} may be absent
     * @return problems by file and line; empty when all is well
     */
    public static List<DefinitionProblem> run(Path home) {
        return DefinitionLoader.read(ConfigTree.of(home.resolve("config")), ConfigTree.of(null)).problems();
    }
}
