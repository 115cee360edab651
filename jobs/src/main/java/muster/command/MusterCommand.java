package muster.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import muster.definition.InvalidDefinitions;
import muster.engine.database.DatabaseUnusableException;
import muster.engine.database.HomeInUseException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The list of what Muster can do. */
@Command(
        name = "muster",
        mixinStandardHelpOptions = true,
        version = "Muster 0.1.0",
        description =
                "An open failsafe for England's child health services: every night it works out where every child is,"
                        + " who is responsible, and who has nobody.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed (run it again: it resumes), 2 wrong usage or configuration,",
            "3 done, but a person must look, 4 another run holds the lock.",
            "",
            "Begin with: muster demo"
        },
        subcommands = {
            DemoCommand.class,
            SynthesiseCommand.class,
            NightlyCommand.class,
            ExportCommand.class,
            ReleaseCommand.class,
            MergeCommand.class,
            UnmergeCommand.class,
            KeepApartCommand.class,
            StatusCommand.class,
            CheckConfigCommand.class,
            ExplainCommand.class,
            LinkageModelCommand.class,
            BenchCommand.class,
        })
public final class MusterCommand {

    private MusterCommand() {}

    /** Runs the command that the arguments name and returns its exit code; messages go to standard error. */
    public static int run(String... arguments) {
        quietBeforeSpring();
        CommandLine line = new CommandLine(new MusterCommand());
        line.registerConverter(LocalDate.class, new IsoDate());
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((fault, command, parsed) -> report(fault, command.getCommandName()));
        return arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
    }

    /** The embedded server starts before the logging of Spring Boot is set up; its chatter is no message to a user. */
    private static void quietBeforeSpring() {
        if (LoggerFactory.getLogger("io.zonky.test") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(ch.qos.logback.classic.Level.ERROR);
        }
    }

    private static int report(Exception fault, String command) {
        if (fault instanceof InvalidDefinitions invalid) {
            Problems.print(invalid.problems(), System.err);
            return ExitCode.WRONG;
        }
        if (fault instanceof HomeInUseException) {
            System.err.println(fault.getMessage());
            return ExitCode.LOCKED;
        }
        if (fault instanceof DatabaseUnusableException || fault instanceof UsageException) {
            System.err.println(fault.getMessage());
            return ExitCode.WRONG;
        }
        System.err.println("Failed: " + SafeText.of(fault)
                + (command.equals("nightly") ? " Run the same command again: it resumes." : ""));
        return ExitCode.FAILED;
    }

    /** Dates are written year-month-day. */
    private static final class IsoDate implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("a date is written YYYY-MM-DD, for example 2026-11-17");
            }
        }
    }
}
