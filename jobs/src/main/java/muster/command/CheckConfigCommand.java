package muster.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.definition.ConfigTree;
import muster.definition.DefinitionCheck;
import muster.definition.DefinitionProblem;
import muster.definition.feed.FeedProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether the configuration would be taken. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        description = "Validates every definition and says file, line and mend of each problem. Changes nothing.")
final class CheckConfigCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        List<DefinitionProblem> problems =
                new ArrayList<>(DefinitionCheck.run(home.path().resolve("config")));
        problems.addAll(FeedProblems.check(ConfigTree.of(home.path().resolve("config"))));
        if (problems.isEmpty()) {
            System.out.println("The configuration is sound.");
            return ExitCode.DONE;
        }
        Problems.print(problems, System.out);
        return ExitCode.WRONG;
    }
}
