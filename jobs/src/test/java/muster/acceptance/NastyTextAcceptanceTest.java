package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.nightly.NightHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * RP-03: the register holds exactly the characters that the sender wrote. Two things alone are changed, and feeds 1.6
 * says so: white space round a field goes, and curly apostrophes become straight.
 */
class NastyTextAcceptanceTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 10);

    /** What is sent in an address line, and what is kept. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        for (String kept : List.of(
                "\\.",
                "\\N",
                "a\\tb",
                "say \"hello\"",
                "comma, in it",
                "first\nsecond",
                "first\r\nsecond",
                "Zo\u00eb",
                "Zoe\u0308",
                "\ud83d\udc76\ud83c\udffd",
                "\ud835\udd38",
                "zero\u200bwidth\u200djoined",
                "\u05d0\u05d1 right to left \u202eturned",
                "=1+1",
                "tab\tin it",
                "'quoted'",
                "null",
                "\u00a3\u20ac")) {
            TEXTS.put(kept, kept);
        }
        TEXTS.put("O\u2019Brien", "O'Brien");
        TEXTS.put("  round  ", "round");
    }

    @TempDir
    private Path folder;

    @Test
    void RP03_theRegisterHoldsWhatTheSenderWrote() {
        Families families = new Families();
        Map<String, String> expected = new TreeMap<>();
        TEXTS.forEach((sent, kept) -> {
            Person person = families.settled("child " + sent, "2024-03-15");
            for (List<Row> rows : List.of(
                    families.gp().get(ReferenceSets.PRACTICE_A),
                    families.hv().get("RHA"),
                    families.chis().get("RCA"))) {
                rows.get(rows.size() - 1).with("ADDRESS_LINE_1", sent);
            }
            families.pds().get(families.pds().size() - 1).with("address_line_1", sent);
            expected.put(person.number(), kept);
        });
        Installation home = Installation.served(folder);
        home.drop(Dropped.plain(
                PdsExtract.FEED, "first_-_ACCEPTANCE.csv", Lines.csv(PdsExtract.COLUMNS, families.pds())));
        families.registers(NIGHT.toString(), 1).forEach(home::drop);
        NightHarness harness = new NightHarness();
        Map<String, Map<String, String>> found = harness.story(folder.resolve("config"), () -> {
            harness.night(folder, NIGHT, true);
            Map<String, Map<String, String>> read = new LinkedHashMap<>();
            for (String table : List.of("person", "gp_registration", "hv_caseload", "chis_record")) {
                Map<String, String> lines = new TreeMap<>();
                harness.rows(NIGHT, "select nhs_number, address_line_1 from register." + table)
                        .forEach(row -> lines.put(row.substring(0, 10), row.substring(11)));
                read.put(table, lines);
            }
            return read;
        });
        found.forEach((table, lines) -> assertThat(lines).as(table).isEqualTo(expected));
    }
}
