package muster.command;

import java.io.PrintStream;
import java.util.List;
import muster.definition.DefinitionProblem;

/** Prints what is wrong with the configuration: file, line, what and the mend. */
final class Problems {

    private Problems() {}

    static void print(List<DefinitionProblem> problems, PrintStream out) {
        for (DefinitionProblem problem : problems) {
            out.println(problem.file() + ":" + problem.line() + ": " + problem.what());
            out.println("    mend: " + problem.mend());
        }
        out.println(problems.size() + (problems.size() == 1 ? " problem." : " problems.") + " Nothing was changed.");
    }
}
