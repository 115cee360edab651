package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.engine.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file register and its ledger: acknowledgements, repeats, sequence of several systems, and the closing check. */
class LedgerAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-11";
    private static final String THIRD = "2026-11-12";

    @TempDir
    private Path folder;

    private Installation home;
    private final List<Row> list = new ArrayList<>();

    @BeforeEach
    void firstNight() {
        home = Installation.served(folder);
        List<Row> pds = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            Person person = Person.of("2024-03-0" + (1 + n % 9), ReferenceSets.A);
            list.add(GpReg.row(person, ReferenceSets.PRACTICE_A, "2024-04-01"));
            pds.add(PdsExtract.row(person, ReferenceSets.PRACTICE_A, "2024-04-01", 1));
        }
        home.drop(PdsExtract.file("first", pds), GpReg.full("A91001", "2026-11-09", 1, list));
    }

    private String acknowledgement(String night, String name) {
        return Places.text(home.outbox(night).resolve("acknowledgements").resolve(name + ".ack.csv"));
    }

    @Test
    void everyFileIsAcknowledgedAndEveryLineNotApplied() throws Exception {
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        List<Row> next = new ArrayList<>(list);
        next.add(GpReg.row(Person.of("2024-02-03", ReferenceSets.A), "A80001", "2024-02-11")
                .with("GP_REGISTRATION_TYPE", "9"));
        Dropped good = GpReg.full("A91001", "2026-11-10", 2, next);
        Dropped held = GpReg.full("A91002", "2026-11-10", 1, list);
        home.drop(good, held);
        Path nems = Files.createDirectories(folder.resolve("inbox/nems"));
        Files.writeString(nems.resolve("broken.xml"), "<Bundle><id value='1'>");
        home.nightly(SECOND);
        assertThat(acknowledgement(SECOND, good.name()).lines())
                .contains(
                        "FILE," + good.name() + ",gp-registration,ACCEPTED,31,,,,",
                        "COUNT," + good.name() + ",gp-registration,NO_CHANGE,30,,,,",
                        "COUNT," + good.name() + ",gp-registration,REJECTED,1,,,,")
                .anyMatch(line -> line.startsWith(
                        "LINE," + good.name() + ",gp-registration,REJECTED,1,32,GP_REGISTRATION_TYPE,UNKNOWN_CODE,"));
        assertThat(acknowledgement(SECOND, held.name()))
                .contains("FILE," + held.name() + ",gp-registration,HELD,0,,,NO_BASELINE,");
        assertThat(acknowledgement(SECOND, "nems_NEMS")).contains("LINE,broken.xml,nems,REJECTED,1,1,,XML_INVALID,");
        assertThat(home.json(SECOND, "manifest.json").toString())
                .contains("acknowledgements/" + good.name() + ".ack.csv");
    }

    @Test
    void aRepeatedReferenceSetIsADuplicateAndOneThatClosesTooMuchIsHeldUntilReleased() {
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        ReferenceSets.into(folder);
        assertThat(home.nightly(SECOND)).isZero();
        IntakeLedger second = IntakeLedger.of(home, SECOND);
        ReferenceSets.all()
                .forEach(set -> assertThat(second.fate(set)).as(set.name()).isEqualTo("DUPLICATE DUPLICATE_FILE"));
        Dropped fewer = ReferenceSets.practices();
        Dropped shrunken = ReferenceSets.reference(
                "epraccur_shrunken.csv", fewer.text().lines().limit(3).reduce("", (all, line) -> all + line + "\n"));
        home.drop(shrunken);
        assertThat(home.nightly(THIRD)).isEqualTo(3);
        assertThat(IntakeLedger.of(home, THIRD).fate(shrunken)).isEqualTo("HELD POPULATION_DROP");
        assertThat(home.release("reference", shrunken.name())).isZero();
        assertThat(home.nightly("2026-11-13")).isZero();
        assertThat(IntakeLedger.of(home, "2026-11-13").fate(shrunken)).isEqualTo("TAKEN");
        assertThat(home.run("2026-11-13").get("releases").toString()).contains("A Tester", "checked with the sender");
    }

    @Test
    void eachSystemOfASenderCountsForItself() {
        home.drop(chis("S1", "2026-11-08", 1, 0), chis("S2", "2026-11-09", 1, 20));
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        Dropped firstSystem = chis("S1", "2026-11-10", 2, 1);
        Dropped secondSystem = chis("S2", "2026-11-11", 2, 21);
        home.drop(firstSystem, secondSystem);
        assertThat(home.nightly(SECOND)).isZero();
        IntakeLedger second = IntakeLedger.of(home, SECOND);
        assertThat(second.fate(firstSystem)).isEqualTo("TAKEN");
        assertThat(second.fate(secondSystem)).isEqualTo("TAKEN");
        Dropped gap = chis("S1", "2026-11-12", 4, 2);
        Dropped conflict = chis("S2", "2026-11-12", 2, 22);
        home.drop(gap, conflict);
        home.nightly(THIRD);
        IntakeLedger third = IntakeLedger.of(home, THIRD);
        assertThat(third.fate(gap)).isEqualTo("HELD SEQUENCE_GAP");
        assertThat(third.fate(conflict)).isEqualTo("HELD SEQUENCE_CONFLICT");
    }

    private static final List<Person> PEOPLE = new ArrayList<>();

    private static Dropped chis(String system, String asAt, int sequence, int from) {
        while (PEOPLE.size() < 60) {
            PEOPLE.add(Person.of("2024-03-03", ReferenceSets.A));
        }
        List<Row> rows = PEOPLE.subList(from, from + 20).stream()
                .map(person -> ChisReg.row(person, "RCA", "2024-04-01").with("SOURCE_SYSTEM_CODE", system))
                .toList();
        return ChisReg.full("RCA", asAt, sequence, rows);
    }

    @Test
    void RP02_aLostRowOrALostLedgerLineStopsTheNightAndNamesTheFile() throws Exception {
        assertThat(home.nightly(FIRST, "--baseline")).isZero();
        List<Row> next = new ArrayList<>(list);
        next.set(
                0,
                GpReg.row(Person.of("2024-02-03", ReferenceSets.A), "A80001", "2024-02-11")
                        .with("GP_REGISTRATION_TYPE", "9"));
        Dropped file = GpReg.full("A91001", "2026-11-10", 2, next);
        home.drop(file);
        sql(
                "create function engine.mutant() returns trigger language plpgsql as $$ begin"
                        + " delete from landing.gp_registration where file_id = new.file_id and line_no = 5;"
                        + " return null; end $$",
                "create trigger mutant after update of state on engine.file for each row"
                        + " when (new.state = 'LANDED' and new.feed = 'gp-registration') execute function engine.mutant()");
        assertThat(failedNight()).contains(file.name() + " (gp-registration): 29 rows copied, 28 in landing");
        sql(
                "drop trigger mutant on engine.file",
                "create function engine.forgetful() returns trigger language plpgsql as $$ begin return null; end $$",
                "create trigger forgetful before insert on engine.line for each row"
                        + " when (new.outcome = 'REJECTED') execute function engine.forgetful()");
        assertThat(failedNight()).contains("closing check", file.name() + " (gp-registration): ledger lines refused 0");
        assertThat(Files.exists(home.outbox(SECOND))).isFalse();
    }

    private void sql(String... statements) throws Exception {
        try (Database database = Database.open(folder, Map.of());
                Connection connection = DriverManager.getConnection(
                        database.access().url(),
                        database.access().username(),
                        database.access().password());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** What a night that fails says of it. */
    private String failedNight() {
        PrintStream out = System.out;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            assertThat(home.nightly(SECOND)).isEqualTo(1);
        } finally {
            System.setOut(out);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
