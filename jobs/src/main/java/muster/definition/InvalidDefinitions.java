package muster.definition;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used: nothing of it is skipped, so nothing starts. Carries every problem found. */
public class InvalidDefinitions extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionProblem> problems;

    public InvalidDefinitions(List<DefinitionProblem> problems) {
        super(problems.stream().map(DefinitionProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** All problems, by file and line. */
    public List<DefinitionProblem> problems() {
        return problems;
    }
}
