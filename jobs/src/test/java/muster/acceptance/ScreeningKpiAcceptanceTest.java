package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The worked examples of measures 3.1 to 3.4, from files to figures, in one first load at the snapshot of the quarter from
 * April to June 2026. Births that board QAA answers for are those of NB1 and have the hearing screens of NH1; who moved in to
 * board QBB are those of NB4; the examinations are those of maternity service RMA.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningKpiAcceptanceTest {

    private static final String SNAPSHOT = "2026-07-31";
    private static final String BORN = "2026-04-10";
    private static final String PRACTICE_X = ReferenceSets.PRACTICE_A;
    private static final String PRACTICE_Y = ReferenceSets.PRACTICE_B;

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final List<Dropped> births = new ArrayList<>();
    private final List<Row> ofAlder = new ArrayList<>();
    private final List<Row> ofBrack = new ArrayList<>();
    private final List<Row> examinations = new ArrayList<>();
    private Installation home;
    private List<Map<String, String>> rows;

    @BeforeAll
    void oneFirstLoad() {
        home = Installation.served(folder);
        bornToAlder();
        hearingScreens();
        movedToBrack();
        examined();
        births.forEach(home::drop);
        home.drop(PdsExtract.file("july", families.pds()));
        families.registers("2026-07-30", 1).forEach(home::drop);
        Row told = Results.spot(families.named("11"), "2026-04-15", "2026-04-16", "2026-04-17", "04");
        home.drop(Results.spots("2026-07-30", 1, List.of(told)));
        home.drop(ChisEvt.file("RCA", "2026-07-30", 1, 'F', ofAlder));
        home.drop(ChisEvt.file("RCB", "2026-07-30", 1, 'F', ofBrack));
        home.drop(Results.physicals("2026-07-30", 1, examinations));
        assertThat(home.nightly(SNAPSHOT, "--baseline"))
                .as(home.run(SNAPSHOT).get("do_now").toString())
                .isZero();
        rows = home.export("measures", SNAPSHOT);
    }

    /** Measures 3.1. */
    private void bornToAlder() {
        registered("1", BORN, PRACTICE_X, BORN);
        spot("1", "04", 9);
        registered("2", BORN, PRACTICE_X, BORN);
        spot("2", "03", 10);
        spot("2", "04", 17);
        registered("3", BORN, PRACTICE_X, BORN);
        spot("3", "04", 18);
        registered("4", BORN, PRACTICE_X, BORN);
        spot("4", "02", 9);
        died("5", "2026-04-15");
        died("6", "2026-04-19");
        // X at birth, by the mother's practice; a patient of another board's practice since.
        Person seven = registered("7", BORN, ReferenceSets.PRACTICE_C, "2026-05-20");
        births.add(NemsMessage.birth(seven, BORN + "T20:00:00+00:00", 1, PRACTICE_X, ""));
        spot("7", "04", 8);
        // Lives under board Y; only the mother's practice says X.
        Person eight = known("8", BORN, ReferenceSets.B, "", BORN, "RCA");
        births.add(NemsMessage.birth(eight, BORN + "T20:00:00+00:00", 1, PRACTICE_X, ""));
        spot("8", "07", 12);
        known("9", BORN, ReferenceSets.A, "", BORN, "RCA");
        spot("9", "08", 8);
        // Came to X at six weeks, from where no board was responsible.
        registered("10", BORN, PRACTICE_X, "2026-05-25");
        registered("11", BORN, PRACTICE_X, BORN);
        spot("11", "04", 20);
    }

    /** Measures 3.3, told by the register; the models' difference is left to the examples, no provider is named here. */
    private void hearingScreens() {
        hearing("6", "PASS", 2);
        hearing("1", "REFER", 20);
        // 32 weeks: ten weeks old are two corrected.
        families.chis().get("RCA").stream()
                .filter(row -> row.get("NHS_NUMBER").equals(families.named("2").number()))
                .forEach(row -> row.with("GESTATION_LENGTH_AT_BIRTH", "32"));
        hearing("2", "PASS", 70);
        hearing("3", "PASS", 28);
        hearing("4", "PASS", 29);
        hearing("7", "DECL", 5);
        hearing("8", "PASS", 20);
        hearing("9", "REFER", 6);
        hearing("11", "INC", 6);
    }

    /** Measures 3.2. */
    private void movedToBrack() {
        registered("a", "2026-03-01", PRACTICE_Y, "2026-04-10");
        recorded("a", "04", "2026-04-15");
        registered("b", "2026-01-21", PRACTICE_Y, "2026-05-01");
        recorded("b", "04", "2026-05-22");
        registered("c", "2026-02-01", PRACTICE_Y, "2026-05-02");
        recorded("c", "04", "2026-05-24");
        registered("d", "2025-06-06", PRACTICE_Y, "2026-06-05");
        registered("e", "2025-06-05", PRACTICE_Y, "2026-06-10");
        Person left = families.child("f", "2026-03-21", "SX1 1SS");
        families.pds(PdsExtract.removed(left, "SCT", "2026-05-15", "2026-05-15", 1));
        registered("g", "2026-04-21", PRACTICE_Y, "2026-06-20");
        recorded("g", "04", "2026-07-08");
        registered("h", "2026-04-12", PRACTICE_Y, "2026-06-01");
        recorded("h", "02", "2026-06-04");
    }

    /** Measures 3.4: all are girls here, born at 07:00 by London's clock. */
    private void examined() {
        delivered("m1", "RMA", false);
        examination("m1", "2026-04-11", "03:00");
        delivered("m2", "RMA", false);
        examination("m2", "2026-04-11", "13:00");
        delivered("m3", "RMA", false);
        examination("m3", "2026-04-11", "23:00").with("HIPS", "988201000000100");
        examination("m3", "2026-04-13", "15:00").with("EYES", "").with("HEART", "");
        delivered("m4", "RMA", false);
        examination("m4", "2026-04-13", "07:00");
        delivered("m5", "RMA", false);
        examination("m5", "2026-04-13", "10:00");
        delivered("m6", "RMA", false);
        examination("m6", "2026-04-11", "09:00")
                .with("HIPS", "988181000000104")
                .with("EYES", "")
                .with("HEART", "");
        delivered("m7", "RMA", true);
        delivered("m8", "RMB", false);
        examination("m8", "2026-04-12", "19:00");
        delivered("m9", "RMB", false);
        examination("m9", "2026-04-14", "06:00");
        delivered("m10", "RMA", false);
        examination("m10", "2026-04-22", "09:00");
    }

    private Person known(String name, String born, String postcode, String practice, String since, String chis) {
        Person baby = families.child(name, born, postcode);
        families.pds(PdsExtract.row(baby, practice, since, 1)).chis(chis, ChisReg.row(baby, chis, since));
        if (!practice.isEmpty()) {
            families.gp(practice, GpReg.row(baby, practice, since));
        }
        return baby;
    }

    private Person registered(String name, String born, String practice, String since) {
        String home = practice.equals(PRACTICE_X) ? ReferenceSets.A : ReferenceSets.B;
        return known(name, born, home, practice, since, practice.equals(PRACTICE_Y) ? "RCB" : "RCA");
    }

    private void died(String name, String on) {
        Person baby = families.child(name, BORN, ReferenceSets.A);
        families.pds(PdsExtract.removed(baby, "DEA", on, BORN, 1)
                        .with("date_of_death", on.replace("-", ""))
                        .with("death_status", "2"))
                .chis("RCA", ChisReg.row(baby, "RCA", BORN));
    }

    private void spot(String name, String status, int day) {
        recorded(name, status, LocalDate.parse(BORN).plusDays(day).toString());
    }

    private void recorded(String name, String status, String on) {
        boolean brack = families.chis().getOrDefault("RCB", List.of()).stream().anyMatch(row -> row.get("NHS_NUMBER")
                .equals(families.named(name).number()));
        String chis = brack ? "RCB" : "RCA";
        (brack ? ofBrack : ofAlder).add(ChisEvt.of(families.named(name), chis, "NBSS", "PKU", on, status));
    }

    private void hearing(String name, String outcome, int day) {
        String on = LocalDate.parse(BORN).plusDays(day).toString();
        ofAlder.add(ChisEvt.of(families.named(name), "RCA", "NHSP", "NHSP", on, outcome));
    }

    private void delivered(String name, String place, boolean died) {
        Person baby = families.child(name, BORN, ReferenceSets.B);
        births.add(NemsMessage.birth(baby, BORN + "T20:00:00+00:00", 1, PRACTICE_Y, place));
        families.pds(
                died
                        ? PdsExtract.removed(baby, "DEA", "2026-04-12", BORN, 1)
                                .with("date_of_death", "20260412")
                                .with("death_status", "2")
                        : PdsExtract.row(baby, PRACTICE_Y, BORN, 1));
    }

    private Row examination(String name, String date, String time) {
        Row row = Results.physical(families.named(name), date).with("EXAMINATION_TIME", time);
        examinations.add(row);
        return row;
    }

    private String figure(String measure, String areaType, String area) {
        return rows.stream()
                .filter(row -> row.get("measure_id").equals(measure)
                        && row.get("period_start").equals("2026-04-01")
                        && row.get("period_end").equals("2026-06-30")
                        && row.get("area_type").equals(areaType)
                        && row.get("area_code").equals(area))
                .map(row -> row.get("attribution") + " " + row.get("numerator") + "/" + row.get("denominator") + " "
                        + row.get("provisional"))
                .reduce((one, other) -> one + " and " + other)
                .orElse("none");
    }

    @Test
    void bloodSpotOfWhoWasTheBoardsAtBirthIsFourOfEight() {
        assertThat(figure("NB1", "ICB", "QAA")).isEqualTo("RESP 4/8 N");
    }

    @Test
    void bloodSpotOfWhoMovedInIsThreeOfSixAndWhoCameFromNoBoardIsAmongTheOtherBoards() {
        assertThat(figure("NB4", "ICB", "QBB")).isEqualTo("RESP 3/6 N");
        assertThat(figure("NB4", "ICB", "QAA")).isEqualTo("RESP 0/1 N");
    }

    @Test
    void hearingScreenIsSixOfNine() {
        assertThat(figure("NH1", "ICB", "QAA")).isEqualTo("RESP 6/9 N");
    }

    @Test
    void newbornExaminationIsFourOfEightAndTheLateTransferStaysTheOthers() {
        assertThat(figure("NP1", "PROVIDER", "RMA")).isEqualTo("RESP 4/8 N");
        assertThat(figure("NP1", "PROVIDER", "RMB")).isEqualTo("RESP 0/1 N");
    }

    @Test
    void theyAreInTheExportAndInNoReportNorOpenFile() {
        assertThat(rows).extracting(row -> row.get("measure_id")).contains("NB1", "NB4", "NH1", "NP1");
        Places.files(home.outbox(SNAPSHOT).resolve("open"))
                .forEach(file -> assertThat(Places.text(file)).doesNotContain("NB1", "NH1", "NP1"));
        Places.files(home.outbox(SNAPSHOT).resolve("reports"))
                .forEach(file -> assertThat(Places.text(file)).doesNotContain("Newborn"));
    }
}
