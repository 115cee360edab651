package muster.command;

import java.io.IOException;
import java.util.List;
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

        private static final String ALL = "all";

        @Mixin
        private HomeOption home;

        @Option(names = "--feed", defaultValue = ALL, paramLabel = "F", description = "The feed, or all (the default).")
        private String feed;

        @Option(names = "--rows", required = true, paramLabel = "N", description = "How many rows.")
        private int rows;

        @Override
        public Integer call() throws IOException {
            try (Session session = Session.open(home.path())) {
                LoadBenchmark benchmark = session.bean(LoadBenchmark.class);
                for (String name : feed.equals(ALL) ? benchmark.feeds() : List.of(feed)) {
                    System.out.println(benchmark.run(name, rows));
                }
                return ExitCode.DONE;
            }
        }
    }
}
