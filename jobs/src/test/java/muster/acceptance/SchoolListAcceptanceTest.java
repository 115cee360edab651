package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(item(home, FIRST, "VAC-Y8-HPV")).isEqualTo("OVERDUE_AMBER from 2025-09-01");
        assertThat(item(home, FIRST, "VAC-Y9-TDIPV")).isEqualTo("DUE from 2026-09-01");
        assertThat(cases(home, FIRST)).containsExactly("OPEN");

        home.drop(list("year 8", pupil, "8"));
        assertThat(home.nightly(SECOND)).isLessThanOrEqualTo(3);
        assertThat(item(home, SECOND, "VAC-Y8-HPV")).isEqualTo("DUE from 2026-09-01");
        assertThat(item(home, SECOND, "VAC-Y9-TDIPV")).isEqualTo("no row");
        assertThat(item(home, SECOND, "VAC-PSB-DTAPIPV")).isEqualTo(item(home, FIRST, "VAC-PSB-DTAPIPV"));
        assertThat(cases(home, SECOND)).containsExactly("CLOSED");
        assertThat(told(home, pupil, "VAC-Y8-HPV"))
                .contains("Taught with Year 8 in the school year from 2026 by the list of school 990001 of " + SECOND
                        + ".");
        assertThat(told(home, pupil, "VAC-PSB-DTAPIPV"))
                .contains("Due 2016-07-01")
                .doesNotContain("Taught");

        home.drop(list("year 9", pupil, "Year 9"));
        assertThat(home.nightly(THIRD)).isLessThanOrEqualTo(3);
        assertThat(item(home, THIRD, "VAC-Y8-HPV")).isEqualTo("OVERDUE_AMBER from 2025-09-01");
        assertThat(cases(home, THIRD)).contains("OPEN");
        assertThat(told(home, pupil, "VAC-Y8-HPV")).contains("Due 2025-09-01").doesNotContain("Taught");
    }

    private static Dropped list(String name, Person pupil, String group) {
        return Dropped.plain(
                "school-vaccination",
                name + ".csv",
                "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_NHS_NUMBER,CHILD_SCHOOL_URN,CHILD_YEAR_GROUP\n"
                        + String.join(",", pupil.given(), pupil.family(), pupil.born(), pupil.number(), "990001", group)
                        + "\n");
    }

    private static String item(Installation home, String night, String item) {
        return home.export("pathway", night).stream()
                .filter(row -> row.get("item_code").equals(item))
                .map(row -> row.get("state") + " from " + row.get("due_date"))
                .reduce((one, other) -> one + " and " + other)
                .orElse("no row");
    }

    /** The states of the cases about HPV. */
    private static List<String> cases(Installation home, String night) {
        return home.export("exceptions", night).stream()
                .filter(row -> row.get("type_code").equals("FS-504")
                        && row.get("item_code").equals("VAC-Y8-HPV"))
                .map(row -> row.get("state"))
                .toList();
    }

    /** What {@code explain} says of an item. */
    private static String told(Installation home, Person person, String item) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            Installation.run(List.of("explain", "--home", home.home().toString(), "--nhs-number", person.number()));
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("(" + item + ")"))
                .reduce("", String::concat);
    }
}
