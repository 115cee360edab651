package muster.command;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.nightly.ConfusionTable;
import muster.nightly.Export;
import muster.nightly.IntakeComparison;
import muster.nightly.LinkComparison;
import muster.nightly.NightlyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything set up and some nights run on invented children, ending with what to open. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Sets everything up on the embedded database, invents children and runs some nights, checks what was"
                        + " found against the answer key, and ends with a short list of what to open.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(
            names = "--children",
            defaultValue = "20000",
            paramLabel = "N",
            description = "How many children (default: ${DEFAULT-VALUE}).")
    private int children;

    @Option(
            names = "--nights",
            defaultValue = "3",
            paramLabel = "K",
            description = "How many nights (default: ${DEFAULT-VALUE}).")
    private int nights;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--profile",
            defaultValue = "demo",
            paramLabel = "P",
            description = "demo: dirty as real feeds are; clean: without faults; pathway: faults of the pathway alone"
                    + " (default: ${DEFAULT-VALUE}).")
    private String profile;

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 17);

    @Override
    public Integer call() throws IOException {
        Path folder = home.path();
        if (Files.exists(folder.resolve("data").resolve("18"))) {
            throw new UsageException("This home was used before. Give an empty one: muster demo --home DIR");
        }
        Path synthetic = Synthesis.write(folder, children, FIRST, nights, seed, profile);
        copy(synthetic.resolve("config"), folder.resolve("config"));
        boolean exact = true;
        try (Session session = Session.open(folder)) {
            for (int night = 0; night < nights; night++) {
                LocalDate date = FIRST.plusDays(night);
                copy(synthetic.resolve(date.toString()), folder.resolve("inbox"));
                int code = session.bean(NightlyRunner.class)
                        .run(date, night == 0, false)
                        .exitCode();
                if (code != ExitCode.DONE && code != ExitCode.LOOK) {
                    return code;
                }
                exact &= compare(session, date, synthetic.resolve("truth").resolve("exceptions.csv"));
                exact &= compareLinks(session, date, synthetic.resolve("truth").resolve("links.csv"));
                exact &= compareIntake(session, date, synthetic);
            }
        }
        open(folder);
        return exact ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean compare(Session session, LocalDate date, Path truth) throws IOException {
        Map<String, ConfusionTable.Line> lines =
                session.bean(ConfusionTable.class).of(date, truth);
        System.out.println();
        System.out.printf("Night of %s against its answer key%n", date);
        System.out.printf(
                "  %-16s %9s %7s %7s %11s %10s%n", "case", "injected", "found", "missed", "unexpected", "by itself");
        boolean exact = true;
        boolean natural = false;
        for (ConfusionTable.Line line : lines.values()) {
            System.out.printf(
                    "  %-16s %9d %7d %7d %11s %10s%n",
                    line.type(),
                    line.expected(),
                    line.found(),
                    line.missed(),
                    line.natural() ? "-" : line.unexpected(),
                    line.natural() ? line.unexpected() : "-");
            exact &= line.exact();
            natural |= line.natural();
        }
        if (natural) {
            System.out.println(
                    "  by itself: doses missed, reviews late and screens declined that these children's lives bring"
                            + " along; the key holds only what was injected.");
        }
        System.out.println(
                exact
                        ? "  Everything injected was found, nothing else was raised"
                                + (natural ? " of the other types." : ".")
                        : "  Not as the key says: see synthetic/truth/exceptions.csv and export --what exceptions.");
        System.out.println();
        return exact;
    }

    private static boolean compareLinks(Session session, LocalDate date, Path truth) throws IOException {
        Map<String, LinkComparison.Line> lines =
                session.bean(LinkComparison.class).of(date, truth);
        System.out.println("Whose each register record is, against the key");
        System.out.printf(
                "  %-22s %9s %7s %7s %9s %9s%n", "record", "records", "right", "wrong", "to review", "left alone");
        int wrong = 0;
        for (Map.Entry<String, LinkComparison.Line> entry : lines.entrySet()) {
            LinkComparison.Line line = entry.getValue();
            System.out.printf(
                    "  %-22s %9d %7d %7d %9d %9d%n",
                    entry.getKey(), line.records(), line.right(), line.wrong(), line.review(), line.alone());
            wrong += line.wrong();
        }
        System.out.println(
                wrong == 0
                        ? "  No record is linked to another child than its own."
                        : "  Linked to another child: see synthetic/truth/links.csv and export --what links.");
        System.out.println();
        return wrong == 0;
    }

    private static boolean compareIntake(Session session, LocalDate date, Path synthetic) throws IOException {
        Path exported = synthetic.resolve("intake-" + date + ".csv");
        session.bean(Export.class).write("intake", date, exported);
        IntakeComparison compared =
                IntakeComparison.of(date, synthetic.resolve("truth").resolve("intake.csv"), exported);
        Files.delete(exported);
        System.out.printf(
                "Files and lines not simply applied: %d as the key says, %d missed, %d unexpected%n",
                compared.agreed(),
                compared.missed().size(),
                compared.unexpected().size());
        compared.missed().forEach(entry -> System.out.println("  missed      " + entry));
        compared.unexpected().forEach(entry -> System.out.println("  unexpected  " + entry));
        if (!compared.unread().isEmpty()) {
            System.out.printf(
                    "  %d files of the key were not looked at: their feeds have no reader.%n",
                    compared.unread().size());
        }
        System.out.println();
        return compared.exact();
    }

    /** What is there to open; reports stand in the night on which their period fell due. */
    private void open(Path folder) {
        Path outbox = folder.resolve("outbox");
        Path last = outbox.resolve(FIRST.plusDays(nights - 1L).toString());
        System.out.println("Open:");
        show("the run report", last.resolve("run.html"));
        show("the worklists", last.resolve("worklists"));
        show("lists of health visitors", last.resolve("hv-lists"));
        show("lists of practices", outbox.resolve(FIRST.toString()).resolve("gp-lists"));
        for (int night = 0; night < nights; night++) {
            Path published = outbox.resolve(FIRST.plusDays(night).toString());
            show("reports to commissioners", published.resolve("reports"));
            show("open figures", published.resolve("open"));
        }
        System.out.println("Then try: ./muster status --home " + folder);
    }

    private static void show(String what, Path path) {
        if (Files.exists(path)) {
            System.out.printf("  %-26s %s%n", what, path);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
