package muster.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes invented feeds and the answer key. */
@Command(
        name = "synthesise",
        mixinStandardHelpOptions = true,
        description =
                "Writes feeds of invented children for some nights, with the answer key of what must be found in them.")
final class SynthesiseCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--children", required = true, paramLabel = "N", description = "How many children.")
    private int children;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "The first night.")
    private LocalDate from;

    @Option(names = "--nights", required = true, paramLabel = "K", description = "How many nights.")
    private int nights;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "The same seed gives the same bytes.")
    private long seed;

    @Option(
            names = "--profile",
            defaultValue = "demo",
            paramLabel = "P",
            description =
                    "demo: dirty as real feeds are; clean: without faults; pathway: faults of the pathway alone (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Override
    public Integer call() throws IOException {
        Path written = Synthesis.write(home.path(), children, from, nights, seed, profile);
        System.out.println("Feeds for " + nights + " night(s) are in " + written);
        System.out.println("What must be found in them: " + written.resolve("truth"));
        System.out.println("Next, in " + home.path() + ":");
        System.out.println("  cp -R synthetic/config . && mkdir -p inbox && cp -R synthetic/" + from + "/. inbox/");
        System.out.println("  muster nightly --home . --date " + from + " --baseline");
        return ExitCode.DONE;
    }
}
