package muster.command;

import java.util.concurrent.Callable;
import muster.linkage.Answers.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes back what was said about two children: what followed from it is undone. */
@Command(
        name = "unmerge",
        mixinStandardHelpOptions = true,
        description = "Takes back what was said about two; the next night undoes what followed from it.")
final class UnmergeCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private PairOptions pair;

    @Override
    public Integer call() {
        return pair.say(home, Verdict.WITHDRAWN);
    }
}
