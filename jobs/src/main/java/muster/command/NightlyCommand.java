package muster.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import muster.nightly.NightlyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One night, from the dropped files to the outbox. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = "Runs the night of a business date over what lies complete in the inbox. A night that was stopped"
                + " resumes; a night that is completed changes nothing.")
final class NightlyCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(
            names = "--date",
            required = true,
            paramLabel = "DATE",
            description = "Business date: the working day whose lists the night makes.")
    private LocalDate date;

    @Option(names = "--baseline", description = "A first load: no volume to compare with, clocks start later.")
    private boolean baseline;

    @Option(names = "--full", description = "Evaluate every child.")
    private boolean full;

    @Override
    public Integer call() {
        try (Session session = Session.open(home.path())) {
            return session.bean(NightlyRunner.class).run(date, baseline, full).exitCode();
        }
    }
}
