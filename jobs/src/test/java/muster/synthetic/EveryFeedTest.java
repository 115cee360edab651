package muster.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feeds beside the registers: each in its form, each row of a child's own life. */
class EveryFeedTest {
    private static final int CHILDREN = 6_000;

    @TempDir
    static Path home;

    private static Synthesis all;

    /** The demonstration's profile with every feed. */
    @BeforeAll
    static void synthesise() throws IOException {
        Path own = home.resolve("config/synthetic/every.yaml");
        Files.createDirectories(own.getParent());
        String demo = new ConfigFiles(home).text("demo.yaml");
        Files.writeString(
                own,
                demo.replace("profile: demo", "profile: every")
                        .replaceFirst("(?m)^clinical_permille: .*$", "clinical_permille: 60"));
        all = Synthesis.of(home, CHILDREN, 3, "every");
    }

    @Test
    void contactsComeAtTheirAgesAndAnAppointmentLiesAhead() {
        int ahead = 0;
        Set<String> activities = new TreeSet<>();
        Set<String> updated = new HashSet<>();
        for (int night = 1; night <= 3; night++) {
            for (NamedCsvRecord row : rows(night, "hv-contact")) {
                if (row.getField("CARE_CONTACT_IDENTIFIER").startsWith("FAULT")) {
                    continue;
                }
                LocalDate birth = LocalDate.parse(row.getField("PERSON_BIRTH_DATE"));
                LocalDate held = LocalDate.parse(row.getField("CARE_CONTACT_DATE"));
                activities.add(row.getField("COMMUNITY_CARE_ACTIVITY_TYPE"));
                if (row.getField("COMMUNITY_CARE_ACTIVITY_TYPE").equals("08")) {
                    assertThat(held.toEpochDay() - birth.toEpochDay()).isBetween(10L, 42L);
                }
                assertThat(LocalDate.parse(row.getField("INVITATION_DATE"))).isBetween(birth, held);
                if (row.getField("ATTENDANCE_STATUS").equals("0")) {
                    assertThat(row.getField("OFFER_OUTCOME")).isEqualTo("07");
                    ahead++;
                }
                if (row.getField("RECORD_ACTION").equals("U")) {
                    updated.add(row.getField("CARE_CONTACT_IDENTIFIER"));
                }
            }
        }
        assertThat(activities).contains("08", "09", "10", "11");
        assertThat(ahead).isPositive();
        assertThat(updated).isNotEmpty();
    }

    @Test
    void samplesAreReceivedAndReportedAndSomeAreRepeated() {
        Set<String> statuses = new TreeSet<>();
        Set<String> immunodeficiency = new TreeSet<>();
        boolean repeated = false;
        for (NamedCsvRecord row : rows(1, "nbs-result")) {
            statuses.add(row.getField("STATUS_PKU"));
            repeated |= row.getField("SAMPLE_SEQUENCE").equals("2");
            immunodeficiency.add(row.getField("STATUS_SCID"));
        }
        assertThat(immunodeficiency)
                .as("told only of those who had BCG too soon")
                .containsExactly("", "04", "08");
        assertThat(statuses).contains("01", "04", "0303");
        assertThat(repeated).isTrue();
    }

    @Test
    void aHistoryIsWholeAtFirstAndThenADelta() {
        List<String> actions = rows(1, "chis-event").stream()
                .map(row -> row.getField("RECORD_ACTION"))
                .distinct()
                .toList();
        assertThat(actions).containsExactly("F");
        Set<String> kinds = rows(1, "chis-event").stream()
                .map(row -> row.getField("EVENT_KIND"))
                .collect(Collectors.toSet());
        assertThat(kinds).contains("HVRV", "NBSS", "NHSP", "NIPE", "VACC");
        assertThat(rows(2, "chis-event"))
                .allMatch(row -> row.getField("RECORD_ACTION").equals("A"));
        assertThat(rows(1, "chis-event"))
                .as("a dose of which only the month is known")
                .anyMatch(row -> row.getField("EVENT_DATE_PRECISION").equals("M")
                        && row.getField("EVENT_DATE").endsWith("-01"));
    }

    @Test
    void listsOfTheNationalFormatHaveTwoLinesAPatient() throws IOException {
        List<Path> lists = all.files(2, "gp-gpr4", "A");
        assertThat(lists).hasSize(2);
        for (Path list : lists) {
            assertThat(list.getFileName().toString()).matches("[A-Z]\\d{5}_GPR4[A-Z0-9]{3}1\\.[A-L][1-9A-V]A");
            List<String> lines = Files.readAllLines(list);
            assertThat(lines.get(0)).isEqualTo("503\\*");
            assertThat(lines.size() % 2).isEqualTo(1);
            Set<String> numbers = new HashSet<>();
            for (int i = 1; i < lines.size(); i += 2) {
                assertThat(lines.get(i).split("~", -1)).hasSize(16);
                assertThat(lines.get(i + 1).split("~", -1)).hasSize(11);
                assertThat(lines.get(i + 1).split("~", -1)[5]).hasSize(8);
                assertThat(numbers.add(lines.get(i).split("~")[6])).isTrue();
                assertThat(lines.get(i)).matches("[A-Z0-9',~ -]+");
            }
        }
        String practice = lists.get(0).getFileName().toString().substring(0, 6);
        assertThat(rows(2, "gp-registration")).as("a practice uses one form").noneMatch(row -> row.getField(
                        "GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION")
                .equals(practice));
    }

    @Test
    void schoolFilesHaveThePublishedHeadersAndEndWithABlankRow() throws IOException {
        Set<String> headers = new HashSet<>();
        for (Path file : all.files(1, "school-vaccination", ".csv")) {
            List<String> lines = Files.readAllLines(file);
            headers.add(lines.get(0));
            assertThat(lines.get(lines.size() - 1)).matches(",+");
            assertThat(Synthesis.rows(file)).isNotEmpty();
        }
        assertThat(headers)
                .containsExactlyInAnyOrder(SchoolFiles.POINT_OF_CARE, SchoolFiles.REPORT, SchoolFiles.COHORT);
    }

    @Test
    void signalsComeInThreeShapes() throws IOException {
        Set<String> shapes = new TreeSet<>();
        for (int night = 1; night <= 3; night++) {
            for (Path file : signals(night)) {
                JsonNode signal = new ObjectMapper().readTree(file.toFile());
                shapes.add(
                        signal.has("specversion") ? "CloudEvents" : signal.has("resourceType") ? "FHIR" : "with data");
            }
        }
        assertThat(shapes).containsExactly("CloudEvents", "FHIR", "with data");
    }

    @Test
    void messagesOfAgenciesAreStu3AndSomeComeAgainOrAreWithdrawn() throws IOException {
        IParser parser = FhirContext.forDstu3().newXmlParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        Set<String> told = new TreeSet<>();
        for (int night = 1; night <= 2; night++) {
            for (Path file : all.files(night, "nems", ".xml")) {
                if (!file.getFileName().toString().contains("pds-")) {
                    Bundle bundle = parser.parseResource(Bundle.class, Files.readString(file));
                    MessageHeader header =
                            (MessageHeader) bundle.getEntryFirstRep().getResource();
                    told.add(header.getEvent().getCode());
                    told.add(Files.readString(file)
                            .replaceFirst("(?s).*MessageEventType-1\"/><code value=\"(\\w+)\".*", "$1"));
                }
            }
        }
        assertThat(told)
                .contains(
                        "blood-spot-test-outcome-1",
                        "newborn-hearing-1",
                        "nipe-outcome-1",
                        "professional-contacts-1",
                        "vaccinations-1",
                        "new",
                        "update",
                        "delete");
        assertThat(all.truth("intake.csv"))
                .extracting(row -> row.getField("outcome"))
                .contains("STALE");
    }

    @Test
    void aMeshPairIsAPayloadAndItsControlFile() throws IOException {
        for (Path payload : all.files(1, "vaccination-v5", ".dat")) {
            assertThat(Files.readAllLines(payload).get(0)).isEqualTo(VaccinationFiles.HEADER);
            Path control =
                    payload.resolveSibling(payload.getFileName().toString().replace(".dat", ".ctl"));
            assertThat(Files.readString(control)).contains("<Event>TRANSFER</Event>", "<Status>SUCCESS</Status>");
        }
        assertThat(all.files(1, "vaccination-v5", ".dat")).hasSize(1);
    }

    @Test
    void oneProviderWritesOldCharacters() throws IOException {
        Path file = all.files(1, "chis-register", "F.csv").stream()
                .filter(path -> path.getFileName().toString().startsWith("CHISREG_RXB"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, Charset.forName("windows-1252"))).contains("Zoë");
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("Zoë");
    }

    @Test
    void oldRegistersSlipsStandInTheirRows() {
        List<NamedCsvRecord> rows = all.files(1, "chis-register", "F.csv").stream()
                .flatMap(path -> Synthesis.rows(path).stream())
                .toList();
        assertThat(rows).anyMatch(row -> row.getField("ADDRESS_START_DATE").equals("1899-12-31"));
        assertThat(rows).anyMatch(row -> row.getField("PERSON_FAMILY_NAME").endsWith("."));
        assertThat(rows)
                .anyMatch(row -> row.getField("ADDRESS_LINE_1").isEmpty()
                        && !row.getField("ADDRESS_LINE_2").isEmpty());
        assertThat(rows)
                .extracting(row -> row.getField("GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION"))
                .contains("V81999", "P99999");
    }

    @Test
    void onTheThirdNightMessagesComeAsPairsWithReportsAmongThem() throws IOException {
        List<Path> payloads = all.files(3, "nems", ".dat");
        assertThat(payloads).hasSizeGreaterThan(10).allSatisfy(payload -> assertThat(
                        Path.of(payload.toString().replace(".dat", ".ctl")))
                .content()
                .contains("<Event>TRANSFER</Event>"));
        assertThat(all.files(3, "nems", ".ctl")).hasSameSizeAs(payloads);
        assertThat(payloads)
                .filteredOn(payload -> payload.getFileName().toString().startsWith("REPORT_"))
                .hasSize(2);
        assertThat(all.files(3, "pds-extract", ".parquet")).hasSize(1);
    }

    @Test
    void whoComesUnderAnotherNumberHasTheBirthHomeAndDosesOfTheOneThatWent() throws IOException {
        String second = Synthesis.FIRST.plusDays(1).toString();
        List<NamedCsvRecord> pairs = all.truth("identities.csv").stream()
                .filter(row -> row.getField("night").equals(second))
                .toList();
        assertThat(pairs).isNotEmpty();
        for (NamedCsvRecord pair : pairs) {
            String closed = pair.getField("closed_nhs_number");
            String anew = pair.getField("new_nhs_number");
            Map<String, NamedCsvRecord> told = new HashMap<>();
            for (Path file : all.files(2, "pds-extract", ".csv")) {
                Synthesis.rows(file).forEach(row -> told.put(row.getField("NHS_NUMBER"), row));
            }
            NamedCsvRecord old = told.get(closed);
            NamedCsvRecord fresh = told.get(anew);
            assertThat(old.getField("INVALID_FLAG")).isEqualTo("TRUE");
            assertThat(old.getField("SUPERSEDED_BY_NHS_NUMBER")).isEmpty();
            assertThat(fresh.getField("INVALID_FLAG")).isEqualTo("FALSE");
            for (String same : List.of("DATE_OF_BIRTH", "ADDRESS_LINE_1", "POSTCODE")) {
                assertThat(fresh.getField(same)).as(same).isEqualTo(old.getField(same));
            }
        }
    }

    @Test
    void markedChildrenHaveTextsOfTheirOwn() {
        List<NamedCsvRecord> canaries = all.truth("canaries.csv");
        assertThat(canaries).hasSizeGreaterThanOrEqualTo(60);
        assertThat(canaries.stream().map(row -> row.getField("given_name")).distinct())
                .hasSameSizeAs(canaries);
        assertThat(canaries.stream().map(row -> row.getField("kind")).collect(Collectors.toSet()))
                .contains("RESTRICTED", "DECEASED", "MERGED", "TWIN", "FORMULA", "MARKUP", "LOOKED_AFTER", "OPTED_OUT");
    }

    /** On the third night they come as MESH delivers them, all in one folder. */
    private static List<Path> signals(int night) {
        return night == 3 ? all.files(night, "nems", "_signal.dat") : all.files(night, "mns", ".json");
    }

    private static List<NamedCsvRecord> rows(int night, String feed) {
        return all.files(night, feed, ".csv").stream()
                .filter(path -> !path.toString().endsWith(".ctl.csv"))
                .flatMap(path -> Synthesis.rows(path).stream())
                .toList();
    }
}
