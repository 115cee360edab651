package muster.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthesiserTest {
    private static final int CHILDREN = 4_000;

    @TempDir
    static Path home;

    private static Synthesis demo;

    @BeforeAll
    static void synthesise() {
        demo = Synthesis.of(home.resolve("demo"), CHILDREN, 3, "demo");
    }

    @Test
    void theSameRequestGivesTheSameBytes() throws IOException {
        Synthesis again = Synthesis.of(home.resolve("again"), CHILDREN, 3, "demo");
        assertThat(contents(again.folder())).isEqualTo(contents(demo.folder()));
        Synthesis over = Synthesis.of(home.resolve("again"), CHILDREN, 3, "demo");
        assertThat(contents(over.folder())).as("written over an earlier one").isEqualTo(contents(demo.folder()));
    }

    @Test
    void everyFaultIsThereAndSomeAreMended() {
        Set<String> types = new TreeSet<>();
        Set<String> closed = new TreeSet<>();
        for (NamedCsvRecord row : demo.truth("exceptions.csv")) {
            types.add(row.getField("type_code"));
            if (row.getField("state").equals("CLOSED")) {
                closed.add(row.getField("type_code"));
            }
        }
        assertThat(types)
                .containsExactly(
                        "FS-101", "FS-102", "FS-103", "FS-104", "FS-107", "FS-108", "FS-203", "FS-206", "FS-305",
                        "FS-308", "FS-312", "FS-401", "FS-402", "FS-403", "FS-404", "FS-405", "FS-406", "FS-409",
                        "FS-411", "FS-412", "FS-413", "FS-501", "FS-502", "FS-503", "FS-504", "FS-506", "FS-507",
                        "FS-508", "FS-509", "FS-510", "FS-511", "FS-602");
        assertThat(closed).contains("FS-101", "FS-102", "FS-103", "FS-104", "FS-108", "FS-203", "FS-305");
    }

    @Test
    void noChildHasTwoExceptionsButOfOneFaultOfThePathway() {
        Set<String> seen = new HashSet<>();
        for (NamedCsvRecord row : demo.truth("exceptions.csv")) {
            String type = row.getField("type_code");
            boolean pathway = type.startsWith("FS-4") || type.startsWith("FS-5");
            assertThat(seen.add(row.getField("night") + row.getField("nhs_number") + (pathway ? type : "")))
                    .as("line %d", row.getStartingLineNumber())
                    .isTrue();
        }
    }

    @Test
    void everyIntakeFaultIsThere() {
        Set<String> reasons = demo.truth("intake.csv").stream()
                .map(row -> row.getField("reason_code"))
                .collect(Collectors.toSet());
        assertThat(reasons)
                .contains(
                        "NHS_CHECK_DIGIT",
                        "DATE_FORMAT",
                        "MANDATORY_MISSING",
                        "DUPLICATE_KEY",
                        "UNKNOWN_KEY",
                        "NOT_LINKED",
                        "UNKNOWN_CODE",
                        "ROUTING_PATIENT_MISMATCH",
                        "XML_INVALID",
                        "CONTROL_TOTAL",
                        "DUPLICATE_FILE",
                        "HEADER_MISMATCH",
                        "SEQUENCE_GAP",
                        "CONTROL_FILE_MISSING");
    }

    @Test
    void theCleanProfileHasNoFault() {
        Synthesis clean = Synthesis.of(home.resolve("clean"), CHILDREN, 3, "clean");
        assertThat(clean.truth("exceptions.csv")).isEmpty();
        assertThat(clean.truth("intake.csv"))
                .as("nothing but what is the same, and the grown-ups of a practice's list")
                .allMatch(row -> Set.of("NO_CHANGE", "DUPLICATE", "SKIPPED").contains(row.getField("outcome"))
                        || row.getField("check").equals("MAY"));
        assertThat(clean.truth("cohort.csv"))
                .noneMatch(row -> row.getField("hv_state").equals("OVERLAP"));
    }

    @Test
    void carePlannedForAllLeavesNothingToChance() {
        Synthesis pathway = Synthesis.of(home.resolve("pathway"), 600, 3, "pathway");
        assertThat(pathway.truth("natural.csv")).isEmpty();
        assertThat(demo.truth("natural.csv")).isNotEmpty();
        Set<String> nightsAndStates = pathway.truth("exceptions.csv").stream()
                .map(row -> row.getField("night").substring(8) + row.getField("state"))
                .collect(Collectors.toSet());
        assertThat(nightsAndStates).containsExactlyInAnyOrder("17OPEN", "18OPEN", "19OPEN", "19CLOSED");
        assertThat(openOn(pathway, "2026-11-18"))
                .as("some begin on the second night")
                .isGreaterThan(openOn(pathway, "2026-11-17"));
    }

    private static long openOn(Synthesis synthesis, String night) {
        return synthesis.truth("exceptions.csv").stream()
                .filter(row -> row.getField("night").equals(night)
                        && row.getField("state").equals("OPEN"))
                .count();
    }

    @Test
    void controlTotalsAreRight() throws Exception {
        Set<String> wrong = demo.truth("intake.csv").stream()
                .filter(row -> row.getField("reason_code").equals("CONTROL_TOTAL"))
                .map(row -> row.getField("file_name"))
                .collect(Collectors.toSet());
        assertThat(wrong).hasSize(1);
        for (int night = 1; night <= 3; night++) {
            for (String feed : List.of("gp-registration", "hv-caseload", "chis-register")) {
                for (Path control : demo.files(night, feed, ".ctl.csv")) {
                    Path file = control.resolveSibling(
                            control.getFileName().toString().replace(".ctl.csv", ".csv"));
                    assertThat(agrees(Synthesis.rows(control).get(0), file))
                            .as(file.toString())
                            .isEqualTo(!wrong.contains(file.getFileName().toString()));
                }
            }
        }
        for (Path control : demo.files(1, "pds-extract", ".ctl.csv")) {
            Path file = control.resolveSibling(control.getFileName().toString().replace(".ctl.csv", ".csv"));
            assertThat(agrees(Synthesis.rows(control).get(0), file)).isTrue();
        }
    }

    private static boolean agrees(NamedCsvRecord control, Path file) throws Exception {
        List<NamedCsvRecord> rows = Synthesis.rows(file);
        String column = "nhs_number";
        Set<String> children = new HashSet<>();
        long total = 0;
        for (NamedCsvRecord row : rows) {
            String number = Synthesis.cell(row, column);
            // Without a number a child counts by its local identifier (rulings 2).
            children.add(number.isEmpty() ? localIdentifier(row) : number);
            total += number.isEmpty() ? 0 : Long.parseLong(number) % 10_000;
        }
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return control.getField("RECORD_COUNT").equals(Integer.toString(rows.size()))
                && control.getField("NHS_NUMBER_HASH_TOTAL").equals(Long.toString(total))
                && control.getField("DISTINCT_CHILD_COUNT").equals(Integer.toString(children.size()))
                && control.getField("SHA256").equals(HexFormat.of().formatHex(sha));
    }

    private static String localIdentifier(NamedCsvRecord row) {
        return row.findField("LOCAL_PATIENT_IDENTIFIER_EXTENDED")
                .orElseGet(() -> row.getField("SOURCE_CHILD_IDENTIFIER"));
    }

    @Test
    void everyVaccinationFileButTheFaultyOneHasTheNationalHeaderAndRowsOf34Cells() throws IOException {
        int faulty = 0;
        for (int night = 1; night <= 3; night++) {
            for (Path file : demo.files(night, "vaccination-v5", ".csv")) {
                List<String> lines = Files.readAllLines(file);
                faulty += lines.get(0).equals(VaccinationFiles.HEADER) ? 0 : 1;
                assertThat(lines).allMatch(line -> line.split("\\|", -1).length == 34);
                assertThat(file.getFileName().toString()).matches("[0-9A-Z]+_Vaccinations_v5_X26_\\d{8}T\\d{8}\\.csv");
            }
        }
        assertThat(faulty).isEqualTo(1);
    }

    @Test
    void everyMessageButTheBrokenOnesIsStu3() throws IOException {
        IParser parser = FhirContext.forDstu3().newXmlParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        Set<String> broken = demo.truth("intake.csv").stream()
                .filter(row -> row.getField("reason_code").equals("XML_INVALID"))
                .map(row -> row.getField("file_name"))
                .collect(Collectors.toSet());
        Set<String> events = new TreeSet<>();
        for (int night = 1; night <= 3; night++) {
            for (Path file : demo.files(night, "nems", ".xml")) {
                if (!broken.contains(file.getFileName().toString())) {
                    Bundle bundle = parser.parseResource(Bundle.class, Files.readString(file));
                    events.add(((MessageHeader) bundle.getEntryFirstRep().getResource())
                            .getEvent()
                            .getCode());
                }
            }
        }
        assertThat(events)
                .contains(
                        "pds-birth-notification-1",
                        "pds-change-of-address-1",
                        "pds-change-of-gp-1",
                        "pds-death-notification-1",
                        "pds-record-change-1");
    }

    @Test
    void coverageIsBelievable() throws IOException {
        int born = 0;
        Set<String> vaccinated = new HashSet<>();
        Set<String> twoYearOlds = new HashSet<>();
        for (NamedCsvRecord row :
                Synthesis.rows(demo.files(1, "pds-extract", "17_-_MUSTER.csv").get(0))) {
            if (row.getField("date_of_birth").startsWith("2024")
                    && row.getField("reason_for_removal").isEmpty()) {
                born++;
                twoYearOlds.add(row.getField("nhs_number"));
            }
        }
        for (Path file : demo.files(1, "vaccination-v5", ".csv")) {
            for (String line : Files.readAllLines(file)) {
                if (line.contains("\"1162640003\"") && line.contains("\"|\"3\"|\"")) {
                    vaccinated.add(line.substring(1, 11));
                }
            }
        }
        vaccinated.retainAll(twoYearOlds);
        assertThat(100.0 * vaccinated.size() / born).isBetween(82.0, 97.0);
    }

    @Test
    void requestsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new SynthesisRequest(home, 10, Synthesis.FIRST, 3, 1, "demo"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SynthesisRequest(home, 500, Synthesis.FIRST, 0, 1, "demo"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Synthesis.of(home.resolve("none"), 500, 1, "nonsense"))
                .hasMessageContaining("nonsense.yaml");
    }

    @Test
    void anUnknownKeyInAProfileAtHomeIsRefused() throws IOException {
        Path own = home.resolve("own/config/synthetic/mine.yaml");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "profile: mine\nsurprise: 1\n");
        assertThatThrownBy(() -> Synthesis.of(home.resolve("own"), 500, 1, "mine"))
                .hasMessageContaining("surprise");
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : new ArrayList<>(tree.filter(Files::isRegularFile).toList())) {
                contents.put(folder.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
