package muster.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goes through the nights as a reader would, full files replacing and deltas changing, and counts who holds each child. */
class FeedsAgreeWithTruthTest {
    private static final int NIGHTS = 9;

    @TempDir
    Path home;

    /** What each register says now: key of the row, then the row. */
    private final Map<String, Map<String, NamedCsvRecord>> held = new TreeMap<>();

    private final Map<String, NamedCsvRecord> people = new HashMap<>();
    /** Whose a record is by the answer key, by its identifier: what a reader cannot tell of one without a good number. */
    private final Map<String, String> owners = new HashMap<>();

    /** Nine nights, so that a weekend and the second refreshing of restricted records lie among them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoHoldsAChildInTheFilesIsWhatTheAnswerKeySays(long seed) {
        Synthesis synthesis = Synthesis.of(home, 3_000, NIGHTS, seed, "demo");
        synthesis.truth("links.csv").forEach(row -> owners.put(row.getField("source_key"), row.getField("nhs_number")));
        Set<String> notTaken = new HashSet<>();
        Set<String> faultyLines = new HashSet<>();
        for (NamedCsvRecord row : synthesis.truth("intake.csv")) {
            if (row.getField("rows").equals("0")) {
                notTaken.add(row.getField("night") + row.getField("file_name"));
            } else if (!row.getField("line_number").isEmpty()
                    && !row.getField("outcome").equals("APPLIED_WITH_WARNING")) {
                faultyLines.add(row.getField("file_name") + ":" + row.getField("line_number"));
            }
        }
        for (int night = 1; night <= NIGHTS; night++) {
            String date = Synthesis.FIRST.plusDays(night - 1L).toString();
            for (String feed : List.of("pds-extract", "gp-registration", "hv-caseload", "chis-register")) {
                for (Path file : synthesis.files(night, feed, ".csv")) {
                    String name = file.getFileName().toString();
                    if (!name.endsWith(".ctl.csv") && !notTaken.contains(date + name)) {
                        take(file, faultyLines);
                    }
                }
            }
            compare(synthesis, date);
        }
    }

    private void take(Path file, Set<String> faultyLines) {
        String name = file.getFileName().toString();
        boolean extract = name.startsWith("pds_");
        String sender = extract ? "PDS" : name.substring(0, name.indexOf('_', name.indexOf('_') + 1));
        Map<String, NamedCsvRecord> rows = extract ? people : held.computeIfAbsent(sender, any -> new HashMap<>());
        if (name.endsWith("_F.csv")) {
            rows.clear();
        }
        for (NamedCsvRecord row : Synthesis.rows(file)) {
            if (!faultyLines.contains(name + ":" + row.getStartingLineNumber())) {
                rows.put(key(sender, row), row);
            }
        }
    }

    private static String key(String sender, NamedCsvRecord row) {
        if (sender.equals("PDS")) {
            return Synthesis.cell(row, "nhs_number");
        }
        return row.getField(
                sender.startsWith("GPREG")
                        ? "LOCAL_PATIENT_IDENTIFIER_EXTENDED"
                        : sender.startsWith("HVCASE") ? "SERVICE_REQUEST_IDENTIFIER" : "SOURCE_CHILD_IDENTIFIER");
    }

    private void compare(Synthesis synthesis, String date) {
        Map<String, Set<String>> gp = holders("GPREG", "GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION");
        Map<String, Set<String>> hv = holders("HVCASE", "ORGANISATION_IDENTIFIER_CODE_OF_PROVIDER");
        Map<String, Set<String>> chis = holders("CHISREG", "ORGANISATION_IDENTIFIER_CHILD_HEALTH_ORGANISATION");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (NamedCsvRecord row : synthesis.truth("cohort.csv")) {
            if (row.getField("night").equals(date)) {
                String number = row.getField("nhs_number");
                check(wrong, row, "gp_state", gp.getOrDefault(number, Set.of()).size());
                check(wrong, row, "hv_state", hv.getOrDefault(number, Set.of()).size());
                check(
                        wrong,
                        row,
                        "chis_state",
                        chis.getOrDefault(number, Set.of()).size());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3_000);
        assertThat(wrong).isEmpty();
    }

    private static void check(List<String> wrong, NamedCsvRecord truth, String agency, int holders) {
        boolean fits =
                switch (truth.getField(agency)) {
                    case "MISSING" -> holders == 0;
                    case "GHOST" -> holders > 0;
                    case "OVERLAP" -> holders == 2;
                    case "WRONG_ORGANISATION" -> holders == 1;
                    // A practice outside sends no list; a child may stand on a second practice's list.
                    case "OK" -> agency.equals("gp_state") ? holders <= 2 : holders == 1;
                    default -> true;
                };
        if (!fits) {
            wrong.add(
                    truth.getField("night") + " line " + truth.getStartingLineNumber() + " " + agency + " " + holders);
        }
    }

    /** Organisations with an open record of each child, the number followed to the one that survives, the birth date agreeing. */
    private Map<String, Set<String>> holders(String feed, String organisation) {
        Map<String, Set<String>> holders = new HashMap<>();
        held.forEach((sender, rows) -> {
            if (sender.startsWith(feed)) {
                rows.values().stream().filter(row -> open(feed, row)).forEach(row -> {
                    String sent = row.getField("NHS_NUMBER");
                    String number = people.containsKey(sent) ? sent : owners.getOrDefault(key(sender, row), sent);
                    NamedCsvRecord person = people.get(number);
                    if (person == null || agree(person, row.getField("PERSON_BIRTH_DATE"))) {
                        String current = person == null
                                        || Synthesis.cell(person, "superseded_by_nhs_number")
                                                .isEmpty()
                                ? number
                                : Synthesis.cell(person, "superseded_by_nhs_number");
                        holders.computeIfAbsent(current, any -> new HashSet<>()).add(row.getField(organisation));
                    }
                });
            }
        });
        return holders;
    }

    /** The same day, or day and month in each other's place. */
    private static boolean agree(NamedCsvRecord person, String birth) {
        String swapped = birth.substring(0, 4) + birth.substring(8) + birth.substring(5, 7);
        String known = Synthesis.cell(person, "date_of_birth");
        return known.equals(birth.replace("-", "")) || known.equals(swapped);
    }

    private static boolean open(String feed, NamedCsvRecord row) {
        return switch (feed) {
            case "GPREG" -> row.getField("END_DATE_GMP_PATIENT_REGISTRATION").isEmpty();
            case "HVCASE" -> row.getField("EPISODE_STATUS").equals("A");
            default ->
                Integer.parseInt(row.getField("RECORD_STATUS")) < 40
                        && !row.getField("RECORD_STATUS").equals("25");
        };
    }
}
