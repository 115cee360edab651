package muster.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import muster.nightly.Explanation;
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

    @Option(names = "--nhs-number", required = true, paramLabel = "N", description = "The child's NHS number.")
    private String nhsNumber;

    @Option(names = "--date", paramLabel = "DATE", description = "As known at this night (default: the last one).")
    private LocalDate date;

    @Override
    public Integer call() {
        try (Session session = Session.open(home.path())) {
            System.out.print(session.bean(Explanation.class).of(nhsNumber.replaceAll("\\D", ""), date));
            return ExitCode.DONE;
        }
    }
}
