package muster.command;

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
}
