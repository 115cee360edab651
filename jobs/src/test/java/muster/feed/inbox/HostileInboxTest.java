package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import muster.definition.feed.FeedDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SG-23: in every folder of the inbox, what is no ordinary file or has no lawful name is refused and never opened. */
class HostileInboxTest {

    private static final Duration AT_MOST = Duration.ofSeconds(120);

    /** A lawful name in each folder. */
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("chis-event", "CHISEVT_RXA_20261116_000001_D.csv"),
            Map.entry("chis-register", "CHISREG_RXA_20261116_000001_F.csv"),
            Map.entry("gp-gpr4", "A00001_GPR4QX11.KHA"),
            Map.entry("gp-registration", "GPREG_A00001_20261116_000001_F.csv"),
            Map.entry("hv-caseload", "HVCASE_RXH_20261116_000001_F.csv"),
            Map.entry("hv-contact", "HVCONT_RXH_20261116_000001_D.csv"),
            Map.entry("mns", "signal.json"),
            Map.entry("nbs-result", "NBSRES_RXL_20261116_000001_D.csv"),
            Map.entry("nems", "message.xml"),
            Map.entry("nhsp-result", "NHSPRES_RXH_20261116_000001_D.csv"),
            Map.entry("nipe-result", "NIPERES_RXH_20261116_000001_D.csv"),
            Map.entry("pds-extract", "extract_-_COHORT.csv"),
            Map.entry("reference", "epraccur.csv"),
            Map.entry("school-vaccination", "import.csv"),
            Map.entry("vaccination-v5", "MMR_Vaccinations_v5_RXA_20261116T01020300.csv")));

    @TempDir
    private Path folder;

    private IntakeHome home;

    @BeforeEach
    void start() throws Exception {
        home = new IntakeHome(folder);
    }

    private Path inbox(String feed) throws IOException {
        return Files.createDirectories(folder.resolve("inbox").resolve(feed));
    }

    private Map<String, String> states() {
        Map<String, String> found = new TreeMap<>();
        home.database
                .sql("select feed, state || coalesce(' ' || reason_code, '') as state from engine.file")
                .query((row, n) -> found.put(row.getString("feed"), row.getString("state")))
                .list();
        return found;
    }

    private static Map<String, String> all(String state) {
        Map<String, String> expected = new TreeMap<>();
        NAMES.keySet().forEach(feed -> expected.put(feed, state));
        return expected;
    }

    @Test
    void everyFeedHasItsLawfulNameHere() {
        assertThat(NAMES.keySet())
                .containsAll(IntakeHome.DEFINITIONS.feeds().keySet().stream()
                        .filter(feed -> !feed.equals("worked"))
                        .toList());
        NAMES.forEach((feed, name) -> {
            FeedDefinition definition = IntakeHome.DEFINITIONS.feed(feed);
            if (definition != null) {
                assertThat(FileName.of(definition, name, 200, IntakeHome.D))
                        .as(name)
                        .isNotNull();
            }
        });
    }

    /** A pipe that nobody writes to holds up whoever opens it for ever. */
    @Test
    void SG23_aPipeIsNeverOpened() throws Exception {
        for (Map.Entry<String, String> each : NAMES.entrySet()) {
            pipe(inbox(each.getKey()).resolve(each.getValue()));
        }
        assertTimeoutPreemptively(AT_MOST, () -> home.run(IntakeHome.D));
        assertThat(states()).isEqualTo(all("REJECTED FILE_NOT_REGULAR"));
        assertTimeoutPreemptively(AT_MOST, () -> home.intake.settle(home.night(IntakeHome.D)));
    }

    private static void pipe(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
    }

    @Test
    void SG23_aPipeInPlaceOfAControlFileIsNeverOpened() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        home.drop("hv-caseload", NAMES.get("hv-caseload"), "x");
        pipe(inbox("hv-caseload").resolve(NAMES.get("hv-caseload").replace(".csv", ".ctl.csv")));
        expected.put("hv-caseload", "REJECTED CONTROL_TOTAL");
        home.drop("nems", "message.dat", "<x/>");
        pipe(inbox("nems").resolve("message.ctl"));
        expected.put("nems", "REJECTED FILE_NOT_REGULAR");
        assertTimeoutPreemptively(AT_MOST, () -> home.run(IntakeHome.D));
        assertThat(states()).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void SG23_aLinkIsNeverFollowed() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        for (Map.Entry<String, String> each : NAMES.entrySet()) {
            Files.createSymbolicLink(inbox(each.getKey()).resolve(each.getValue()), secret);
        }
        home.run(IntakeHome.D);
        assertThat(states()).isEqualTo(all("REJECTED FILE_NOT_REGULAR"));
        home.intake.settle(home.night(IntakeHome.D));
        assertThat(secret).hasContent("secret");
        try (var tree = Files.walk(folder.resolve("archive").getParent())) {
            assertThat(tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                            .filter(path -> !path.equals(secret))
                            .filter(path -> holds(path, "secret")))
                    .isEmpty();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    /** A name of 300 characters no file system here can hold; the longest it can is refused all the same. */
    @Test
    void SG23_aNameThatIsTooLongOrHoldsTricksIsRefused() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (String name : new String[] {
            "x".repeat(251) + ".csv",
            "x".repeat(197) + ".csv",
            "..%2f..%2fetc%2fpasswd.csv",
            "%2e%2e%2fpasswd.csv",
            "line\nbreak.csv",
            "bell\u0007.csv",
            "back\\slash.csv",
            "semi;colon.csv",
            "\u202ecsv.exe.csv"
        }) {
            home.drop("pds-extract", name, "x");
            expected.put(name, "REJECTED FILE_NAME");
        }
        home.run(IntakeHome.D);
        assertThat(stateByName("pds-extract")).isEqualTo(expected);
        home.intake.settle(home.night(IntakeHome.D));
        assertThat(inbox("pds-extract")).isEmptyDirectory();
    }

    private Map<String, String> stateByName(String feed) {
        Map<String, String> found = new TreeMap<>();
        home.database
                .sql(
                        "select name, state || coalesce(' ' || reason_code, '') as state from engine.file where feed = :feed")
                .param("feed", feed)
                .query((row, n) -> found.put(row.getString("name"), row.getString("state")))
                .list();
        return found;
    }

    /** The longest name that is taken, and one character more. */
    @Test
    void SG31_justUnderAndJustOverTheLongestName() {
        int longest = IntakeHome.DEFINITIONS.settings().maxNameLength();
        FeedDefinition feed = IntakeHome.DEFINITIONS.feed("pds-extract");
        assertThat(FileName.of(feed, "x".repeat(longest - 4) + ".csv", longest, IntakeHome.D))
                .isNotNull();
        assertThat(FileName.of(feed, "x".repeat(longest - 3) + ".csv", longest, IntakeHome.D))
                .isNull();
    }

    /** A file with a hole: as long as it says, and of no bytes on the disk. */
    @Test
    void SG31_aFileOverTheLimitIsNotRead() throws Exception {
        Path file = home.drop("pds-extract", "long.csv", "");
        try (java.io.RandomAccessFile hole = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(IntakeHome.DEFINITIONS.settings().maxFileBytes() + 1);
        }
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> home.run(IntakeHome.D));
        assertThat(stateByName("pds-extract")).containsEntry("long.csv", "REJECTED LIMIT_EXCEEDED");
        Files.delete(file);
    }
}
