package muster.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.linkage.bench.LinkBench;
import muster.nightly.LinkBenchmark;
import muster.nightly.LoadBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a step against its floor in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures a step against its floor in the same run and prints JSON.",
        subcommands = {BenchCommand.Load.class, BenchCommand.Link.class})
final class BenchCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException("Say what to measure: muster bench load --feed F --rows N, or muster bench link --persons N");
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

    /** How fast and how rightly records are linked to persons. */
    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Links invented records of known truth; prints seconds, precision, recall and the share to review.")
    static final class Link implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Option(names = "--persons", required = true, paramLabel = "N", description = "Persons on PDS.")
        private int persons;

        @Option(names = "--records", required = true, paramLabel = "N", description = "Records of registers.")
        private int records;

        @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "The same seed, the same children.")
        private long seed;

        @Option(
                names = "--no-numbers",
                description = "Records without NHS numbers and with more slips: the dirt of the FEBRL sets.")
        private boolean noNumbers;

        @Override
        public Integer call() {
            if (persons < 1 || records < 1) {
                throw new UsageException("Give at least one person and one record.");
            }
            try (Session session = Session.open(home.path())) {
                System.out.println(session.bean(LinkBenchmark.class)
                        .run(new LinkBench.Request(persons, records, seed, !noNumbers)));
                return ExitCode.DONE;
            }
        }
    }
}
