package muster.command;

import java.util.concurrent.Callable;
import muster.linkage.Answers.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says that two are different children: they are not asked about again until either record changes. */
@Command(
        name = "keep-apart",
        mixinStandardHelpOptions = true,
        description = "Says that two are different children; not asked again until either record changes.")
final class KeepApartCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private PairOptions pair;

    @Override
    public Integer call() {
        return pair.say(home, Verdict.DIFFERENT);
    }
}
