package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as their user meets them: exit codes, messages, and a home that is stopped, copied and continued. */
class CommandsAcceptanceTest {

    private static final String A1 = ReferenceSets.PRACTICE_A;
    private static final List<String> STAGES = List.of("cohort", "exceptions", "measures", "links", "intake");

    @TempDir
    private Path folder;

    private record Said(int exit, String text) {}

    private static Said said(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            int exit = Installation.run(List.of(arguments));
            return new Said(exit, text.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    void anUnknownKeyInTheConfigurationEndsWithTwoAndNamesFileAndLine() {
        Installation home = new Installation(folder);
        home.config("service.yaml", "service: {name: Acceptance, marking: OFFICIAL}\nchis: [RCA]\nperiod_lag: 31\n");
        for (String[] command : new String[][] {{"check-config"}, {"nightly", "--date", "2026-11-10"}}) {
            List<String> arguments = new java.util.ArrayList<>(List.of(command));
            arguments.addAll(List.of("--home", folder.toString()));
            Said said = said(arguments.toArray(String[]::new));
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.text()).contains("service.yaml").contains("3").contains("period_lag");
        }
        assertThat(folder.resolve("outbox")).doesNotExist();
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(said("nightly", "--home", folder.toString()).exit()).isEqualTo(2);
        assertThat(said("nightly", "--home", folder.toString(), "--date", "19.11.2026")
                        .exit())
                .isEqualTo(2);
        assertThat(said("nightly", "--home", folder.toString(), "--date", "2026-02-30")
                        .exit())
                .isEqualTo(2);
        assertThat(said("nonsense").exit()).isEqualTo(2);
        assertThat(said(
                                "export",
                                "--home",
                                folder.toString(),
                                "--what",
                                "secrets",
                                "--date",
                                "2026-11-10",
                                "--out",
                                folder.resolve("x.csv").toString())
                        .exit())
                .isEqualTo(2);
        for (String command : List.of("nightly", "export", "release", "status", "check-config", "demo", "synthesise")) {
            assertThat(said(command, "--help").exit()).as(command).isZero();
        }
    }

    @Test
    void aHomeThatIsStoppedCopiedAndContinuedGivesTheSame() throws IOException {
        Installation here = Installation.served(folder.resolve("here"));
        Families families = new Families();
        for (int n = 0; n < 12; n++) {
            families.settled("child " + n, "2024-0" + (1 + n % 9) + "-15");
        }
        here.drop(PdsExtract.file("first", families.pds()));
        families.registers("2026-11-10", 1).forEach(here::drop);
        assertThat(here.nightly("2026-11-10", "--baseline")).isZero();
        copied(here.home(), folder.resolve("there"));
        Installation there = new Installation(folder.resolve("there"));
        families.without(families.hv(), "RHA", "child 3");
        for (Installation home : List.of(here, there)) {
            families.registers("2026-11-11", 2).forEach(home::drop);
            home.drop(sameMessage(families));
            assertThat(home.nightly("2026-11-11")).isZero();
        }
        for (String stage : STAGES) {
            assertThat(there.exportBytes(stage, "2026-11-11"))
                    .as(stage)
                    .isEqualTo(here.exportBytes(stage, "2026-11-11"));
        }
        assertThat(here.export("exceptions", "2026-11-11"))
                .anyMatch(row -> row.get("type_code").equals("FS-102"));
        Said status = said("status", "--home", there.home().toString());
        assertThat(status.exit()).isZero();
        assertThat(status.text()).contains("2026-11-11");
    }

    private Dropped message;

    /** One and the same message for both homes. */
    private Dropped sameMessage(Families families) {
        if (message == null) {
            message = NemsMessage.changeOfAddress(
                    families.named("child 5").living(ReferenceSets.B), "2026-11-10T12:00:00+00:00");
        }
        return message;
    }

    private static void copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void anOwnFileWithoutItsControlFileIsHeldAfterTheDeadline() {
        Installation home = Installation.served(folder);
        Families families = new Families();
        Person person = families.settled("child", "2024-05-05");
        home.drop(PdsExtract.file("first", families.pds()));
        Dropped file = GpReg.full(A1, "2026-11-09", 1, List.of(GpReg.row(person, A1, "2024-06-01")))
                .withoutControl();
        home.drop(file);
        home.nightly("2026-11-10", "--baseline");
        assertThat(IntakeLedger.of(home, "2026-11-10").fate(file)).isEqualTo("WAITING CONTROL_FILE_MISSING");
        assertThat(home.waits(file)).isTrue();
        assertThat(home.nightly("2026-11-16")).isEqualTo(3);
        assertThat(IntakeLedger.of(home, "2026-11-16").fate(file)).isEqualTo("HELD CONTROL_FILE_MISSING");
    }
}
