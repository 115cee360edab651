package muster.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import muster.synthetic.ProgressListener;
import muster.synthetic.SynthesisRequest;
import muster.synthetic.Synthesiser;

/** Two nights of every feed of three hundred invented children, and inboxes made of them. */
final class SyntheticNights {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final int CHILDREN = 300;
    private static final long SEED = 5;

    /** Every feed that the synthesiser writes; returned lists are the only ones it cannot. */
    static final List<String> FEEDS = List.of(
            "chis-event",
            "chis-register",
            "gp-gpr4",
            "gp-registration",
            "hv-caseload",
            "hv-contact",
            "mns",
            "nbs-result",
            "nems",
            "nhsp-result",
            "nipe-result",
            "pds-extract",
            "school-vaccination",
            "vaccination-v5");

    private final Path folder;

    SyntheticNights(Path folder, int nights) {
        this(folder, nights, CHILDREN, "demo");
    }

    SyntheticNights(Path folder, int nights, int children, String profile) {
        this.folder = folder;
        try {
            Synthesiser.write(
                    new SynthesisRequest(folder, children, FIRST, nights, SEED, profile), ProgressListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path config() {
        return folder.resolve("synthetic/config");
    }

    /** The files of a night, in the order of their paths; each lies in its feed's folder. */
    List<Path> files(LocalDate night) {
        return Places.files(folder.resolve("synthetic").resolve(night.toString())).stream()
                .sorted()
                .toList();
    }

    /** The files of a night of one feed. */
    Stream<Path> files(LocalDate night, String feed) {
        return files(night).stream().filter(file -> feed(file).equals(feed));
    }

    static String feed(Path file) {
        return file.getParent().getFileName().toString();
    }

    /** Lays a file into the inbox of a home under a name; a repeat that lies there already is laid over itself. */
    static void lay(Path file, Path home, String name) {
        try {
            Path inbox = Files.createDirectories(home.resolve("inbox").resolve(feed(file)));
            Files.copy(file, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void lay(Path file, Path home) {
        lay(file, home, file.getFileName().toString());
    }
}
