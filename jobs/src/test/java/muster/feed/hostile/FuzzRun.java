package muster.feed.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs the fuzzer on each parser in a JVM of its own, for {@code -Dmuster.fuzz.seconds} each. Not part of the build: only
 * the profile {@code fuzz} has the fuzzer and runs this class. Findings stay in {@code target/fuzz/<parser>}; one that is mended goes
 * to the kept corpus.
 */
class FuzzRun {

    private static final String SECONDS = System.getProperty("muster.fuzz.seconds", "60");

    /** By the clock on the wall, on a machine that may be busy: what never ends is found all the same. */
    private static final String SLOWEST_SECONDS = "20";

    @ParameterizedTest
    @EnumSource(Target.class)
    void findsNothing(Target target) throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(Path.of("target", "fuzz", target.name().toLowerCase(java.util.Locale.ROOT)));
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (byte[] sound : target.sound(folder)) {
            Files.write(corpus.resolve("sound-" + number++), sound);
        }
        Path log = folder.resolve("fuzz.log");
        Process fuzzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dmuster.fuzz.target=" + target,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--instrumentation_includes=muster.feed.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + SECONDS,
                        "-timeout=" + SLOWEST_SECONDS,
                        "-max_len=16384",
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(fuzzer.waitFor()).as(target + ": see " + log).isZero();
        } finally {
            fuzzer.destroyForcibly();
        }
    }
}
