package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One child under several numbers, names and addresses is counted once; several children under one number are several. */
class OneChildAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-13";
    private static final String A1 = ReferenceSets.PRACTICE_A;
    private static final String SINCE = "2024-04-01";
    private static final String BORN = "2024-03-03";
    private static final String WITHOUT_NUMBER = "07";

    private final Families families = new Families();

    @TempDir
    private Path folder;

    @Test
    void RP18_replacedReusedAndCircularNumbers() {
        Person child = families.child("under five numbers", BORN, ReferenceSets.A);
        List<Person> numbers = new ArrayList<>(List.of(child));
        for (int n = 2; n <= 5; n++) {
            numbers.add(families.child("number " + n, BORN, ReferenceSets.A));
        }
        Person last = numbers.get(numbers.size() - 1);
        for (int n = 0; n < numbers.size(); n++) {
            Row row = like(numbers.get(n), child);
            families.pds(
                    n + 1 < numbers.size()
                            ? row.with(
                                    "superseded_by_nhs_number",
                                    numbers.get(n + 1).number())
                            : row);
        }
        families.chis("RCA", ChisReg.row(child, "RCA", SINCE));
        Person one = families.child("circle one", "2023-02-02", ReferenceSets.A);
        Person two = families.child("circle two", "2022-02-02", ReferenceSets.A);
        families.pds(PdsExtract.row(one, A1, SINCE, 1).with("superseded_by_nhs_number", two.number()))
                .pds(PdsExtract.row(two, A1, SINCE, 1).with("superseded_by_nhs_number", one.number()));
        Person owner = families.child("owner of a number", "2021-02-02", ReferenceSets.A);
        Person user = families.child("user of that number", "2019-09-09", ReferenceSets.A);
        families.pds(PdsExtract.row(owner, A1, SINCE, 1))
                .chis("RCA", ChisReg.row(user, "RCA", SINCE).with("NHS_NUMBER", owner.number()));

        List<Map<String, String>> cohort = night(FIRST, 1, "--baseline").export("cohort", FIRST);
        assertThat(cohort)
                .extracting(row -> families.nameOf(row.get("nhs_number")) + " " + row.get("bucket"))
                .containsExactlyInAnyOrder(
                        families.nameOf(last.number()) + " IN_AREA",
                        "circle one IN_AREA",
                        "circle two IN_AREA",
                        "owner of a number IN_AREA",
                        " UNTRACED");
        assertThat(cohort)
                .filteredOn(row -> row.get("nhs_number").equals(last.number()))
                .as("held by its register under the oldest of its numbers")
                .extracting(row -> row.get("chis_state"))
                .containsExactly("OK");
    }

    /** A row of PDS under another number for the same child. */
    private static Row like(Person number, Person child) {
        return PdsExtract.row(number, A1, SINCE, 1)
                .with("given_name", child.given())
                .with("family_name", child.family());
    }

    @Test
    void aFamilyThatChangedNameAndMovedBetweenTwoNights() {
        Person child = families.child("moves", BORN, ReferenceSets.A);
        families.settled("settled", "2023-05-05");
        families.pds(PdsExtract.row(child, A1, SINCE, 1)).chis("RCA", ChisReg.row(child, "RCA", SINCE));
        Installation home = night(FIRST, 1, "--baseline");
        String before = childOf(home, child, FIRST);

        families.without(families.chis(), "RCA", "moves");
        families.chis(
                "RCA",
                ChisReg.row(child, "RCA", SINCE)
                        .with("NHS_NUMBER", "")
                        .with("NHS_NUMBER_STATUS_INDICATOR_CODE", WITHOUT_NUMBER)
                        .with("PERSON_FAMILY_NAME", "Quillfeather")
                        .with("ADDRESS_LINE_1", "77 Other Road")
                        .with("POSTCODE_OF_USUAL_ADDRESS", ReferenceSets.B));
        home.drop(PdsExtract.file(
                "second",
                List.of(PdsExtract.row(child, A1, SINCE, 2)
                        .with("family_name", "Quillfeather")
                        .with("previous_family_name", child.family())
                        .with("address_line_1", "77 Other Road")
                        .with("postcode", ReferenceSets.B)
                        .with("address_effective_from_date", "20261112"))));
        families.registers("2026-11-12", 2).forEach(file -> home.drop(file));
        home.nightly(SECOND);

        assertThat(home.export("cohort", SECOND)).hasSize(2);
        assertThat(childOf(home, child, SECOND)).isEqualTo(before);
        assertThat(home.export("links", SECOND))
                .filteredOn(row -> row.get("child_id").equals(before))
                .extracting(row -> row.get("method") + " " + row.get("decision"))
                .containsExactly("FELLEGI_SUNTER LINKED");
    }

    private Installation night(String date, int sequence, String... flags) {
        Installation home = Installation.served(folder);
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(date, sequence).forEach(file -> home.drop(file));
        assertThat(home.nightly(date, flags)).isLessThanOrEqualTo(3);
        return home;
    }

    private static String childOf(Installation home, Person person, String night) {
        return home.export("cohort", night).stream()
                .filter(row -> row.get("nhs_number").equals(person.number()))
                .map(row -> row.get("child_id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the cohort"));
    }
}
