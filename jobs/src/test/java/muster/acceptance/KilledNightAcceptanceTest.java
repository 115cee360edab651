package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import muster.command.MusterCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night killed at random moments and run again publishes what an undisturbed one does. */
class KilledNightAcceptanceTest {

    private static final String NIGHT = "2026-11-10";
    private static final int MOMENTS = 2;
    private static final List<String> STAGES = List.of("cohort", "exceptions", "measures", "links", "intake");

    @TempDir
    private Path folder;

    /** What a child process runs: the program's own entry, with its exit code. */
    static final class Night {
        private Night() {}

        public static void main(String[] arguments) {
            System.exit(MusterCommand.run(arguments));
        }
    }

    @Test
    @Tag("slow")
    void aNightKilledAtRandomMomentsEndsAsIfNothingHadHappened() throws Exception {
        Installation undisturbed = Installation.served(folder.resolve("undisturbed"));
        Installation killed = Installation.served(folder.resolve("killed"));
        Families families = new Families();
        for (int n = 0; n < 60; n++) {
            families.settled("child " + n, "2024-0" + (1 + n % 9) + "-15");
        }
        families.without(families.hv(), "RHA", "child 3").without(families.chis(), "RCA", "child 4");
        for (Installation home : List.of(undisturbed, killed)) {
            home.drop(PdsExtract.file("first", families.pds()));
            families.registers("2026-11-10", 1).forEach(home::drop);
        }
        long start = System.nanoTime();
        assertThat(night(undisturbed).waitFor()).isZero();
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Random random = new Random(17);
        int stopped = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            Process process = night(killed);
            long wait = whole / 3 + (long) (random.nextDouble() * whole / 2);
            if (!process.waitFor(wait, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                stopped++;
            }
        }
        assertThat(stopped).isPositive();
        assertThat(killed.nightly(NIGHT)).isZero();
        for (String stage : STAGES) {
            assertThat(killed.exportBytes(stage, NIGHT)).as(stage).isEqualTo(undisturbed.exportBytes(stage, NIGHT));
        }
        assertThat(killed.run(NIGHT).get("conservation"))
                .isEqualTo(undisturbed.run(NIGHT).get("conservation"));
        assertThat(killed.json(NIGHT, "manifest.json").get("files").size())
                .isEqualTo(undisturbed.json(NIGHT, "manifest.json").get("files").size());
    }

    @Test
    void aNightThatStoppedBeforeItsFilesWerePutAwayPutsThemAwayWhenItRunsAgain() throws Exception {
        Installation home = Installation.served(folder.resolve("stopped"));
        Families families = new Families();
        families.settled("child", "2024-01-15");
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(NIGHT, 1).forEach(home::drop);
        Path archive = home.home().resolve("archive");
        java.nio.file.Files.writeString(archive, "in the way");
        assertThat(home.nightly(NIGHT, "--baseline")).isEqualTo(1);
        assertThat(home.home().resolve("outbox").resolve(NIGHT).resolve("manifest.json"))
                .exists();
        java.nio.file.Files.delete(archive);
        assertThat(home.nightly(NIGHT)).isZero();
        assertThat(Places.files(home.home().resolve("inbox"))).isEmpty();
        assertThat(Places.files(archive)).isNotEmpty();
    }

    @Test
    @Tag("slow")
    void asLongAsOneRunHoldsTheHomeAnotherEndsWithFour() throws Exception {
        Installation home = Installation.served(folder.resolve("locked"));
        Process process = night(home);
        Path lockedBy = home.home().resolve("data");
        for (int tries = 0;
                tries < 600 && !java.nio.file.Files.exists(lockedBy.resolve("postmaster.pid")) && !started(lockedBy);
                tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        int exit = home.nightly(NIGHT, "--baseline");
        assertThat(process.isAlive() || exit == 0).isTrue();
        assertThat(exit).isEqualTo(4);
        assertThat(process.waitFor()).isZero();
    }

    private static boolean started(Path data) {
        return Places.files(data).stream().anyMatch(file -> file.endsWith("postmaster.pid"));
    }

    private Process night(Installation home) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Night.class.getName(),
                "nightly",
                "--home",
                home.home().toString(),
                "--date",
                NIGHT,
                "--baseline"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }
}
