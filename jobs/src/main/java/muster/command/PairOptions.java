package muster.command;

import muster.linkage.Answers.Outcome;
import muster.linkage.Answers.Verdict;
import muster.nightly.ClericalAnswers;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The two sides of a question about who is who, who answers it and why. */
final class PairOptions {

    @ArgGroup(multiplicity = "1")
    private Asked asked;

    @Option(names = "--with", required = true, paramLabel = "CHILD", description = "The child it is compared with.")
    private long with;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so.")
    private String by;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason;

    private static final class Asked {

        @Option(
                names = "--child",
                required = true,
                paramLabel = "CHILD",
                description = "The child, as exports name it.")
        private Long child;

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

    /** Notes the answer and says what follows. */
    int say(HomeOption home, Verdict verdict) {
        try (Session session = Session.open(home.path())) {
            ClericalAnswers answers = session.bean(ClericalAnswers.class);
            long record = asked.record == null
                    ? answers.recordOfChild(asked.child)
                    : answers.recordOf(asked.record.system, asked.record.key);
            System.out.println(said(answers.say(record, with, verdict, by, reason)));
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UsageException("Not noted: " + e.getMessage() + ".");
        }
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case IN_FORCE -> "Noted. The next night acts on it.";
            case AWAITS_ANOTHER_PERSON -> "Noted. Another person must say the same before it counts.";
            case SAID_BEFORE -> "The same was said before by the same person; nothing changes.";
        };
    }
}
