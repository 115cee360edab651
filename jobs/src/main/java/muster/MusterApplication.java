package muster;

import muster.command.MusterCommand;

/** The program: {@code ./muster <command>}. All that it can do stands in {@link MusterCommand}. */
public final class MusterApplication {

    private MusterApplication() {}

    /** Runs one command and ends with its exit code ({@code contract.md} section 1). */
    public static void main(String[] arguments) {
        System.exit(MusterCommand.run(arguments));
    }
}
