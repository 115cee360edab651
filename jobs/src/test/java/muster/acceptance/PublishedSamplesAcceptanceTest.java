package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The published messages of feeds 3.9 and the real reference files, dropped as they are. */
@EnabledIfEnvironmentVariable(named = "MUSTER_SAMPLES", matches = ".+", disabledReason = "no published samples")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedSamplesAcceptanceTest {

    private static final String NIGHT = "2026-11-10";
    private static final String LATER = "2026-11-11";

    @TempDir
    private static Path folder;

    private Installation home;
    private IntakeLedger ledger;
    private IntakeLedger later;
    private List<Map<String, String>> cohort;

    @BeforeAll
    void theNight() throws IOException {
        Path samples = Path.of(System.getenv("MUSTER_SAMPLES"));
        home = new Installation(folder);
        for (Path message : Places.files(samples.resolve("nems-events"))) {
            copy(message, "nems");
        }
        for (String shape : List.of("cloudevents", "fhir-r4")) {
            for (Path signal : Places.files(samples.resolve("mns-signals").resolve(shape))) {
                copy(signal, "mns");
            }
        }
        Path reference = samples.resolve("reference");
        copy(reference.resolve("ods/epraccur_extract_2019-10_ccg_era.csv"), "reference");
        copy(reference.resolve("la/uk_local_authorities_current.csv"), "reference");
        copy(reference.resolve("la/lookup_gss_to_registry.csv"), "reference");
        copy(reference.resolve("lsoa/lookup_lsoa_to_registry_england.csv"), "reference");
        copy(reference.resolve("imd/imd2019_england_lsoa2011_decile.csv"), "reference");
        copy(samples.resolve("caas-pds-extract/template.csv.txt"), "pds-extract", "template_-_COHORT.csv");
        copy(reference.resolve("ods/epraccur_extract_2024-01.csv"), "reference");
        home.nightly(NIGHT, "--baseline");
        ledger = IntakeLedger.of(home, NIGHT);
        cohort = home.export("cohort", NIGHT);
        copy(reference.resolve("ods/epraccur_extract_2024-01.csv"), "reference", "epraccur_again.csv");
        home.nightly(LATER);
        later = IntakeLedger.of(home, LATER);
    }

    private void copy(Path file, String feed) throws IOException {
        copy(file, feed, file.getFileName().toString());
    }

    private void copy(Path file, String feed, String name) throws IOException {
        Files.copy(
                file,
                Files.createDirectories(folder.resolve("inbox").resolve(feed)).resolve(name));
    }

    private String message(String name) {
        String found = ledger.line(new Dropped("nems", name, new byte[0], null), 1);
        return found == null ? "APPLIED" : found;
    }

    @Test
    void messagesAreTakenOrRefusedExactlyAsTheSpecificationSays() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("PDS-Death-Notification-formal-ems-example.xml", "REJECTED ROUTING_PATIENT_MISMATCH");
        expected.put("PDS-Death-Notification-informal-ems-example.xml", "REJECTED ROUTING_PATIENT_MISMATCH");
        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(name -> found.put(name, message(name)));
        assertThat(found).containsExactlyEntriesOf(expected);
        for (String name : List.of(
                "PDS-Change-Of-Address-ems-example.xml",
                "PDS-Change-Of-GP-ems-example.xml",
                "PDS-Record-Change.xml",
                "BirthNotificationWithMother.xml")) {
            assertThat(message(name)).as(name).startsWith("APPLIED");
        }
        assertThat(ledger.rows())
                .filteredOn(row -> row.get("file_name").startsWith("BirthNotificationWithout"))
                .filteredOn(row -> row.get("line_number").equals("1"))
                .allSatisfy(row -> assertThat(row.get("reason_code").split(";"))
                        .contains("DEATH_BEFORE_BIRTH", "BIRTH_ORDER_DISAGREES", "BIRTH_WEIGHT_RANGE"));
    }

    /** Feeds 3.9, 7.1 and 8.2: one table, message by message. */
    @Test
    void agencyMessagesAreAppliedWithTheDoubtsThatTheirFaultsCallFor() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("Professional-Contacts-1-new.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        expected.put("Professional-Contacts-1-delete.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        expected.put("blood-spot-test-outcome-1-new.xml", "APPLIED_WITH_WARNING DOB_DISAGREES;RESULT_UNMAPPED");
        expected.put("blood-spot-test-outcome-1-update.xml", "APPLIED_WITH_WARNING DOB_DISAGREES;RESULT_UNMAPPED");
        expected.put("newborn-hearing-1-new.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        expected.put("newborn-hearing-1-delete.xml", "APPLIED");
        expected.put("nipe-outcome-1-new.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        expected.put("nipe-outcome-1-delete.xml", "APPLIED");
        expected.put("vaccinations-1-new.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        expected.put("vaccinations-1-update.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        expected.put("vaccinations-1-delete.xml", "APPLIED_WITH_WARNING DOB_DISAGREES");
        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(name -> found.put(name, message(name)));
        assertThat(found).containsExactlyEntriesOf(expected);
    }

    @Test
    void everySignalIsTakenAndAsksForNewerData() throws IOException {
        assertThat(ledger.rows())
                .filteredOn(row -> row.get("feed").equals("mns"))
                .filteredOn(row -> row.get("line_number").equals("1"))
                .isEmpty();
        assertThat(ledger.rows())
                .filteredOn(row -> row.get("feed").equals("mns")
                        && row.get("outcome").equals("APPLIED")
                        && row.get("rows").equals("1"))
                .hasSize(11);
        assertThat(Files.readString(home.outbox(NIGHT).resolve("messages/pds-refresh.csv")))
                .contains("9912003888,");
    }

    @Test
    void theWrongChildsDeathIsAppliedToNobody() {
        assertThat(cohort)
                .allSatisfy(row -> assertThat(row.get("life_state")).isNotEqualTo("DECEASED"))
                .noneMatch(row -> row.get("nhs_number").equals("6101231234"))
                .noneMatch(row -> row.get("nhs_number").equals("1112223330"))
                .anyMatch(row -> row.get("nhs_number").equals("9912003888"));
    }

    @Test
    void realReferenceFilesLoad() throws IOException {
        Path reference = Path.of(System.getenv("MUSTER_SAMPLES")).resolve("reference");
        for (String name : List.of(
                "ods/epraccur_extract_2019-10_ccg_era.csv",
                "la/uk_local_authorities_current.csv",
                "la/lookup_gss_to_registry.csv",
                "lsoa/lookup_lsoa_to_registry_england.csv",
                "imd/imd2019_england_lsoa2011_decile.csv")) {
            loaded(ledger, reference.resolve(name));
        }
        loaded(ledger, reference.resolve("ods/epraccur_extract_2024-01.csv"));
        assertThat(later.fate("epraccur_again.csv")).isIn("DUPLICATE DUPLICATE_FILE", "TAKEN");
    }

    private static void loaded(IntakeLedger ledger, Path file) throws IOException {
        Dropped dropped = new Dropped("reference", file.getFileName().toString(), Files.readAllBytes(file), null);
        assertThat(ledger.fate(dropped)).as(file.toString()).isEqualTo("TAKEN");
        assertThat(ledger.count(dropped, "REJECTED")).as(file.toString()).isZero();
        assertThat(ledger.count(dropped, "READ")).as(file.toString()).isPositive();
    }
}
