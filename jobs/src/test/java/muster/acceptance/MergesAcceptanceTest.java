package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two children made one and parted again, by PDS and by people: once parted, every export is byte for byte that of an
 * installation in which they were never one (RP-18).
 */
class MergesAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-11";
    private static final String THIRD = "2026-11-12";
    private static final String A1 = ReferenceSets.PRACTICE_A;
    private static final String SINCE = "2024-04-01";
    private static final int USAGE = 2;

    private final Families families = new Families();
    private final Person kept = families.child("kept", "2024-03-03", ReferenceSets.A);
    private final Person other = families.child("other", "2024-03-03", ReferenceSets.A);

    @TempDir
    private Path folder;

    /** The kept child is on PDS and a caseload, on no CHIS register: an open case. */
    private void keptChild() {
        families.settled("settled", "2023-05-05");
        families.pds(PdsExtract.row(kept, A1, SINCE, 1)).hv("RHA", HvCase.row(kept, "RHA", SINCE));
    }

    /** The same child under a second number. */
    private Row second(int serial) {
        return PdsExtract.row(other, A1, SINCE, serial)
                .with("given_name", kept.given())
                .with("family_name", kept.family());
    }

    private Installation firstNight(String name) {
        Installation home = Installation.served(folder.resolve(name));
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(FIRST, 1).forEach(file -> home.drop(file));
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        return home;
    }

    @Test
    void mergedAndPartedByPds() {
        keptChild();
        families.pds(second(1))
                .chis(
                        "RCA",
                        ChisReg.row(other, "RCA", SINCE)
                                .with("PERSON_FAMILY_NAME", kept.family())
                                .with("PERSON_GIVEN_NAME", kept.given()));
        Installation merged = firstNight("merged");
        merged.drop(PdsExtract.file("second", List.of(second(2).with("superseded_by_nhs_number", kept.number()))));
        merged.nightly(SECOND);
        assertThat(numbers(merged, SECOND)).contains(kept.number()).doesNotContain(other.number());
        assertThat(open(merged, SECOND)).contains("FS-203 " + kept.number()).doesNotContain("FS-104 " + kept.number());
        merged.drop(PdsExtract.file("third", List.of(second(3))));
        merged.nightly(THIRD);
        assertThat(open(merged, THIRD)).contains("FS-104 " + kept.number());
        sameExports(merged, never());
    }

    @Test
    void mergedAndPartedByPeople() {
        keptChild();
        // A register's child without number, of another name: nothing in the data makes it the kept one.
        families.chis(
                "RCA",
                ChisReg.row(other, "RCA", SINCE).with("NHS_NUMBER", "").with("NHS_NUMBER_STATUS_INDICATOR_CODE", "07"));
        Installation merged = firstNight("merged");
        String unknown = childWithoutNumber(merged, FIRST);
        String known = childOf(merged, kept, FIRST);
        assertThat(answer(merged, "merge", unknown, known, "AB")).isZero();
        merged.nightly(SECOND);
        assertThat(childWithoutNumber(merged, SECOND))
                .as("one person is not enough")
                .isEqualTo(unknown);
        assertThat(answer(merged, "merge", known, unknown, "CD")).isZero();
        merged.nightly(THIRD);
        assertThat(merged.export("cohort", THIRD))
                .noneMatch(row -> row.get("child_id").equals(unknown));
        assertThat(merged.export("links", THIRD))
                .anyMatch(row -> row.get("method").equals("CLERICAL")
                        && row.get("child_id").equals(known));
        assertThat(open(merged, THIRD)).doesNotContain("FS-104 " + kept.number());
        assertThat(answer(merged, "unmerge", unknown, known, "EF")).isZero();
        merged.nightly("2026-11-13");

        Installation never = firstNight("never");
        for (String night : List.of(SECOND, THIRD, "2026-11-13")) {
            never.nightly(night);
        }
        sameExports(merged, never, "2026-11-13");
    }

    @Test
    void whatNobodyHereMayDecideIsRefused() {
        keptChild();
        families.pds(PdsExtract.row(other, A1, SINCE, 1));
        Installation home = firstNight("refused");
        String one = childOf(home, kept, FIRST);
        assertThat(answer(home, "merge", one, childOf(home, other, FIRST), "AB"))
                .as("two numbers of PDS")
                .isEqualTo(USAGE);
        assertThat(answer(home, "merge", one, "999999", "AB"))
                .as("a child not held")
                .isEqualTo(USAGE);
        assertThat(answer(home, "unmerge", one, childOf(home, other, FIRST), "AB"))
                .as("nothing to take back")
                .isEqualTo(USAGE);
        assertThat(answer(home, "merge", one, childOf(home, other, FIRST), " "))
                .as("nobody's answer")
                .isEqualTo(USAGE);
    }

    private static int answer(Installation home, String command, String child, String with, String by) {
        return Installation.run(List.of(
                command,
                "--home",
                home.home().toString(),
                "--child",
                child,
                "--with",
                with,
                "--by",
                by,
                "--reason",
                "the mother rang"));
    }

    private Installation never() {
        Installation never = firstNight("never");
        never.nightly(SECOND);
        never.nightly(THIRD);
        return never;
    }

    private static List<String> numbers(Installation home, String night) {
        return home.export("cohort", night).stream()
                .map(row -> row.get("nhs_number"))
                .toList();
    }

    private static String childOf(Installation home, Person person, String night) {
        return child(home, person.number(), night);
    }

    private static String childWithoutNumber(Installation home, String night) {
        return child(home, "", night);
    }

    private static String child(Installation home, String number, String night) {
        return home.export("cohort", night).stream()
                .filter(row -> row.get("nhs_number").equals(number))
                .map(row -> row.get("child_id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such child"));
    }

    private static List<String> open(Installation home, String night) {
        List<String> open = new ArrayList<>();
        for (Map<String, String> row : home.export("exceptions", night)) {
            if (!row.get("state").equals("CLOSED")) {
                open.add(row.get("type_code") + " " + row.get("nhs_number"));
            }
        }
        return open;
    }

    private static void sameExports(Installation merged, Installation never) {
        sameExports(merged, never, THIRD);
    }

    private static void sameExports(Installation merged, Installation never, String night) {
        for (String what : List.of("cohort", "links", "exceptions", "measures")) {
            assertThat(new String(merged.exportBytes(what, night), StandardCharsets.UTF_8))
                    .as(what)
                    .isEqualTo(new String(never.exportBytes(what, night), StandardCharsets.UTF_8));
        }
    }
}
