package muster.command;

import java.util.concurrent.Callable;
import muster.linkage.Answers.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says that a record, or a child known by a register alone, is a child held already. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Says that two are one child. Two children take two persons to say so. The next night acts on it.")
final class MergeCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private PairOptions pair;

    @Override
    public Integer call() {
        return pair.say(home, Verdict.SAME);
    }
}
