package muster.publish.worklist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.TempFileCreationStrategy;

/** Keeps the workbook writer's temporary files, which hold personal data, in the run's own folder (SG-16). */
final class TemporaryFolder implements TempFileCreationStrategy {

    private final Path folder;

    TemporaryFolder(Path folder) {
        this.folder = folder;
    }

    /** Files made this way are readable by their owner alone. */
    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return Files.createTempDirectory(folder, prefix).toFile();
    }
}
