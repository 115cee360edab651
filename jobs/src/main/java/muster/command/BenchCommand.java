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
        subcommands = {BenchCommand.Load.class, BenchCommand.Events.class})
final class BenchCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException(
                "Say what to measure: muster bench load --feed F --rows N, or muster bench events --count N");
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

    /** NEMS events against a bare StAX pass over the same files. */
    @Command(
            name = "events",
            mixinStandardHelpOptions = true,
            description = "Times the reading of NEMS events, open files to committed rows, against a bare StAX pass.")
    static final class Events implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Option(names = "--count", required = true, paramLabel = "N", description = "How many messages.")
        private int count;

        @Override
        public Integer call() throws IOException {
            try (Session session = Session.open(home.path())) {
                System.out.println(session.bean(LoadBenchmark.class).events(count));
                return ExitCode.DONE;
            }
        }
    }
}
