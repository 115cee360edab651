package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of measures 1.1, from files to figures: twelve children of one quarter, five of the next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageAcceptanceTest {

    private static final String SNAPSHOT = "2026-07-31";
    private static final String NEXT_SNAPSHOT = "2026-10-31";
    private static final String A1 = ReferenceSets.PRACTICE_A;
    private static final String SINCE = "2024-07-01";
    private static final String HEXA = "1162640003";
    private static final String PCV = "247631000000101";
    private static final String MENB = "516301000000101";
    private static final String HIBMENC = "428975001";
    private static final String MMR = "38598009";
    private static final String MMRV = "432636005";

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final Map<String, List<Row>> doses = new LinkedHashMap<>();
    private Installation home;
    private List<Map<String, String>> first;
    private List<Map<String, String>> second;

    @BeforeAll
    void twoSnapshots() {
        home = Installation.served(folder);
        firstQuarter();
        nextQuarter();
        home.drop(PdsExtract.file("july", families.pds()));
        families.registers("2026-07-30", 1).forEach(file -> home.drop(file));
        doses.forEach((type, rows) -> home.drop(VaccinationV5.file(type, "20260730T070000", rows)));
        assertThat(home.nightly(SNAPSHOT, "--baseline"))
                .as(home.run(SNAPSHOT).get("do_now").toString())
                .isZero();
        first = home.export("measures", SNAPSHOT);
        families.registers("2026-10-30", 2).forEach(file -> home.drop(file));
        home.drop(PdsExtract.file("october", families.pds()));
        home.nightly(NEXT_SNAPSHOT);
        second = home.export("measures", NEXT_SNAPSHOT);
    }

    private void firstQuarter() {
        Person one = registered("1", "2024-04-02", A1, ReferenceSets.A);
        primaries(one);
        on(one, "2025-04-10", PCV, MENB, HIBMENC, MMR);
        Person two = registered("2", "2024-04-15", A1, ReferenceSets.B);
        primaries(two);
        on(two, "2026-04-15", PCV, HEXA, MMR);
        Person three = registered("3", "2024-05-01", "B80001", ReferenceSets.A);
        primaries(three);
        on(three, "2025-05-10", PCV, MENB, HIBMENC, MMR);
        Person four = families.child("4", "2024-05-20", ReferenceSets.A);
        families.pds(PdsExtract.row(four, "", SINCE, 1)).chis("RCA", ChisReg.row(four, "RCA", SINCE));
        Person five = registered("5", "2024-06-30", A1, ReferenceSets.A);
        primaries(five);
        on(five, "2025-07-02", PCV, MENB, HIBMENC);
        on(five, "2025-06-29", MMR);
        Person six = registered("6", "2024-07-01", A1, ReferenceSets.A);
        primaries(six);
        Person seven = families.child("7", "2024-06-01", ReferenceSets.A);
        families.pds(PdsExtract.removed(seven, "DEA", "2026-03-03", SINCE, 1)
                .with("date_of_death", "20260303")
                .with("death_status", "2"));
        primaries(seven);
        Person eight = families.child("8", "2024-04-20", "SX1 1SS");
        families.pds(PdsExtract.removed(eight, "SCT", "2026-06-10", SINCE, 1));
        primaries(eight);
        on(eight, "2025-05-10", PCV, MENB, HIBMENC, MMR);
        Person nine = families.child("9", "2024-05-05", ReferenceSets.A);
        families.pds(PdsExtract.row(nine, A1, "2026-05-30", 1))
                .gp(A1, GpReg.row(nine, A1, "2026-05-30"))
                .chis("RCA", ChisReg.row(nine, "RCA", "2026-06-01"));
        on(nine, "2025-06-11", MMR);
        registered("10", "2024-06-10", A1, ReferenceSets.A);
        Person eleven = registered("11", "2024-05-30", A1, ReferenceSets.A);
        primaries(eleven);
        on(eleven, "2025-06-12", PCV, MENB, HIBMENC);
        on(eleven, "2026-06-02", MMR);
        Person twelve = families.child("12", "2024-04-30", ReferenceSets.A);
        families.pds(PdsExtract.row(twelve.living("ZZZSECUR"), "", SINCE, 1).with("address_line_1", ""))
                .gp(A1, GpReg.row(twelve, A1, SINCE))
                .chis(
                        "RCA",
                        ChisReg.row(twelve, "RCA", SINCE)
                                .with("RESTRICTED_INDICATOR", "Y")
                                .with("GENERAL_MEDICAL_PRACTICE_CODE_PATIENT_REGISTRATION", A1));
        primaries(twelve);
        on(twelve, "2025-05-05", PCV, MENB, HIBMENC, MMR);
    }

    /** Children a to e of the next quarter; child 6, born on its first day, is taken out of it by an early death there. */
    private void nextQuarter() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            Person child = registered(name, "2024-08-1" + (name.charAt(0) - 'a'), "A80002", ReferenceSets.A);
            if (!name.equals("e")) {
                on(child, "2025-08-20", MMR);
            }
            if (name.equals("a") || name.equals("d")) {
                on(child, "2026-02-20", MMRV);
            }
            if ("abd".contains(name)) {
                primaries(child);
                on(child, "2026-02-20", HEXA);
            }
        }
    }

    private Person registered(String name, String born, String practice, String postcode) {
        Person person = families.child(name, born, postcode);
        families.pds(PdsExtract.row(person, practice, SINCE, 1)).gp(practice, GpReg.row(person, practice, SINCE));
        String chis = practice.startsWith("A") ? "RCA" : "RCB";
        families.chis(chis, ChisReg.row(person, chis, SINCE));
        return person;
    }

    /** Three 6-in-1 doses before six months, with the usual MenB, pneumococcal dose beside them. */
    private void primaries(Person person) {
        java.time.LocalDate born = java.time.LocalDate.parse(person.born());
        on(person, born.plusWeeks(8).toString(), HEXA, MENB);
        on(person, born.plusWeeks(12).toString(), HEXA, MENB, PCV);
        on(person, born.plusWeeks(16).toString(), HEXA);
    }

    private void on(Person person, String date, String... procedures) {
        for (String procedure : procedures) {
            String type = Map.of(
                            HEXA,
                            "6IN1",
                            PCV,
                            "PNEUMOCOCCAL",
                            MENB,
                            "MENB",
                            HIBMENC,
                            "HIBMENC",
                            MMR,
                            "MMR",
                            MMRV,
                            "MMRV")
                    .get(procedure);
            doses.computeIfAbsent(type, t -> new ArrayList<>()).add(VaccinationV5.given(person, procedure, date));
        }
    }

    private static String figure(
            List<Map<String, String>> rows,
            String measure,
            String start,
            String attribution,
            String type,
            String area) {
        return rows.stream()
                .filter(row -> row.get("measure_id").equals(measure)
                        && row.get("period_start").equals(start)
                        && row.get("attribution").equals(attribution)
                        && row.get("area_type").equals(type)
                        && row.get("area_code").equals(area)
                        && row.get("breakdown").isEmpty())
                .filter(row -> java.time.LocalDate.parse(row.get("period_end"))
                        .isBefore(java.time.LocalDate.parse(start).plusMonths(3)))
                .map(row -> row.get("numerator") + "/" + row.get("denominator"))
                .reduce((one, other) -> one + " and " + other)
                .orElse("none");
    }

    @Test
    void theWorkedExampleComesOutToTheDigit() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("COVER-24M-HEXA", "5/8");
        expected.put("COVER-24M-PCVB", "5/8");
        expected.put("COVER-24M-HIBMENC", "5/8");
        expected.put("COVER-24M-MENBB", "4/8");
        expected.put("COVER-24M-MMR1", "4/8");
        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(id -> found.put(id, figure(first, id, "2026-04-01", "RESP", "LA", "E06800001")));
        assertThat(found).containsExactlyEntriesOf(expected);
        assertThat(figure(first, "COVER-24M-HEXA4", "2026-04-01", "RESP", "LA", "E06800001"))
                .isEqualTo("none");
    }

    @Test
    void everyViewCountsEachChildOnceAndRestrictedChildrenHaveNoPractice() {
        assertThat(figure(first, "COVER-24M-HEXA", "2026-04-01", "REG", "PRACTICE", A1))
                .isEqualTo("4/6");
        assertThat(figure(first, "COVER-24M-HEXA", "2026-04-01", "REG", "PRACTICE", "NOT_STATED"))
                .isEqualTo("1/1");
        assertThat(figure(first, "COVER-24M-HEXA", "2026-04-01", "REG", "SICBL", "90A"))
                .isEqualTo("5/7");
        assertThat(figure(first, "COVER-24M-HEXA", "2026-04-01", "REG", "ICB", "QAA"))
                .isEqualTo("5/7");
        assertThat(figure(first, "COVER-24M-HEXA", "2026-04-01", "RESP", "LA", "E08800002"))
                .isEqualTo("1/1");
        assertThat(figure(first, "COVER-24M-HEXA", "2026-04-01", "REG", "ENGLAND", "E92000001"))
                .isEqualTo("6/8");
    }

    @Test
    void theNextQuarterHasItsOwnMeasures() {
        assertThat(practice("COVER-24M-MMR1")).isEqualTo("4/5");
        assertThat(practice("COVER-24M-MMR2")).isEqualTo("2/5");
        assertThat(practice("COVER-24M-HEXA4")).isEqualTo("3/5");
        assertThat(practice("COVER-24M-HIBMENC")).isEqualTo("none");
    }

    private String practice(String measure) {
        return figure(second, measure, "2026-07-01", "REG", "PRACTICE", "A80002");
    }

    @Test
    void theClosedQuarterIsPublishedWithItsFigures() {
        assertThat(Places.files(home.outbox(SNAPSHOT).resolve("reports")))
                .anyMatch(file -> file.toString().endsWith(".pdf"));
        assertThat(Places.files(home.outbox(SNAPSHOT).resolve("open")))
                .anyMatch(file -> file.toString().endsWith(".csv"));
    }
}
