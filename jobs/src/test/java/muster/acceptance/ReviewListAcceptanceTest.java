package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that the data alone do not place go out as a list and come back answered: two persons make two children one, one
 * person keeps them apart, and nobody is asked again until a record changes. The nights build on one another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewListAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-11";
    private static final String THIRD = "2026-11-12";
    private static final String FOURTH = "2026-11-13";
    private static final String FIFTH = "2026-11-16";
    private static final String SINCE = "2024-04-01";
    private static final String ANSWER = "Same child?";
    private static final String BY = "Answered by";
    private static final String WHY = "Reason / notes";
    private static final String NAME = "Name: the record";

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final Person one = families.child("one", "2024-03-03", ReferenceSets.A);
    private final Person two = families.child("two", "2023-02-02", ReferenceSets.A);
    private final Person hidden = families.child("hidden", "2022-02-02", ReferenceSets.A);
    private final Person elsewhere = families.child("elsewhere", "2022-07-07", ReferenceSets.B);
    private Installation home;

    /** On PDS under one given name; on the register, without a number, under another. */
    private Row doubtful(Person person, String chis, String practice, String given) {
        families.pds(PdsExtract.row(person, practice, SINCE, 1));
        Row row = ChisReg.row(person, chis, SINCE)
                .with(ChisReg.LOCAL, "LOCAL-" + given)
                .with("NHS_NUMBER", "")
                .with("NHS_NUMBER_STATUS_INDICATOR_CODE", "07")
                .with("PERSON_GIVEN_NAME", given);
        families.chis(chis, row);
        return row;
    }

    @Test
    @Order(1)
    void theListGoesOutWithBothSides() {
        home = Installation.served(folder);
        for (int n = 0; n < 12; n++) {
            families.settled("settled " + n, "2023-05-0" + (1 + n % 9));
        }
        doubtful(one, "RCA", ReferenceSets.PRACTICE_A, "Zyxwa");
        doubtful(two, "RCA", ReferenceSets.PRACTICE_A, "Qwrta");
        doubtful(elsewhere, "RCB", ReferenceSets.PRACTICE_B, "Vbnma");
        doubtful(hidden, "RCA", ReferenceSets.PRACTICE_A, "Hjkla").with("RESTRICTED_INDICATOR", "Y");
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(FIRST, 1).forEach(file -> home.drop(file));
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        ReturnedWorkbook list = list("rca", FIRST);
        assertThat(list.column(NAME))
                .as("neither the restricted child nor another service's")
                .containsExactlyInAnyOrder(name(one, "Zyxwa"), name(two, "Qwrta"));
        assertThat(list.value(NAME, "Zyxwa", "Name: held already")).isEqualTo(name(one, one.given()));
        assertThat(list.value(NAME, "Zyxwa", "Why you are asked")).contains("given name");
        assertThat(list.value(NAME, "Zyxwa", "How far they agree")).contains("Another given name: -");
        assertThat(list.value(NAME, "Zyxwa", "Worked out by")).contains("linkage model version");
        assertThat(list.value(NAME, "Zyxwa", "Said so far")).isEmpty();
        assertThat(list("rcb", FIRST).column(NAME)).containsExactly(name(elsewhere, "Vbnma"));
    }

    @Test
    @Order(2)
    void onePersonsAnswerIsNotEnoughAndTheNextReaderSeesIt() {
        list("rca", FIRST)
                .fill(NAME, "Zyxwa", ANSWER, "Same child", BY, "AB", WHY, "the mother rang")
                .fill(NAME, "Qwrta", ANSWER, "Same child", BY, "AB", WHY, "looks the same")
                .into(home, "back from the team.xlsx");
        list("rca", FIRST)
                .fill(NAME, "Zyxwa", ANSWER, "Same child", WHY, "no initials")
                .fill(NAME, "Qwrta", ANSWER, "Perhaps", BY, "XY", WHY, "no such answer")
                .into(home, "nasty.xlsx");
        String foreign = list("rcb", FIRST).column("Row key").get(0);
        list("rca", FIRST)
                .fill(NAME, "Zyxwa", ANSWER, "Different children", BY, "XY", "Row key", foreign)
                .fill(NAME, "Qwrta", ANSWER, "Different children", BY, "XY")
                .into(home, "foreign.xlsx");
        copy(home.outbox(FIRST).resolve("worklists/muster_worklist_chis-rca_2026-11-10_v1.xlsx"), "cases.xlsx");
        home.nightly(SECOND);

        assertThat(report(SECOND, "back-from-the-team"))
                .contains("Rows read 2, changed 2, unchanged 0, not applied 0.");
        assertThat(report(SECOND, "nasty")).contains("not applied 2.", "INITIALS_MISSING", "UNKNOWN_CODE");
        assertThat(report(SECOND, "foreign")).contains("not applied 2.", "UNKNOWN_KEY", "NOTE_MISSING");
        assertThat(report(SECOND, "cases")).contains("it waits", "LIST_NOT_READ");
        assertThat(home.home().resolve("inbox/worked/cases.xlsx")).exists();
        IntakeLedger.of(home, SECOND);

        assertThat(clerical(SECOND)).isZero();
        ReturnedWorkbook list = list("rca", SECOND);
        assertThat(list.value(NAME, "Zyxwa", "Said so far"))
                .isEqualTo("AB: same child (the mother rang), after the night of 10 November 2026.");
    }

    @Test
    @Order(3)
    void theSamePersonTwiceIsOnePersonAndAnotherSettlesIt() {
        list("rca", SECOND)
                .fill(NAME, "Zyxwa", ANSWER, "Same child", BY, "ab", WHY, "still the same")
                .into(home, "again.xlsx");
        list("rca", SECOND)
                .fill(NAME, "Zyxwa", ANSWER, "Same child", BY, "CD", WHY, "seen the red book", "Born: the record", "x")
                .fill(NAME, "Qwrta", ANSWER, "Different children", BY, "CD", WHY, "cousins")
                .into(home, "second person.xlsx");
        list("rca", FIRST)
                .fill(NAME, "Zyxwa", ANSWER, "Different children", BY, "EF", WHY, "an old list")
                .into(home, "third person.xlsx");
        home.nightly(THIRD);
        assertThat(report(THIRD, "again")).contains("changed 0, unchanged 2");
        assertThat(report(THIRD, "second-person")).contains("changed 2", "FACT_CHANGED");
        assertThat(report(THIRD, "third-person")).contains("not applied 1", "WORKED_ELSEWHERE");
        assertThat(home.export("links", THIRD))
                .filteredOn(row -> row.get("method").equals("CLERICAL"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("source_key")).isEqualTo("LOCAL-Zyxwa");
                    assertThat(row.get("child_id")).isEqualTo(childOf(one));
                });
        assertThat(list("rca", THIRD).column(NAME)).isEmpty();
    }

    @Test
    @Order(4)
    void theSameFilesAgainChangeNothingAndNobodyIsAskedAgain() {
        list("rca", SECOND)
                .fill(NAME, "Zyxwa", ANSWER, "Same child", BY, "CD", WHY, "seen the red book")
                .into(home, "once more.xlsx");
        home.nightly(FOURTH);
        assertThat(report(FOURTH, "once-more")).contains("changed 0, unchanged 2, not applied 0");
        assertThat(clerical(FOURTH)).isOne();
        assertThat(list("rca", FOURTH).column(NAME)).isEmpty();
    }

    @Test
    @Order(5)
    void aRecordThatChangedIsAskedAboutAgain() {
        families.chis().get("RCA").stream()
                .filter(row -> row.get(ChisReg.LOCAL).equals("LOCAL-Qwrta"))
                .forEach(row -> row.with("PERSON_GIVEN_NAME", "Qwrtana"));
        home.drop(ChisReg.full("RCA", FIFTH, 2, families.chis().get("RCA")));
        home.nightly(FIFTH);
        ReturnedWorkbook list = list("rca", FIFTH);
        assertThat(list.column(NAME)).containsExactly(name(two, "Qwrtana"));
        assertThat(list.value(NAME, "Qwrtana", "Said so far")).contains("CD: different children (cousins)");
    }

    @Test
    @Order(6)
    void whatPeopleSaidIsExplained() {
        assertThat(explain("--source-system", "SYS-RCA", "--source-key", "LOCAL-Zyxwa"))
                .contains("What people have said")
                .contains("said by AB after the night of 2026-11-10 (returned list back from the team.xlsx, row ")
                .contains(": the mother rang")
                .contains("said by CD after the night of 2026-11-11");
        assertThat(explain("--nhs-number", two.number())).contains("Different children", "cousins");
        assertThat(explain("--nhs-number", hidden.number())).doesNotContain("What people have said");
    }

    private ReturnedWorkbook list(String chis, String night) {
        return ReturnedWorkbook.open(
                home.outbox(night).resolve("worklists/muster_review_chis-" + chis + "_" + night + "_v1.xlsx"));
    }

    private String report(String night, String stem) {
        try {
            return Files.readString(home.outbox(night).resolve("returns/" + stem + "_return.txt"));
        } catch (IOException e) {
            throw new AssertionError("no report of " + stem, e);
        }
    }

    private void copy(Path list, String name) {
        try {
            Files.copy(list, home.home().resolve("inbox/worked").resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private long clerical(String night) {
        return home.export("links", night).stream()
                .filter(row -> row.get("method").equals("CLERICAL"))
                .count();
    }

    private String childOf(Person person) {
        return home.export("cohort", THIRD).stream()
                .filter(row -> row.get("nhs_number").equals(person.number()))
                .map(row -> row.get("child_id"))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Person person, String given) {
        return person.family().toUpperCase(java.util.Locale.UK) + ", " + given;
    }

    private String explain(String... arguments) {
        return home.said("explain", arguments);
    }
}
