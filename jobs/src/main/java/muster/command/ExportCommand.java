package muster.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import muster.nightly.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A stage's rows as CSV, for operators. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a stage's rows as known at a night as CSV. The rows hold true values: for operators only.")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(
            names = "--what",
            required = true,
            paramLabel = "STAGE",
            description = "One of: cohort, exceptions, measures, links, intake.")
    private String what;

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "The night whose knowledge is written.")
    private LocalDate date;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!Export.STAGES.contains(what)) {
            throw new UsageException("--what is one of: " + String.join(", ", Export.STAGES));
        }
        try (Session session = Session.open(home.path())) {
            long rows = session.bean(Export.class).write(what, date, out);
            System.out.println(rows + " rows in " + out);
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
