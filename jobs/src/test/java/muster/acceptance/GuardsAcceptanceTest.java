package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RP-12, one scenario a sender: what a shrunken, grown, renumbered or shifted list may do to a register. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-11";
    private static final String THIRD = "2026-11-12";
    private static final String FOURTH = "2026-11-13";
    private static final int ROWS = 100;

    @TempDir
    private static Path folder;

    private Installation home;
    private final Map<String, List<Row>> lists = new LinkedHashMap<>();
    private final Map<String, Dropped> given = new LinkedHashMap<>();
    private IntakeLedger second;
    private IntakeLedger third;
    private IntakeLedger fourth;
    private Map<String, String> gpBefore;
    private Map<String, String> gpSecond;
    private Map<String, String> gpThird;
    private int secondExit;
    private int thirdExit;

    @BeforeAll
    void fourNights() {
        home = Installation.served(folder);
        first();
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        gpBefore = gpStates(FIRST);
        second();
        secondExit = home.nightly(SECOND);
        second = IntakeLedger.of(home, SECOND);
        gpSecond = gpStates(SECOND);
        third();
        thirdExit = home.nightly(THIRD);
        third = IntakeLedger.of(home, THIRD);
        gpThird = gpStates(THIRD);
        fourth();
        home.nightly(FOURTH);
        fourth = IntakeLedger.of(home, FOURTH);
    }

    private void first() {
        List<Row> pds = new ArrayList<>();
        int sender = 0;
        for (String scenario : List.of(
                "-1",
                "-9",
                "-11",
                "-19",
                "-21",
                "-30",
                "-50",
                "-100",
                "numbers",
                "keys",
                "shifted",
                "unreadable",
                "+300",
                "leavers",
                "early leavers",
                "two practices",
                "gap")) {
            String code = "A9%04d".formatted(++sender);
            List<Row> rows = new ArrayList<>();
            int size = scenario.endsWith("leavers") ? 3 * ROWS : ROWS;
            for (int n = 0; n < size; n++) {
                boolean other = scenario.equals("two practices") && n >= 95;
                String practice = other ? ReferenceSets.PRACTICE_A2 : ReferenceSets.PRACTICE_A;
                Person person = Person.of("2024-03-0" + (1 + n % 9), ReferenceSets.A);
                rows.add(GpReg.row(person, practice, "2024-04-01"));
                pds.add(PdsExtract.row(person, practice, "2024-04-01", 1));
            }
            lists.put(scenario, rows);
            given.put(scenario, GpReg.full(code, "2026-11-09", 1, rows));
            home.drop(given.get(scenario));
        }
        home.drop(PdsExtract.file("first", pds));
    }

    private String sender(String scenario) {
        return given.get(scenario).name().split("_")[1];
    }

    /** The name of the file of the second night. */
    private String second(String scenario) {
        int sequence = scenario.equals("gap") ? 3 : 2;
        return "GPREG_%s_20261110_%06d_F.csv".formatted(sender(scenario), sequence);
    }

    private void give(String scenario, String asAt, int sequence, List<Row> rows) {
        given.put(scenario, GpReg.full(sender(scenario), asAt, sequence, rows));
        home.drop(given.get(scenario));
    }

    private void second() {
        for (int down : List.of(1, 9, 11, 19, 21, 30, 50, 100)) {
            give("-" + down, "2026-11-10", 2, lists.get("-" + down).subList(0, ROWS - down));
        }
        give("numbers", "2026-11-10", 2, copies("numbers", (row, n) -> row.with(GpReg.NUMBER, Nhs.next())));
        give("keys", "2026-11-10", 2, copies("keys", (row, n) -> row.with(GpReg.LOCAL, "NEW" + n)));
        give("shifted", "2026-11-10", 2, copies("shifted", (row, n) -> row.with(
                        "ADDRESS_LINE_2", row.get("ADDRESS_LINE_1"))
                .with("ADDRESS_LINE_1", "")));
        give("unreadable", "2026-11-10", 2, copies("unreadable", (row, n) -> row.with("GP_REGISTRATION_TYPE", "S1")));
        List<Row> grown = new ArrayList<>(lists.get("+300"));
        for (int n = 0; n < 3 * ROWS; n++) {
            grown.add(GpReg.row(Person.of("2024-03-03", ReferenceSets.A), "A80001", "2024-06-01"));
        }
        give("+300", "2026-11-10", 2, grown);
        give("leavers", "2026-11-10", 2, replaced("leavers", 2));
        give("early leavers", "2026-11-10", 2, replaced("early leavers", 2));
        give("two practices", "2026-11-10", 2, lists.get("two practices").subList(0, 95));
        give("gap", "2026-11-10", 3, lists.get("gap").subList(0, 99));
    }

    private interface Change {
        Row of(Row row, int n);
    }

    private List<Row> copies(String scenario, Change change) {
        List<Row> rows = new ArrayList<>();
        for (Row row : lists.get(scenario)) {
            rows.add(change.of(copy(row), rows.size()));
        }
        return rows;
    }

    private static Row copy(Row row) {
        Row copy = new Row(GpReg.COLUMNS);
        GpReg.COLUMNS.forEach(column -> copy.with(column, row.get(column)));
        return copy;
    }

    /** The first so many children went and as many others came. */
    private List<Row> replaced(String scenario, int count) {
        List<Row> rows = new ArrayList<>(
                lists.get(scenario).subList(count, lists.get(scenario).size()));
        for (int n = 0; n < count; n++) {
            rows.add(GpReg.row(Person.of("2024-03-03", ReferenceSets.A), "A80001", "2024-06-01"));
        }
        lists.put(scenario, rows);
        return rows;
    }

    private void third() {
        assertThat(home.release(GpReg.FEED, given.get("-30").name())).isZero();
        assertThat(home.release(GpReg.FEED, given.get("numbers").name())).isZero();
        assertThat(home.release(GpReg.FEED, given.get("gap").name())).isZero();
        give("leavers", "2026-11-11", 3, replaced("leavers", 3));
        give("early leavers", "2026-11-11", 3, replaced("early leavers", 60));
        give("-21", "2026-11-11", 2, lists.get("-21").subList(0, ROWS - 2));
    }

    private void fourth() {
        give("leavers", "2026-11-12", 4, replaced("leavers", 60));
        give("-30", "2026-11-12", 3, lists.get("-30").subList(0, 50));
        give("gap", "2026-11-12", 4, lists.get("gap").subList(0, 98));
    }

    private Map<String, String> gpStates(String date) {
        return home.export("cohort", date).stream()
                .filter(row -> !row.get("nhs_number").isEmpty())
                .collect(Collectors.toMap(row -> row.get("nhs_number"), row -> row.get("gp_state")));
    }

    private Set<String> states(Map<String, String> of, String scenario) {
        return lists.get(scenario).stream()
                .map(row -> of.get(row.get(GpReg.NUMBER)))
                .collect(Collectors.toSet());
    }

    private long missing(Map<String, String> of, String scenario) {
        return lists.get(scenario).stream()
                .filter(row -> "MISSING".equals(of.get(row.get(GpReg.NUMBER))))
                .count();
    }

    /** The scenarios of RP-12 one by one: what becomes of the file, and how many of the list's children are then missing. */
    @ParameterizedTest(name = "RP-12 {0}: {1}, {2} missing")
    @CsvSource({
        "-1, TAKEN, 1",
        "-9, TAKEN, 9",
        "-11, TAKEN, 11",
        "-19, TAKEN, 19",
        "-21, HELD POPULATION_DROP, 0",
        "-30, HELD POPULATION_DROP, 0",
        "-50, HELD POPULATION_DROP, 0",
        "-100, HELD NO_ROWS, 0",
        "numbers, HELD KEYS_CHANGED, 0",
        "keys, HELD KEYS_CHANGED, 0",
        "shifted, HELD COLUMN_SHIFTED, 0",
        "unreadable, HELD COLUMN_SHIFTED, 0",
        "+300, HELD POPULATION_GROWTH, 0",
        "two practices, TAKEN, 0",
        "gap, HELD SEQUENCE_GAP, 0"
    })
    void RP12_eachScenarioEndsAsItsLineSays(String scenario, String fate, long missing) {
        assertThat(second.fate(second(scenario))).isEqualTo(fate);
        assertThat(missing(gpSecond, scenario)).isEqualTo(missing);
    }

    @Test
    void RP12_aSmallDropIsTakenATenthWarnsAFifthHolds() {
        assertThat(secondExit).isEqualTo(3);
        assertThat(second.fate(given.get("-1"))).isEqualTo("TAKEN");
        assertThat(second.count(given.get("-1"), "APPLIED_WITH_WARNING")).isZero();
        for (String warned : List.of("-11", "-19")) {
            assertThat(second.of(given.get(warned).name()))
                    .anyMatch(row -> row.get("reason_code").equals("POPULATION_DROP")
                            && row.get("outcome").equals("APPLIED_WITH_WARNING")
                            && row.get("rows").equals("0"));
        }
        assertThat(second.of(given.get("-9").name()))
                .noneMatch(row -> row.get("reason_code").equals("POPULATION_DROP"));
        assertThat(missing(gpSecond, "-19")).isEqualTo(19);
        for (String held : List.of("-30", "-50")) {
            assertThat(second.fate(second(held))).isEqualTo("HELD POPULATION_DROP");
            assertThat(states(gpSecond, held)).isEqualTo(states(gpBefore, held)).containsExactly("OK");
        }
        assertThat(second.fate(second("-21"))).isEqualTo("HELD POPULATION_DROP");
        assertThat(second.fate(given.get("-100"))).isEqualTo("HELD NO_ROWS");
        assertThat(missing(gpSecond, "-100")).isZero();
    }

    @Test
    void RP12_sameRowsOfOtherNumbersOrKeysAreHeld() {
        assertThat(second.fate(given.get("numbers"))).isEqualTo("HELD KEYS_CHANGED");
        assertThat(second.fate(given.get("keys"))).isEqualTo("HELD KEYS_CHANGED");
        assertThat(states(gpSecond, "numbers")).containsExactly("OK");
        assertThat(home.quarantineReport(given.get("keys"))).contains("KEYS_CHANGED");
    }

    @Test
    void RP12_aShiftedColumnAndAListThatCannotBeReadAreHeld() {
        assertThat(second.fate(given.get("shifted"))).isEqualTo("HELD COLUMN_SHIFTED");
        assertThat(second.fate(given.get("unreadable"))).isEqualTo("HELD COLUMN_SHIFTED");
        assertThat(states(gpSecond, "unreadable")).containsExactly("OK");
    }

    @Test
    void RP12_aListFourTimesAsLongIsHeld() {
        assertThat(second.fate(given.get("+300"))).isEqualTo("HELD POPULATION_GROWTH");
    }

    @Test
    void RP12_leaversHoldFromTheFourthFileOn() {
        assertThat(third.fate(given.get("early leavers"))).isEqualTo("TAKEN");
        assertThat(fourth.fate(given.get("leavers"))).isEqualTo("HELD POPULATION_DROP");
    }

    @Test
    void RP12_anAbsentOrganisationKeepsItsRowsAndIsListed() {
        assertThat(second.fate(given.get("two practices"))).isEqualTo("TAKEN");
        assertThat(second.of(given.get("two practices").name()))
                .anyMatch(row -> row.get("reason_code").equals("ORGANISATION_ABSENT")
                        && row.get("outcome").equals("APPLIED_WITH_WARNING"));
        assertThat(states(gpSecond, "two practices")).containsExactly("OK");
    }

    @Test
    void RP12_aReleaseAppliesOnceAndTheNextListIsJudgedByWhatWasReleased() {
        assertThat(thirdExit).isZero();
        assertThat(third.fate(second("-30"))).isEqualTo("TAKEN");
        assertThat(missing(gpThird, "-30")).isEqualTo(30);
        assertThat(third.fate(second("numbers"))).isEqualTo("TAKEN");
        assertThat(fourth.fate(given.get("-30"))).isEqualTo("HELD POPULATION_DROP");
    }

    @Test
    void aReleasedGapIsTakenAndTheSequenceGoesOnFromIt() {
        assertThat(second.fate(second("gap"))).isEqualTo("HELD SEQUENCE_GAP");
        assertThat(third.fate(second("gap"))).isEqualTo("TAKEN");
        assertThat(fourth.fate(given.get("gap"))).isEqualTo("TAKEN");
    }

    @Test
    void aListHeldByAGuardDoesNotTakeItsNumber() {
        assertThat(third.fate(given.get("-21"))).isEqualTo("TAKEN");
    }
}
