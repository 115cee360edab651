package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A practice's list through three nights: who is registered, what the practice is told of its list, and the exception when
 * list and PDS disagree for too long; beside it the imports of the school-age service.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PracticeListAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-24";
    private static final String THIRD = "2026-11-25";
    private static final String SECRET = "ZZZSECUR";

    @TempDir
    private static Path folder;

    private final Person agreed = Person.of("2020-03-01", ReferenceSets.A);
    private final Person moved = Person.of("2020-03-02", ReferenceSets.A);
    private final Person unlisted = Person.of("2020-03-03", ReferenceSets.A);
    private final Person otherStreet = Person.of("2020-03-04", ReferenceSets.A);
    private final Person hidden = Person.of("2020-03-05", SECRET);
    private final Person stranger = Person.of("2020-03-06", ReferenceSets.A);
    private final Person badNumber = Person.of("2020-03-07", ReferenceSets.A).bearing("1234567890");

    private Installation home;
    private Dropped list;
    private Dropped next;
    private Dropped doses;
    private Dropped cohort;
    private IntakeLedger ledger;
    private IntakeLedger second;
    private int exit;

    @BeforeAll
    void threeNights() {
        home = Installation.served(folder);
        home.drop(PdsExtract.file(
                "first",
                List.of(
                        PdsExtract.row(agreed, ReferenceSets.PRACTICE_A, "2024-04-01", 1),
                        PdsExtract.row(moved, ReferenceSets.PRACTICE_B, "2024-04-01", 1),
                        PdsExtract.row(unlisted, ReferenceSets.PRACTICE_A, "2024-04-01", 1),
                        PdsExtract.row(
                                        otherStreet.named(otherStreet.family(), "Zarah"),
                                        ReferenceSets.PRACTICE_A,
                                        "2024-04-01",
                                        7)
                                .with("address_line_1", "9 Other Street"),
                        PdsExtract.row(hidden, ReferenceSets.PRACTICE_A, "2024-04-01", 1))));
        list = Gpr4.list(
                ReferenceSets.PRACTICE_A,
                FIRST,
                List.of(
                        Gpr4.patient(agreed, 1, FIRST),
                        Gpr4.patient(moved, 2, FIRST),
                        Gpr4.patient(otherStreet, 3, FIRST),
                        Gpr4.patient(hidden.living(ReferenceSets.B), 4, FIRST),
                        Gpr4.patient(stranger, 5, FIRST),
                        Gpr4.patient(badNumber, 6, FIRST),
                        Gpr4.patient(Person.of("1990-01-01", ReferenceSets.A), 7, FIRST)));
        home.drop(list);
        doses = Dropped.plain(
                "school-vaccination",
                "autumn session.csv",
                "PERSON_FORENAME,PERSON_SURNAME,NHS_NUMBER,PERSON_DOB,DATE_OF_VACCINATION,PROGRAMME,VACCINATED,"
                        + "VACCINE_GIVEN,REASON_NOT_VACCINATED\n"
                        + dose(agreed, "20261001,MMR,Y,Priorix,")
                        + dose(agreed, "20261001,MMR,Y,Priorix,")
                        + dose(agreed, "20261001,MMR,Y,VaxPro,")
                        + dose(moved, "20261001,Flu,N,,unwell")
                        + dose(stranger, "01/10/2026,Flu,Y,Fluenz,")
                        + dose(agreed, "20261002,,Y,,"));
        cohort = Dropped.plain(
                "school-vaccination",
                "cohort.csv",
                "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_NHS_NUMBER,CHILD_SCHOOL_URN\n"
                        + pupil(agreed) + pupil(stranger));
        home.drop(doses, cohort);
        home.nightly(FIRST, "--baseline");
        ledger = IntakeLedger.of(home, FIRST);
        next = Gpr4.list(
                ReferenceSets.PRACTICE_A,
                SECOND,
                List.of(
                        Gpr4.patient(agreed, 1, SECOND),
                        Gpr4.patient(moved, 2, SECOND),
                        Gpr4.patient(otherStreet, 3, SECOND),
                        Gpr4.patient(hidden.living(ReferenceSets.B), 4, SECOND),
                        Gpr4.patient(stranger, 5, SECOND),
                        Gpr4.patient(Person.of("1990-01-01", ReferenceSets.A), 7, SECOND)));
        home.drop(next);
        home.nightly(SECOND);
        second = IntakeLedger.of(home, SECOND);
        exit = home.nightly(THIRD);
    }

    private static String dose(Person person, String rest) {
        return String.join(",", person.given(), person.family(), person.number(), person.compactBorn(), rest) + "\n";
    }

    private static String pupil(Person person) {
        return String.join(",", person.given(), person.family(), person.born(), person.number(), "123456") + "\n";
    }

    private List<String> told(String part) throws IOException {
        Path file =
                home.outbox(FIRST).resolve("gp-lists/" + ReferenceSets.PRACTICE_A + "-" + part + "-20261110000000.csv");
        return Files.readAllLines(file);
    }

    @Test
    void everyPatientOfTheListHasAnOutcome() {
        assertThat(ledger.fate(list)).isEqualTo("TAKEN");
        assertThat(ledger.count(list, "READ")).isEqualTo(7);
        assertThat(ledger.count(list, "APPLIED")).isEqualTo(5);
        assertThat(ledger.line(list, 12)).isEqualTo("APPLIED_WITH_WARNING NHS_CHECK_DIGIT");
        assertThat(ledger.line(list, 14)).isEqualTo("SKIPPED OUT_OF_SCOPE");
        assertThat(second.count(next, "NO_CHANGE")).isEqualTo(5);
    }

    @Test
    void thePracticeIsToldWhomOnlyItsListHas() throws IOException {
        assertThat(told("OnlyOnGP"))
                .hasSize(4)
                .first()
                .asString()
                .isEqualTo(
                        "SURNAME,FORENAMES,DOB,NHS NO.,ADD 1,ADD 2,ADD 3,ADD 4,ADD 5,POSTCODE,TITLE,SEX,STATUS,STATUS DATE");
        assertThat(told("OnlyOnGP"))
                .anyMatch(row -> row.contains(moved.number()) && row.endsWith("2,Partnership Mismatch,2024-04-01"))
                .anyMatch(row -> row.contains(stranger.number()) && row.endsWith("2,Unmatched,"))
                .anyMatch(row -> row.contains("1234567890") && row.endsWith("2,Unmatched,"));
    }

    @Test
    void thePracticeIsToldWhomOnlyPdsHas() throws IOException {
        assertThat(told("OnlyOnPDS")).hasSize(2);
        assertThat(told("OnlyOnPDS").get(1))
                .startsWith(unlisted.family() + "," + unlisted.given() + ",2020-03-03," + unlisted.number())
                .endsWith("female,2024-04-01");
    }

    @Test
    void thePracticeIsToldWhatDiffers() throws IOException {
        assertThat(told("CDD").stream().skip(1))
                .allMatch(row -> row.startsWith(otherStreet.number()))
                .extracting(row -> row.substring(row.indexOf("MN-")))
                .containsExactly("MN-BR-AD-01,Manual Validation", "MN-BR-FN-01,Manual Validation");
    }

    @Test
    void aRestrictedChildIsInNoFileOfAPractice() throws IOException {
        List<String> files = new ArrayList<>();
        for (String part : List.of("OnlyOnGP", "OnlyOnPDS", "CDD")) {
            files.addAll(told(part));
        }
        assertThat(files).noneMatch(row -> row.contains(hidden.number()) || row.contains(hidden.family()));
    }

    @Test
    void theManifestNamesThePractice() {
        JsonNode files = home.json(FIRST, "manifest.json").get("files");
        assertThat(StreamSupport.stream(files.spliterator(), false)
                        .filter(file -> file.get("name").asText().matches("gp-lists/.*\\.csv"))
                        .map(file -> file.get("audience").asText() + " "
                                + file.get("recipient").asText() + " "
                                + file.get("tier").asText() + " "
                                + file.get("rows").asInt()))
                .containsExactlyInAnyOrder("GP A80001 T1 3", "GP A80001 T1 1", "GP A80001 T1 2");
        assertThat(home.outbox(THIRD).resolve("gp-lists"))
                .as("no list came, and the week's is sent")
                .doesNotExist();
    }

    @Test
    void theListLinksByNumberAndMakesNoChild() {
        List<Map<String, String>> links = home.export("links", FIRST);
        assertThat(links)
                .filteredOn(row -> row.get("source_system").equals("gp-gpr4:A80001"))
                .extracting(row -> row.get("source_key") + " " + row.get("decision"))
                .contains("1 LINKED", "2 LINKED", "3 LINKED", "4 LINKED", "5 UNLINKED", "6 UNLINKED")
                .hasSize(6);
        assertThat(home.export("cohort", FIRST))
                .noneMatch(row -> row.get("nhs_number").equals(stranger.number()));
        assertThat(home.export("links", SECOND))
                .as("gone from the list")
                .noneMatch(row -> row.get("source_system").equals("gp-gpr4:A80001")
                        && row.get("source_key").equals("6"));
    }

    @Test
    void listAndPdsMayDisagreeForFourteenDays() {
        assertThat(home.export("exceptions", SECOND))
                .noneMatch(row -> row.get("type_code").equals("FS-108"));
        assertThat(home.export("exceptions", THIRD))
                .filteredOn(row -> row.get("type_code").equals("FS-108"))
                .extracting(row -> row.get("nhs_number"))
                .containsExactlyInAnyOrder(moved.number(), unlisted.number());
        // The extract of fifteen days ago is beyond its limit: a person must look.
        assertThat(exit).isEqualTo(3);
    }

    @Test
    void schoolRowsHaveTheirOutcomes() {
        assertThat(ledger.fate(doses)).isEqualTo("TAKEN");
        assertThat(ledger.line(doses, 2)).isNull();
        assertThat(ledger.line(doses, 3)).startsWith("DUPLICATE");
        assertThat(ledger.line(doses, 4)).isEqualTo("REJECTED DUPLICATE_KEY");
        assertThat(ledger.line(doses, 5)).isNull();
        assertThat(ledger.line(doses, 6)).isEqualTo("APPLIED_WITH_WARNING NOT_LINKED");
        assertThat(ledger.line(doses, 7)).isEqualTo("REJECTED MANDATORY_MISSING");
        assertThat(ledger.line(cohort, 2)).isNull();
        assertThat(ledger.line(cohort, 3)).isEqualTo("APPLIED_WITH_WARNING NOT_LINKED");
    }
}
