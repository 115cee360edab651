package muster.feed.parquet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import muster.definition.feed.IntakeSettings.ParquetLimits;

/**
 * How the child is started: the same Java and the same classes as ours, little memory, no environment, no traces on disk,
 * and where the system lets us, a network of its own that leads nowhere.
 */
final class ChildCommand {

    private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    /** Linux: a network namespace, with privileges or without; the first that works is taken, else none. */
    private static final List<List<String>> WAYS_OFFLINE =
            List.of(List.of("unshare", "--net"), List.of("unshare", "--user", "--net"));

    private static final int PROBE_SECONDS = 10;

    private ChildCommand() {}

    /** A process of that program with the limit of row groups as its argument. */
    static ProcessBuilder of(Class<?> program, ParquetLimits limits) {
        List<String> command = new ArrayList<>(Offline.PREFIX);
        String home = System.getProperty("java.home");
        command.add(Path.of(home, "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.childMegabytes() + "m",
                "-XX:MaxDirectMemorySize=" + limits.childMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                // Its last words on running out of memory would else fall between the frames.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+UseSerialGC",
                // A dump of any kind would hold rows.
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path")));
        if (packaged()) {
            // Settings of the launcher are looked for in its home, which would else be the working folder.
            command.addAll(List.of("-Dloader.home=" + home, "-Dloader.main=" + program.getName(), BOOT_LAUNCHER));
        } else {
            command.add(program.getName());
        }
        command.add(Long.toString(limits.maxRowGroupBytes()));
        ProcessBuilder builder = new ProcessBuilder(command);
        bare(builder.environment());
        return builder;
    }

    private static boolean packaged() {
        return ClassLoader.getSystemResource(BOOT_LAUNCHER.replace('.', '/') + ".class") != null;
    }

    /** Nothing but the form of file names, which the child's class path may need. */
    private static void bare(Map<String, String> environment) {
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** Found out once. */
    private static final class Offline {
        static final List<String> PREFIX =
                WAYS_OFFLINE.stream().filter(Offline::works).findFirst().orElse(List.of());

        private static boolean works(List<String> prefix) {
            List<String> command = new ArrayList<>(prefix);
            command.add("true");
            try {
                Process probe = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
                probe.destroyForcibly();
                return ended && probe.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
