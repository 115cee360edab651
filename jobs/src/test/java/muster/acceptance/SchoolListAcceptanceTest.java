package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child taught out of its year is due with the year group of its school's list (pathway 1 rule 7), and with no other. */
class SchoolListAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-11";
    private static final String THIRD = "2026-11-12";

    @TempDir
    private Path folder;

    @Test
    void theRollIsFollowedFromTheNightOnWhichItComes() {
        Families families = new Families();
        Person pupil = families.settled("in Year 9 by the birth date", "2013-03-01");
        Installation home = Installation.served(folder);
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(FIRST, 1).forEach(file -> home.drop(file));
        assertThat(home.nightly(FIRST, "--baseline")).isLessThanOrEqualTo(3);

        home.drop(list("year 8", pupil, "8"));
        assertThat(home.nightly(SECOND)).isLessThanOrEqualTo(3);
        Map<String, String> below = items(home, SECOND);
        assertThat(below).containsEntry("VAC-Y8-HPV", "DUE from 2026-09-01").doesNotContainKey("VAC-Y9-TDIPV");
        List<String> told = told(home, pupil);
        assertThat(told)
                .filteredOn(line -> line.contains("(VAC-Y8-HPV)"))
                .singleElement()
                .asString()
                .contains("Taught with Year 8 in the school year from 2026 by the list of school 990001 of " + SECOND
                        + ".");
        assertThat(told)
                .filteredOn(line -> line.contains("(VAC-PSB-DTAPIPV)"))
                .singleElement()
                .asString()
                .contains("Due 2016-07-01")
                .doesNotContain("Taught");

        home.drop(list("year 9", pupil, "Year 9"));
        assertThat(home.nightly(THIRD)).isLessThanOrEqualTo(3);
        assertThat(items(home, THIRD))
                .containsEntry("VAC-Y8-HPV", "OVERDUE_AMBER from 2025-09-01")
                .containsEntry("VAC-Y9-TDIPV", "DUE from 2026-09-01")
                .containsEntry("VAC-PSB-DTAPIPV", below.get("VAC-PSB-DTAPIPV"));
        assertThat(cases(home, THIRD))
                .as("overdue by the birth date, not by the first list, and again by the second")
                .containsExactlyInAnyOrder(
                        "raised " + FIRST + ", CLOSED " + SECOND + " RESOLVED_BY_EVENT",
                        "raised " + THIRD + ", OPEN  ");
    }

    private static Dropped list(String name, Person pupil, String group) {
        return Dropped.plain(
                "school-vaccination",
                name + ".csv",
                "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_NHS_NUMBER,CHILD_SCHOOL_URN,CHILD_YEAR_GROUP\n"
                        + String.join(",", pupil.given(), pupil.family(), pupil.born(), pupil.number(), "990001", group)
                        + "\n");
    }

    /** How each item stands, and since when it is due. */
    private static Map<String, String> items(Installation home, String night) {
        return home.export("pathway", night).stream()
                .collect(Collectors.toMap(
                        row -> row.get("item_code"), row -> row.get("state") + " from " + row.get("due_date")));
    }

    /** The cases about HPV. */
    private static List<String> cases(Installation home, String night) {
        return home.export("exceptions", night).stream()
                .filter(row -> row.get("type_code").equals("FS-504")
                        && row.get("item_code").equals("VAC-Y8-HPV"))
                .map(row -> "raised " + row.get("raised_date") + ", " + row.get("state") + " " + row.get("closed_date")
                        + " " + row.get("closure_reason"))
                .toList();
    }

    /** The lines of {@code explain}. */
    private static List<String> told(Installation home, Person person) {
        return home.said("explain", "--nhs-number", person.number()).lines().toList();
    }
}
