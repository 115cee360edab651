package muster.feed.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What coverage-guided fuzzing calls ({@code mvn -Pfuzz test}): one parser, named by the system property
 * {@code muster.fuzz.target}, with whatever bytes the fuzzer makes up. Anything thrown is a finding.
 */
public final class FuzzTarget {

    private static final Target TARGET = Target.valueOf(System.getProperty("muster.fuzz.target", "GP_REGISTRATION"));
    private static final Path FOLDER = folder();

    private FuzzTarget() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("muster-fuzz");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Called by the fuzzer before its first input, which would else be charged with the loading of every definition. */
    public static void fuzzerInitialize() throws IOException {
        for (byte[] sound : TARGET.sound(FOLDER)) {
            TARGET.read(FOLDER, sound);
        }
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] content) throws IOException {
        TARGET.read(FOLDER, content);
    }
}
