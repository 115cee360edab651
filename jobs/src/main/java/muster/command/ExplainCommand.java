package muster.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import muster.nightly.Explanation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All that is held and derived for one child, in plain words. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says in plain words all that is held and derived for one child, with the versions of the rules.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @ArgGroup(multiplicity = "1")
    private Asked asked;

    /** A child by number, or a register's record by its key. */
    private static final class Asked {

        @Option(names = "--nhs-number", required = true, paramLabel = "N", description = "The child's NHS number.")
        private String nhsNumber;

        @ArgGroup(exclusive = false)
        private RecordAsked record;
    }

    private static final class RecordAsked {

        @Option(
                names = "--source-system",
                required = true,
                paramLabel = "S",
                description = "The register of a record, as the export of links names it.")
        private String system;

        @Option(
                names = "--source-key",
                required = true,
                paramLabel = "K",
                description = "The register's key of the record.")
        private String key;
    }

    @Option(names = "--date", paramLabel = "DATE", description = "As known at this night (default: the last one).")
    private LocalDate date;

    @Override
    public Integer call() {
        try (Session session = Session.open(home.path())) {
            Explanation explanation = session.bean(Explanation.class);
            System.out.print(
                    asked.record == null
                            ? explanation.of(asked.nhsNumber.replaceAll("\\D", ""), date)
                            : explanation.ofRecord(asked.record.system, asked.record.key, date));
            return ExitCode.DONE;
        }
    }
}
