package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import muster.engine.Night;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of whole files: contract 2 and 3, rulings 2, promises RP-01, RP-05, RP-06, RP-12, rule SG-23. */
class FileIntakeTest {

    private static final String FEED = "hv-caseload";
    private static final LocalDate D = IntakeHome.D;

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void home() throws Exception {
        home = new IntakeHome(folder);
    }

    private static String name(int sequence, String type) {
        return String.format("HVCASE_RXH_20261116_%06d_%s.csv", sequence, type);
    }

    private static String full(int rows) {
        return Rows.of(FEED).rows(1, rows).text();
    }

    private static String delta(int from, int to) {
        return Rows.of(FEED).rows(from, to, "RECORD_ACTION", "A").text();
    }

    private void apply() {
        home.database
                .sql("update engine.file set state = 'APPLIED' where state = 'LANDED'")
                .update();
    }

    @Test
    void RP01_onlyCompleteFilesAreTaken() throws Exception {
        home.drop(FEED, name(1, "F"), full(3));
        home.drop(FEED, name(2, "F") + ".tmp", full(3));
        home.drop(FEED, name(3, "F") + ".PART", full(3));
        home.baseline(D);
        assertThat(home.state(name(1, "F"))).isEqualTo("WAITING CONTROL_FILE_MISSING");
        assertThat(home.database
                        .sql("select count(*) from engine.file")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        home.intake.settle(home.night(D));
        assertThat(folder.resolve("inbox/" + FEED + "/" + name(1, "F"))).exists();
        home.control(FEED, name(1, "F"), Map.of());
        home.baseline(D.plusDays(1));
        assertThat(home.state(name(1, "F"))).isEqualTo("LANDED");
    }

    @Test
    void aControlFileThatNeverComesIsHeldAfterTheDeadline() throws Exception {
        home.drop(FEED, name(1, "F"), full(3));
        home.run(D);
        home.run(D.plusDays(2));
        assertThat(home.state(name(1, "F"))).isEqualTo("WAITING CONTROL_FILE_MISSING");
        home.run(D.plusDays(3));
        assertThat(home.state(name(1, "F"))).isEqualTo("HELD CONTROL_FILE_MISSING");
        home.control(FEED, name(1, "F"), Map.of());
        home.baseline(D.plusDays(4));
        assertThat(home.state(name(1, "F"))).isEqualTo("LANDED");
    }

    @Test
    void RP01_truncatedAnywhereIsRefused() throws Exception {
        byte[] whole = full(20).getBytes(StandardCharsets.UTF_8);
        for (int part = 1; part < 16; part++) {
            String file = String.format("HVCASE_RX%d_20261116_000001_F.csv", part);
            home.drop(FEED, file, whole);
            home.control(FEED, file, Map.of());
            home.drop(FEED, file, Arrays.copyOf(whole, whole.length * part / 16));
        }
        home.baseline(D);
        assertThat(home.database
                        .sql("select distinct state || ' ' || reason_code from engine.file")
                        .query(String.class)
                        .list())
                .containsExactly("REJECTED CONTROL_TOTAL");
        assertThat(home.landed("hv_caseload", "line_no")).isEmpty();
    }

    @Test
    void RP01_oneFlippedByteIsRefused() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(5));
        byte[] content = full(5).getBytes(StandardCharsets.UTF_8);
        content[content.length / 2] ^= 1;
        home.drop(FEED, name(1, "F"), content);
        home.baseline(D);
        assertThat(home.state(name(1, "F"))).isEqualTo("REJECTED CONTROL_TOTAL");
    }

    @Test
    void aTamperedControlFileRefusesTheFile() throws Exception {
        Map<String, String> tampered = Map.of(
                "FEED", "CHISREG",
                "SENDER_ODS_CODE", "RXX",
                "LAYOUT_VERSION", "2",
                "AS_AT_DATE", "2026-11-15",
                "EXTRACT_DATETIME", "2026-11-17T01:00:00",
                "SEQUENCE_NUMBER", "7",
                "FILE_TYPE", "D",
                "RECORD_COUNT", "4",
                "NHS_NUMBER_HASH_TOTAL", "1",
                "DISTINCT_CHILD_COUNT", "6");
        LocalDate night = D;
        for (Map.Entry<String, String> wrong : tampered.entrySet()) {
            home.drop(FEED, name(1, "F"), full(5));
            home.control(FEED, name(1, "F"), Map.of(wrong.getKey(), wrong.getValue()));
            home.baseline(night);
            assertThat(home.state(name(1, "F"))).as(wrong.getKey()).isEqualTo("REJECTED CONTROL_TOTAL");
            night = night.plusDays(1);
        }
        home.control(FEED, name(1, "F"), Map.of());
        home.drop(
                FEED,
                name(1, "F").replace(".csv", ".ctl.csv"),
                Files.readString(folder.resolve(
                                "inbox/" + FEED + "/" + name(1, "F").replace(".csv", ".ctl.csv")))
                        + "HVCASE,RXH,1,,,,,,,,\r\n");
        home.baseline(night);
        assertThat(home.state(name(1, "F"))).isEqualTo("REJECTED CONTROL_TOTAL");
        assertThat(home.landed("hv_caseload", "line_no")).isEmpty();
    }

    @Test
    void aListOfALaterDateWaits() throws Exception {
        home.dropWithControl(FEED, name(1, "F").replace("20261116", "20261118"), full(2));
        home.baseline(D);
        assertThat(home.state(name(1, "F").replace("20261116", "20261118"))).isEqualTo("WAITING AS_AT_LATER");
    }

    @Test
    void SG23_namesAndKindsOfFilesAreChecked() throws Exception {
        home.drop(FEED, "caseload.csv", full(1));
        home.drop("pds-extract", "odd;name.csv", "x");
        home.drop("pds-extract", "x".repeat(197) + ".csv", "x");
        Path target = home.drop("elsewhere", "target", "secret");
        Files.createSymbolicLink(
                target.resolveSibling("../pds-extract/link.csv").normalize(), target);
        Files.createDirectories(folder.resolve("inbox/pds-extract/folder.csv"));
        home.run(D);
        assertThat(home.state("caseload.csv")).isEqualTo("REJECTED FILE_NAME");
        assertThat(home.state("odd;name.csv")).isEqualTo("REJECTED FILE_NAME");
        assertThat(home.state("x".repeat(197) + ".csv")).isEqualTo("REJECTED FILE_NAME");
        assertThat(home.state("link.csv")).isEqualTo("REJECTED FILE_NOT_REGULAR");
        assertThat(home.state("folder.csv")).isEqualTo("REJECTED FILE_NOT_REGULAR");
        home.intake.settle(home.night(D));
        assertThat(Files.isSymbolicLink(folder.resolve("quarantine/link.csv"))).isTrue();
        assertThat(folder.resolve("quarantine/folder.csv")).isDirectory();
        assertThat(target).hasContent("secret");
    }

    @Test
    void feedsWithoutAReaderStayAndAreNamed() throws Exception {
        home.drop("no-such-feed", "a.csv", "");
        home.drop("no-such-feed", "b.csv", "");
        home.run(D);
        assertThat(home.intake.unread()).isEqualTo(Map.of("no-such-feed", 2));
        assertThat(home.database
                        .sql("select count(*) from engine.file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void sequenceIsKeptPerSender() throws Exception {
        home.dropWithControl(FEED, name(41, "F"), full(10));
        home.baseline(D);
        home.dropWithControl(FEED, name(42, "D"), delta(11, 11));
        home.dropWithControl(FEED, name(44, "D"), delta(12, 12));
        home.run(D.plusDays(1));
        assertThat(home.state(name(42, "D"))).isEqualTo("LANDED");
        assertThat(home.state(name(44, "D"))).isEqualTo("HELD SEQUENCE_GAP");
        home.dropWithControl(FEED, name(41, "D"), delta(13, 13));
        home.dropWithControl(FEED, name(43, "D"), delta(14, 14));
        home.run(D.plusDays(2));
        assertThat(home.state(name(41, "D"))).isEqualTo("HELD SEQUENCE_CONFLICT");
        assertThat(home.state(name(43, "D"))).isEqualTo("LANDED");
    }

    @Test
    void filesOfOneNightGoBySequenceNotByName() throws Exception {
        home.dropWithControl(FEED, "HVCASE_RXH_20261116_000009_F.csv", full(10));
        home.dropWithControl(FEED, "HVCASE_RXH_20261115_000010_D.csv", delta(11, 11));
        assertThat(home.baseline(D)).extracting(InboxFile::sequenceNumber).containsExactly(9L, 10L);
        assertThat(home.state("HVCASE_RXH_20261115_000010_D.csv")).isEqualTo("LANDED");
    }

    @Test
    void RP06_theSameContentAgainChangesNothing() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(10));
        home.baseline(D);
        apply();
        home.intake.settle(home.night(D));
        home.dropWithControl(FEED, name(1, "F"), full(10));
        home.dropWithControl(FEED, name(2, "F"), full(10));
        home.run(D.plusDays(1));
        assertThat(home.state(name(1, "F"))).isEqualTo("DUPLICATE DUPLICATE_FILE");
        assertThat(home.state(name(2, "F"))).isEqualTo("DUPLICATE DUPLICATE_FILE");
        home.dropWithControl(FEED, name(3, "D"), delta(11, 11));
        home.run(D.plusDays(2));
        assertThat(home.state(name(3, "D")))
                .as("the repeated file's number counts")
                .isEqualTo("LANDED");
        home.intake.settle(home.night(D.plusDays(1)));
        assertThat(folder.resolve("archive/20261118/" + name(1, "F"))).exists();
        assertThat(folder.resolve("archive/20261117/" + name(1, "F").replace(".csv", ".ctl.csv")))
                .exists();
    }

    @Test
    void twoFilesWithTheSameContentInOneNight() throws Exception {
        String row = "record_type,nhs_number,date_of_birth,family_name\r\nADD," + Rows.number(1) + ",20250203,T\r\n";
        home.drop("pds-extract", "one_-_C.csv", row);
        home.drop("pds-extract", "two_-_C.csv", row);
        home.run(D);
        assertThat(List.of(home.state("one_-_C.csv"), home.state("two_-_C.csv")))
                .containsExactly("LANDED", "DUPLICATE DUPLICATE_FILE");
    }

    @Test
    void RP12_aShrunkenListWarnsOrIsHeld() throws Exception {
        int[][] drops = {{100, 0}, {99, 0}, {91, 0}, {90, 1}, {81, 1}, {80, 2}, {50, 2}};
        int sender = 0;
        for (int[] drop : drops) {
            String first = String.format("HVCASE_RV%d_20261116_000001_F.csv", sender);
            home.dropWithControl(FEED, first, full(100));
            home.dropWithControl(FEED, first.replace("000001", "000002"), full(drop[0]) + "\r\n");
            sender++;
        }
        home.baseline(D);
        for (int i = 0; i < drops.length; i++) {
            String second = String.format("HVCASE_RV%d_20261116_000002_F.csv", i);
            assertThat(home.state(second))
                    .as("%d of 100", drops[i][0])
                    .isEqualTo(drops[i][1] == 2 ? "HELD POPULATION_DROP" : "LANDED");
        }
        assertThat(home.lines())
                .containsExactly("- APPLIED_WITH_WARNING POPULATION_DROP", "- APPLIED_WITH_WARNING POPULATION_DROP");
    }

    @Test
    void RP12_repeatedHeadersAndInstructionsAreNoRowsToTheVolumeGuard() throws Exception {
        String list = full(100);
        String header = list.substring(0, list.indexOf("\r\n") + 2);
        String instruction = "Required" + ",".repeat(header.split(",").length - 1) + "\r\n";
        String joined = header + instruction + list.substring(header.length()) + header.repeat(30);
        home.dropWithControl(FEED, name(1, "F"), joined);
        home.dropWithControl(FEED, name(2, "F"), full(100) + "\r\n");
        home.dropWithControl(FEED, name(3, "F"), header + instruction + header.repeat(80));
        home.baseline(D);
        assertThat(home.state(name(1, "F"))).isEqualTo("LANDED");
        assertThat(home.state(name(2, "F"))).isEqualTo("LANDED");
        assertThat(home.state(name(3, "F"))).isEqualTo("HELD NO_ROWS");
        assertThat(home.lines()).hasSize(30).allMatch(line -> line.endsWith(" SKIPPED REPEATED_HEADER"));
        assertThat(home.database
                        .sql("select rows_read || ' ' || rows_data from engine.file where sequence_number = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("130 100");
    }

    @Test
    void RP12_noRowsAndNoBaselineAreHeld() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(10));
        home.run(D);
        assertThat(home.state(name(1, "F"))).isEqualTo("HELD NO_BASELINE");
        home.intake.settle(home.night(D));
        home.dropWithControl(FEED, name(1, "F"), full(10));
        home.baseline(D.plusDays(1));
        home.dropWithControl(FEED, name(2, "F"), full(0));
        home.run(D.plusDays(2));
        assertThat(home.state(name(2, "F"))).isEqualTo("HELD NO_ROWS");
        home.dropWithControl(FEED, name(2, "D"), full(0));
        home.run(D.plusDays(3));
        assertThat(home.state(name(2, "D"))).as("a delta may be empty").isEqualTo("LANDED");
    }

    @Test
    void RP12_aReleaseLetsAHeldFileThroughOnce() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(100));
        home.baseline(D);
        home.dropWithControl(FEED, name(2, "F"), full(50));
        home.dropWithControl(FEED, name(3, "F"), full(0));
        home.run(D.plusDays(1));
        home.intake.settle(home.night(D.plusDays(1)));
        assertThat(folder.resolve("quarantine/" + name(2, "F") + ".report.csv"))
                .content()
                .startsWith("line_number,field,reason_code,message\r\n,,POPULATION_DROP,");
        Releases releases = new Releases(home.database);
        assertThatThrownBy(() -> releases.release("gp-registration", null, "A", "B"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> releases.release(FEED, null, " ", "B")).isInstanceOf(IllegalArgumentException.class);
        assertThat(releases.release(FEED, null, "A Person", "the drop is real")).isEqualTo(2);
        home.run(D.plusDays(2));
        assertThat(home.state(name(2, "F"))).isEqualTo("LANDED");
        assertThat(home.state(name(3, "F"))).as("only by its own name").isEqualTo("HELD NO_ROWS");
        assertThatThrownBy(() -> releases.release(FEED, name(2, "F"), "A", "B"))
                .isInstanceOf(IllegalArgumentException.class);
        apply();
        home.intake.settle(home.night(D.plusDays(2)));
        assertThat(folder.resolve("archive/20261119/" + name(2, "F"))).exists();
        assertThat(folder.resolve("quarantine/" + name(2, "F"))).doesNotExist();
    }

    @Test
    void aListWithoutRowsIsReleasedByItsNameOnly() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(2));
        home.baseline(D);
        home.dropWithControl(FEED, name(2, "F"), full(0));
        home.run(D.plusDays(1));
        home.intake.settle(home.night(D.plusDays(1)));
        Releases releases = new Releases(home.database);
        assertThatThrownBy(() -> releases.release(FEED, null, "A Person", "closed"))
                .isInstanceOf(IllegalArgumentException.class);
        releases.release(FEED, name(2, "F"), "A Person", "closed");
        home.run(D.plusDays(2));
        assertThat(home.state(name(2, "F"))).isEqualTo("LANDED");
    }

    @Test
    void theExportAddsUpToTheLinesRead() throws Exception {
        home.dropWithControl(
                FEED,
                name(1, "F"),
                Rows.of(FEED)
                        .rows(1, 3)
                        .row(4, "EPISODE_STATUS", "Z")
                        .row(5, "NHS_NUMBER", "1")
                        .text());
        home.drop("pds-extract", "odd;\u00e9.csv", "x");
        home.baseline(D);
        assertThat(export())
                .containsExactly(
                        name(1, "F") + " hv-caseload - APPLIED - - 0",
                        name(1, "F") + " hv-caseload - READ - - 5",
                        name(1, "F") + " hv-caseload 5 REJECTED UNKNOWN_CODE EPISODE_STATUS 1",
                        "odd%3B%C3%A9.csv pds-extract - REJECTED FILE_NAME - 0");
    }

    private List<String> export() throws Exception {
        String sql = IntakeDatabase.text("sql/export/intake.sql").replaceAll("(?m)^--.*$", "");
        return home.database
                .sql("select concat_ws(' ', file_name, feed, coalesce(line_number::text, '-'), outcome,"
                        + " coalesce(reason_code, '-'), coalesce(field, '-'), rows) from ("
                        + sql.replace("engine.business_date()", "date '" + D + "'") + ") as exported")
                .query(String.class)
                .list();
    }

    @Test
    void RP05_aResumedNightTakesTheSameSetAndLandsItAgain() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(10));
        Night night = new Night(D, true, false);
        home.intake.take(night);
        home.dropWithControl(FEED, name(2, "D"), delta(11, 11));
        assertThat(home.intake.take(night)).extracting(InboxFile::name).containsExactly(name(1, "F"));
        home.intake.landAll(night);
        home.database.sql("truncate landing.hv_caseload").update();
        home.intake.landAll(night);
        home.intake.landAll(night);
        assertThat(home.landed("hv_caseload", "line_no")).hasSize(10);
        apply();
        home.database.sql("truncate landing.hv_caseload").update();
        home.intake.landAll(night);
        assertThat(home.landed("hv_caseload", "line_no"))
                .as("applied files stay away")
                .isEmpty();
        home.intake.settle(night);
        home.intake.settle(night);
        assertThat(folder.resolve("archive/20261117/" + name(1, "F"))).exists();
        assertThat(folder.resolve("inbox/" + FEED + "/" + name(2, "D"))).exists();
    }

    @Test
    void RP01_aFileWrittenAnewAfterItWasTakenWaits() throws Exception {
        Night night = new Night(D, true, false);
        home.dropWithControl(FEED, name(1, "F"), full(10));
        home.intake.take(night);
        home.dropWithControl(FEED, name(1, "F"), full(11));
        home.intake.landAll(night);
        assertThat(home.state(name(1, "F"))).isEqualTo("WAITING FILE_CHANGING");
        home.intake.settle(night);
        home.baseline(D.plusDays(1));
        assertThat(home.state(name(1, "F"))).isEqualTo("LANDED");
    }

    @Test
    void oneSourceSystemAFile() throws Exception {
        String feed = "chis-register";
        home.dropWithControl(
                feed,
                "CHISREG_RXA_20261116_000001_F.csv",
                Rows.of(feed).row(1).row(2, "SOURCE_SYSTEM_CODE", "SYS2").text());
        home.dropWithControl(
                feed,
                "CHISREG_RXB_20261116_000001_F.csv",
                Rows.of(feed)
                        .row(
                                1,
                                "BIRTH_WEIGHT",
                                "9999",
                                "BIRTH_ORDER",
                                "3",
                                "NUMBER_OF_BIRTHS",
                                "2",
                                "PERSON_DEATH_DATE",
                                "2025-01-01",
                                "LAST_UPDATED_DATETIME",
                                "yesterday")
                        .text());
        home.baseline(D);
        assertThat(home.state("CHISREG_RXA_20261116_000001_F.csv")).isEqualTo("REJECTED CONTROL_TOTAL");
        assertThat(home.state("CHISREG_RXB_20261116_000001_F.csv")).isEqualTo("LANDED");
        assertThat(home.landed("chis_register", "array_to_string(warnings, ';')"))
                .containsExactly("BIRTH_WEIGHT_RANGE;TIMESTAMP_INVALID;DEATH_BEFORE_BIRTH;BIRTH_ORDER_DISAGREES");
        assertThat(home.database
                        .sql("select source_system_code from engine.file where sender = 'RXB'")
                        .query(String.class)
                        .single())
                .isEqualTo("SYS1");
    }

    @Test
    void statesMoveForwardOnly() throws Exception {
        home.dropWithControl(FEED, name(1, "F"), full(1));
        home.baseline(D);
        apply();
        assertThat(home.database
                        .sql("select state from engine.file_event order by event_number")
                        .query(String.class)
                        .list())
                .containsExactly("TAKEN", "LANDED", "APPLIED");
        assertThatThrownBy(() -> home.database
                        .sql("update engine.file set state = 'TAKEN'")
                        .update())
                .hasMessageContaining("cannot go from APPLIED to TAKEN");
        assertThatThrownBy(
                        () -> home.database.sql("delete from engine.file_event").update())
                .hasMessageContaining("append-only");
    }
}
