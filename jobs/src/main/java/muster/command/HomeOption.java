package muster.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where one installation keeps its state. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:MUSTER_HOME:-muster-home}",
            description = "Folder that holds all state of one installation (default: ${DEFAULT-VALUE}).")
    private Path home;

    Path path() {
        return home.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder where it is absent.
     *
     * @throws UsageException when nothing can be written there
     */
    static void requireWritable(Path home) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UsageException("The folder " + home + " cannot be made. Give another: --home DIR");
        }
        if (!Files.isWritable(home)) {
            throw new UsageException("Nothing can be written in " + home + ". Give another folder: --home DIR");
        }
    }
}
