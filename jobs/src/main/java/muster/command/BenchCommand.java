package muster.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import muster.linkage.bench.ColumnMapping;
import muster.linkage.bench.DirtySet;
import muster.linkage.bench.LinkBench;
import muster.linkage.bench.MappedSet;
import muster.nightly.LinkBenchmark;
import muster.nightly.LoadBenchmark;
import muster.nightly.PathwayBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a step against its floor in the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures a step against its floor in the same run and prints JSON.",
        subcommands = {
            BenchCommand.Load.class,
            BenchCommand.Events.class,
            BenchCommand.Link.class,
            BenchCommand.Dirt.class,
            BenchCommand.Pathway.class
        })
final class BenchCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException(
                "Say what to measure: muster bench load --feed F --rows N, muster bench events --count N,"
                        + " muster bench link --persons N, or muster bench pathway --children N");
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

    /** How fast and how rightly records are linked to persons. */
    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description =
                    "Links invented records of known truth; prints seconds, precision, recall and the share to review.")
    static final class Link implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Option(names = "--persons", paramLabel = "N", description = "Persons on PDS.")
        private int persons;

        @Option(names = "--records", paramLabel = "N", description = "Records of registers.")
        private int records;

        @Option(
                names = "--seed",
                defaultValue = "1",
                paramLabel = "S",
                description = "The same seed, the same children.")
        private long seed;

        @Option(
                names = "--no-numbers",
                description = "Records without NHS numbers and with more slips: the dirt of the FEBRL sets.")
        private boolean noNumbers;

        @Option(
                names = "--mapping",
                paramLabel = "FILE",
                description =
                        "Instead of invented records, those of two files whose columns this mapping names (config/bench).")
        private Path mapping;

        @Option(names = "--original", paramLabel = "FILE", description = "With --mapping: CSV of persons.")
        private Path original;

        @Option(
                names = "--duplicates",
                paramLabel = "FILE",
                description = "With --mapping: CSV of records; may be the same file.")
        private Path duplicates;

        @Override
        public Integer call() throws IOException {
            if (mapping != null) {
                return linkFiles();
            }
            if (persons < 1 || records < 1) {
                throw new UsageException("Give at least one person and one record.");
            }
            try (Session session = Session.open(home.path())) {
                System.out.println(session.bean(LinkBenchmark.class)
                        .run(new LinkBench.Request(persons, records, seed, !noNumbers)));
                return ExitCode.DONE;
            }
        }

        private int linkFiles() throws IOException {
            if (original == null || duplicates == null) {
                throw new UsageException("A mapping needs --original FILE and --duplicates FILE.");
            }
            MappedSet set;
            try {
                set = MappedSet.read(ColumnMapping.read(mapping), original, duplicates);
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(wrong.getMessage());
            }
            try (Session session = Session.open(home.path())) {
                System.out.println(session.bean(LinkBenchmark.class).run(set));
                return ExitCode.DONE;
            }
        }
    }

    /** Files of the kind of the FEBRL sets. */
    @Command(
            name = "dirt",
            mixinStandardHelpOptions = true,
            description =
                    "Writes original.csv and duplicates.csv of invented persons, with the columns and the kinds of errors of the FEBRL"
                            + " sets; bench link --mapping reads them.")
    static final class Dirt implements Callable<Integer> {

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write them.")
        private Path out;

        @Option(names = "--originals", required = true, paramLabel = "N", description = "Persons.")
        private int originals;

        @Option(names = "--duplicates", required = true, paramLabel = "N", description = "Records of them.")
        private int duplicates;

        @Option(
                names = "--most",
                defaultValue = "1",
                paramLabel = "N",
                description = "Duplicates that one person may have (default: ${DEFAULT-VALUE}).")
        private int most;

        @Option(
                names = "--errors",
                defaultValue = "0",
                paramLabel = "N",
                description = "Errors that each duplicate has, as FEBRL 0.4.2 draws them (4 for set 4, 6 for set 3);"
                        + " 0, the default: every error by its chance, as FEBRL 0.2 drew those of the sets in use.")
        private int errors;

        @Option(
                names = "--errors-of-field",
                defaultValue = "2",
                paramLabel = "N",
                description = "With --errors, how many of them one field may have (default: ${DEFAULT-VALUE}).")
        private int errorsOfField;

        @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "The same seed, the same bytes.")
        private long seed;

        @Override
        public Integer call() throws IOException {
            if (originals < 1 || duplicates < 1 || most < 1 || errors < 0 || errorsOfField < 1) {
                throw new UsageException("Give at least one of each.");
            }
            try {
                DirtySet.write(
                        new DirtySet.Request(originals, duplicates, most, errorsOfField, errors, seed),
                        out.resolve("original.csv"),
                        out.resolve("duplicates.csv"));
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(wrong.getMessage());
            }
            return ExitCode.DONE;
        }
    }

    /** The evaluation of the pathway against the two plain statements it could not do without. */
    @Command(
            name = "pathway",
            mixinStandardHelpOptions = true,
            description =
                    "Evaluates the pathway of invented children, everyone and an ordinary night's one in a hundred,"
                            + " against the plain statements for facts and open items.")
    static final class Pathway implements Callable<Integer> {

        @Mixin
        private HomeOption home;

        @Option(names = "--children", required = true, paramLabel = "N", description = "How many children.")
        private int children;

        @Override
        public Integer call() {
            if (children < 1) {
                throw new UsageException("Give at least one child.");
            }
            try (Session session = Session.open(home.path())) {
                System.out.println(session.bean(PathwayBenchmark.class).run(children));
                return ExitCode.DONE;
            }
        }
    }
}
