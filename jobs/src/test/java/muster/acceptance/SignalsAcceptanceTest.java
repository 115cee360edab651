package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signals of an invalidated or replaced number and of a death stop lists at once; identity and life state change by PDS data
 * alone (rulings 3). Every signal asks for newer data, and the numbers that wait for it are listed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignalsAcceptanceTest {

    private static final String BASELINE = "2026-11-10";
    private static final String SIGNALLED = "2026-11-11";
    private static final String QUIET = "2026-11-12";
    private static final String REFRESHED = "2026-11-13";

    @TempDir
    private static Path folder;

    private final Map<String, Person> children = new LinkedHashMap<>();
    private Installation home;
    private Person stranger;
    private IntakeLedger ledger;

    @BeforeAll
    void fourNights() {
        home = Installation.served(folder);
        for (String name : List.of("said dead", "replaced", "invalidated", "changed", "undisturbed")) {
            children.put(name, Person.of("2024-03-03", ReferenceSets.A));
        }
        stranger = Person.of("2024-03-03", ReferenceSets.A);
        home.drop(extract("first", List.copyOf(children.keySet())));
        home.nightly(BASELINE, "--baseline");
        String time = "2026-11-10T21:00:00Z";
        home.drop(
                Signals.cloudEvent("pds-death-notification-2", children.get("said dead"), time),
                Signals.version1("nhs-number-change-1", children.get("replaced"), time, "nhsNumberStatus", "R"),
                Signals.version1("nhs-number-change-1", children.get("invalidated"), time, "nhsNumberStatus", "I"),
                Signals.fhir("pds-record-change-2", children.get("changed"), time),
                Signals.cloudEvent("pds-change-of-gp-2", stranger, time),
                Signals.cloudEvent("pdm-resource-change-1", stranger, time),
                Signals.cloudEvent("no-such-event-1", stranger, time),
                Signals.file("{\"type\": "),
                Signals.cloudEvent("pds-change-of-gp-2", stranger.bearing(Nhs.broken(stranger.number())), time));
        home.nightly(SIGNALLED);
        ledger = IntakeLedger.of(home, SIGNALLED);
        home.nightly(QUIET);
        home.drop(extract("second", List.of("said dead", "changed")));
        home.nightly(REFRESHED);
    }

    /** Children whom no practice has: each has a case. */
    private Dropped extract(String label, List<String> names) {
        List<Row> rows = new ArrayList<>();
        names.forEach(name -> rows.add(PdsExtract.removed(children.get(name), "RDR", "2026-09-01", "2024-04-01", 1)));
        return PdsExtract.file(label, rows);
    }

    private List<String> listed(String night) {
        StringBuilder lists = new StringBuilder();
        for (Path list : Places.files(home.outbox(night).resolve("worklists"))) {
            lists.append(Places.text(list));
        }
        return children.entrySet().stream()
                .filter(child -> lists.toString()
                        .replace(" ", "")
                        .contains(child.getValue().number()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void whomASignalStopsStandsOnNoListUntilNewerDataSettlesIt() {
        assertThat(listed(BASELINE)).containsExactlyElementsOf(children.keySet());
        assertThat(listed(SIGNALLED)).containsExactly("changed", "undisturbed");
        assertThat(listed(QUIET)).containsExactly("changed", "undisturbed");
        assertThat(listed(REFRESHED)).containsExactly("said dead", "changed", "undisturbed");
    }

    @Test
    void aSignalChangesNeitherIdentityNorLifeStateNorCases() {
        for (String night : List.of(SIGNALLED, REFRESHED)) {
            assertThat(home.export("cohort", night))
                    .hasSize(children.size())
                    .allSatisfy(row -> assertThat(row.get("life_state")).isEqualTo("ALIVE"));
            assertThat(home.export("exceptions", night))
                    .filteredOn(row -> row.get("type_code").equals("FS-101"))
                    .hasSize(children.size())
                    .allSatisfy(row -> assertThat(row.get("state")).isEqualTo("OPEN"));
        }
    }

    @Test
    void numbersThatWaitForARefreshAreListedWithTheReasonAndNothingElse() throws Exception {
        String waiting = Files.readString(home.outbox(SIGNALLED).resolve("messages/pds-refresh.csv"));
        assertThat(waiting.lines().skip(1)).hasSize(5).allSatisfy(line -> assertThat(line)
                .endsWith("2026-11-10"));
        assertThat(waiting)
                .contains(children.get("replaced").number() + ",NHS number replaced,")
                .contains(children.get("invalidated").number() + ",NHS number invalidated,")
                .contains(children.get("changed").number() + ",Record changed,")
                .contains(stranger.number())
                .doesNotContain(children.get("undisturbed").number(), "Invented", ReferenceSets.A);
        String later = Files.readString(home.outbox(REFRESHED).resolve("messages/pds-refresh.csv"));
        assertThat(later.lines().skip(1)).hasSize(3);
        assertThat(home.run(SIGNALLED).get("notices").toString()).contains("5 number(s) wait for a refresh from PDS");
    }

    @Test
    void signalsAreTakenOrRefusedByName() {
        List<String> outcomes = ledger.rows().stream()
                .filter(row ->
                        row.get("feed").equals("mns") && row.get("line_number").equals("1"))
                .map(row -> row.get("outcome") + " " + row.get("reason_code"))
                .sorted()
                .toList();
        assertThat(outcomes)
                .containsExactly(
                        "APPLIED_WITH_WARNING NOT_LINKED",
                        "REJECTED JSON_INVALID",
                        "REJECTED NHS_CHECK_DIGIT",
                        "REJECTED UNKNOWN_EVENT",
                        "SKIPPED EVENT_IGNORED");
    }
}
