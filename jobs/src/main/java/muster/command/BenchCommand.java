package muster.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.nightly.LoadBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a step against its floor in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures a step against its floor in the same run and prints JSON.",
        subcommands = BenchCommand.Load.class)
final class BenchCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException("Say what to measure: muster bench load --feed F --rows N");
    }

    /** A feed's load against a bare COPY of the same bytes. */
    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Times a feed's load, open file to committed rows, against COPY of the same bytes.")
    static final class Load implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Option(names = "--feed", required = true, paramLabel = "F", description = "The feed.")
        private String feed;

        @Option(names = "--rows", required = true, paramLabel = "N", description = "How many rows.")
        private int rows;

        @Override
        public Integer call() throws IOException {
            try (Session session = Session.open(home.path())) {
                System.out.println(session.bean(LoadBenchmark.class).run(feed, rows));
                return ExitCode.DONE;
            }
        }
    }
}
