package muster.command;

import java.util.concurrent.Callable;
import muster.nightly.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What an operator wants to know before anything else. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the last runs, held feeds, how fresh each feed is, and what a person must do next.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        try (Session session = Session.open(home.path())) {
            System.out.print(session.bean(StatusReport.class).text());
            return ExitCode.DONE;
        }
    }
}
