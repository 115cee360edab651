package muster.command;

import java.util.concurrent.Callable;
import muster.feed.inbox.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a held file or feed through at the next night. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Lets a held file or feed through at the next run, once. Who and why are kept.")
final class ReleaseCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--feed", required = true, paramLabel = "F", description = "The feed.")
    private String feed;

    @Option(
            names = "--file",
            paramLabel = "NAME",
            description = "One held file; without it all held files of the feed.")
    private String file;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided.")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is safe.")
    private String reason;

    @Override
    public Integer call() {
        if (by.isBlank() || reason.isBlank()) {
            throw new UsageException("--by and --reason must say who and why.");
        }
        try (Session session = Session.open(home.path())) {
            int released = session.bean(Releases.class).release(feed, file, by.strip(), reason.strip());
            System.out.println(released + " file(s) will be taken at the next night.");
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
