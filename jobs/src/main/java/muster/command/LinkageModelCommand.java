package muster.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import muster.nightly.LinkageModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The weights of linkage, estimated anew from what is held. */
@Command(
        name = "linkage-model",
        mixinStandardHelpOptions = true,
        description = "Estimates the linkage weights anew from what is held and writes them; nothing is put in force.")
final class LinkageModelCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the two files are written.")
    private Path out;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of the random pairs.")
    private long seed;

    @Override
    public Integer call() {
        try (Session session = Session.open(home.path())) {
            System.out.println(session.bean(LinkageModel.class).estimate(out, seed));
            return ExitCode.DONE;
        } catch (IllegalStateException e) {
            throw new UsageException("The model cannot be estimated: " + e.getMessage() + ".");
        }
    }
}
