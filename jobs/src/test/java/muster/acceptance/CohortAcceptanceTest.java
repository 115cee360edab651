package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One hand-written child for each state, each bucket and each way of counting days without an agency. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-13";
    private static final String A1 = ReferenceSets.PRACTICE_A;
    private static final String TWO = "2024-03-03";
    private static final String SINCE = "2024-04-01";

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final Map<String, String> expected = new LinkedHashMap<>();
    private Installation home;
    private Map<String, Map<String, String>> first;
    private Map<String, Map<String, String>> second;
    private int firstExit;
    private int secondExit;

    @BeforeAll
    void twoNights() {
        home = Installation.served(folder);
        gpFamilies();
        hvFamilies();
        chisFamilies();
        lives();
        places();
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers("2026-11-10", 1).forEach(file -> home.drop(file));
        firstExit = home.nightly(FIRST, "--baseline");
        first = cohort(FIRST);
        families.without(families.hv(), "RHA", "left the caseload");
        families.registers("2026-11-12", 2).forEach(file -> home.drop(file));
        home.drop(PdsExtract.file("second", List.of(PdsExtract.row(families.named("by an event"), A1, SINCE, 3))));
        secondExit = home.nightly(SECOND);
        second = cohort(SECOND);
    }

    /** States are written GP/HV/CHIS, days GP/HV/CHIS, then the bucket. */
    private void expect(String name, String states, String days, String bucket) {
        expected.put(name, states + " " + days + " " + bucket);
    }

    private void gpFamilies() {
        families.settled("settled", TWO);
        expect("settled", "OK/OK/OK", "0/0/0", "IN_AREA");
        held(families.child("practice sends no list", TWO, ReferenceSets.A), ReferenceSets.PRACTICE_A2);
        expect("practice sends no list", "OK/OK/OK", "0/0/0", "IN_AREA");
        held(families.child("not on the list", TWO, ReferenceSets.A), A1);
        expect("not on the list", "MISSING/OK/OK", "953/0/0", "IN_AREA");
        Person elsewhere = held(families.child("on another list", TWO, ReferenceSets.A), A1);
        families.gp("B80001", GpReg.row(elsewhere, "B80001", SINCE));
        expect("on another list", "WRONG_ORGANISATION/OK/OK", "953/0/0", "IN_AREA");
        Person both = held(families.child("on two lists", TWO, ReferenceSets.A), A1);
        families.gp(A1, GpReg.row(both, A1, SINCE)).gp("B80001", GpReg.row(both, "B80001", "2023-01-01"));
        expect("on two lists", "OK/OK/OK", "0/0/0", "IN_AREA");
        Person listed = removed(families.child("listed without PDS", TWO, ReferenceSets.A), "RDR");
        families.gp(A1, GpReg.row(listed, A1, SINCE));
        expect("listed without PDS", "WRONG_ORGANISATION/OK/OK", "40/0/0", "IN_AREA");
        removed(families.child("no practice", TWO, ReferenceSets.A), "RPR");
        expect("no practice", "MISSING/OK/OK", "40/0/0", "IN_AREA");
        removed(families.child("armed forces", TWO, ReferenceSets.A), "AFN");
        expect("armed forces", "NOT_EXPECTED/OK/OK", "/0/0", "IN_AREA");
        removed(families.child("gone away", TWO, ReferenceSets.A), "CGA");
        expect("gone away", "UNKNOWN/UNKNOWN/OK", "//0", "IN_AREA");
        removed(families.child("residential institution", TWO, ReferenceSets.A), "RFI");
        expect("residential institution", "UNKNOWN/OK/OK", "/0/0", "IN_AREA");
        Person pseudo = families.child("pseudo practice", TWO, ReferenceSets.A);
        families.pds(PdsExtract.row(pseudo, "V81997", SINCE, 1))
                .hv("RHA", HvCase.row(pseudo, "RHA", SINCE))
                .chis("RCA", ChisReg.row(pseudo, "RCA", SINCE));
        expect("pseudo practice", "MISSING/OK/OK", "953/0/0", "IN_AREA");
    }

    /** On PDS with this practice, on the caseload and on the register, on no list. */
    private Person held(Person person, String practice) {
        families.pds(PdsExtract.row(person, practice, SINCE, 1))
                .hv("RHA", HvCase.row(person, "RHA", SINCE))
                .chis("RCA", ChisReg.row(person, "RCA", SINCE));
        return person;
    }

    private Person removed(Person person, String reason) {
        families.pds(PdsExtract.removed(person, reason, "2026-10-01", SINCE, 1))
                .hv("RHA", HvCase.row(person, "RHA", SINCE))
                .chis("RCA", ChisReg.row(person, "RCA", SINCE));
        return person;
    }

    /** On PDS and on the list. */
    private Person registered(String name, String born, String postcode) {
        Person person = families.child(name, born, postcode);
        families.pds(PdsExtract.row(person, A1, SINCE, 1)).gp(A1, GpReg.row(person, A1, SINCE));
        return person;
    }

    private void hvFamilies() {
        families.chis("RCA", ChisReg.row(registered("no caseload", TWO, ReferenceSets.A), "RCA", SINCE));
        expect("no caseload", "OK/MISSING/OK", "0/953/0", "IN_AREA");
        Person wrong = registered("wrong caseload", TWO, ReferenceSets.A);
        families.chis("RCA", ChisReg.row(wrong, "RCA", SINCE)).hv("RHB", HvCase.row(wrong, "RHB", SINCE));
        expect("wrong caseload", "OK/WRONG_ORGANISATION/OK", "0/953/0", "IN_AREA");
        Person two = families.settled("two caseloads", TWO);
        families.hv("RHB", HvCase.row(two, "RHB", "2025-01-01"));
        expect("two caseloads", "OK/OVERLAP/OK", "0/0/0", "IN_AREA");
        families.chis("RCA", ChisReg.row(registered("six years old", "2020-03-03", ReferenceSets.A), "RCA", SINCE));
        expect("six years old", "OK/NOT_EXPECTED/OK", "0//0", "IN_AREA");
        Person ended = registered("episode ended", TWO, ReferenceSets.A);
        families.chis("RCA", ChisReg.row(ended, "RCA", SINCE))
                .hv(
                        "RHA",
                        HvCase.row(ended, "RHA", SINCE)
                                .with("EPISODE_STATUS", "F")
                                .with("CASELOAD_END_DATE", "2026-09-01")
                                .with("CASELOAD_END_REASON", "06"));
        expect("episode ended", "OK/MISSING/OK", "0/70/0", "IN_AREA");
        Person baby = families.child("newborn", "2026-10-20", ReferenceSets.A);
        families.pds(PdsExtract.row(baby, A1, "2026-10-20", 1))
                .gp(A1, GpReg.row(baby, A1, "2026-10-22"))
                .chis("RCA", ChisReg.row(baby, "RCA", "2026-10-21"));
        expect("newborn", "OK/MISSING/OK", "0/21/0", "IN_AREA");
        families.settled("left the caseload", TWO);
        expect("left the caseload", "OK/OK/OK", "0/0/0", "IN_AREA");
    }

    private void chisFamilies() {
        families.hv("RHA", HvCase.row(registered("no record", TWO, ReferenceSets.A), "RHA", SINCE));
        expect("no record", "OK/OK/MISSING", "0/0/953", "IN_AREA");
        Person wrong = registered("record elsewhere", TWO, ReferenceSets.A);
        families.hv("RHA", HvCase.row(wrong, "RHA", SINCE)).chis("RCB", ChisReg.row(wrong, "RCB", SINCE));
        expect("record elsewhere", "OK/OK/WRONG_ORGANISATION", "0/0/953", "IN_AREA");
        Person two = families.settled("two records", TWO);
        families.chis("RCB", ChisReg.row(two, "RCB", "2025-01-01"));
        expect("two records", "OK/OK/OVERLAP", "0/0/0", "IN_AREA");
        Person secondary = families.child("secondary record", TWO, ReferenceSets.A);
        families.pds(PdsExtract.row(secondary, "B80001", SINCE, 1))
                .gp("B80001", GpReg.row(secondary, "B80001", SINCE))
                .hv("RHA", HvCase.row(secondary, "RHA", SINCE))
                .chis("RCB", ChisReg.row(secondary, "RCB", SINCE).with("RECORD_STATUS", "20"))
                .chis("RCA", ChisReg.row(secondary, "RCA", SINCE).with("RECORD_STATUS", "25"));
        expect("secondary record", "OK/OK/OK", "0/0/0", "IN_AREA");
        Person closed = registered("record closed", TWO, ReferenceSets.A);
        families.hv("RHA", HvCase.row(closed, "RHA", SINCE))
                .chis("RCA", ChisReg.row(closed, "RCA", "2026-10-31").with("RECORD_STATUS", "80"));
        expect("record closed", "OK/OK/MISSING", "0/0/10", "IN_AREA");
        Person unserved = families.child("registered outside", TWO, ReferenceSets.A);
        families.pds(PdsExtract.row(unserved, "C80001", SINCE, 1)).hv("RHA", HvCase.row(unserved, "RHA", SINCE));
        expect("registered outside", "OK/OK/UNKNOWN", "0/0/", "IN_AREA");
    }

    private void lives() {
        Person dead = families.settled("dead", TWO);
        families.pds().removeIf(row -> row.get("nhs_number").equals(dead.number()));
        families.pds(PdsExtract.removed(dead, "DEA", "2026-10-01", SINCE, 2)
                .with("date_of_death", "20261001")
                .with("death_status", "2"));
        families.without(families.gp(), A1, "dead").without(families.chis(), "RCA", "dead");
        expect("dead", "NOT_EXPECTED/GHOST/NOT_EXPECTED", "//", "DECEASED");
        Person still = families.child("stillborn", "2026-11-08", ReferenceSets.A);
        home.drop(NemsMessage.birth(still, "2026-11-08T12:00:00+00:00", 2));
        expect("stillborn", "NOT_EXPECTED/NOT_EXPECTED/NOT_EXPECTED", "//", "STILLBORN");
        Person born = families.child("live birth", "2026-11-08", ReferenceSets.A);
        home.drop(NemsMessage.birth(born, "2026-11-08T12:00:00+00:00", 1));
        families.chis("RCA", ChisReg.row(born, "RCA", "2026-11-09"));
        expect("live birth", "MISSING/MISSING/OK", "2/2/0", "IN_AREA");
        Person invalid = families.child("invalidated", TWO, ReferenceSets.A);
        families.pds(PdsExtract.row(invalid, A1, SINCE, 1).with("invalid_flag", "true"));
        expect("invalidated", "NOT_EXPECTED/NOT_EXPECTED/NOT_EXPECTED", "//", "INVALIDATED");
        Person gone = families.child("gone to Scotland", TWO, ReferenceSets.A);
        families.pds(PdsExtract.removed(gone, "SCT", "2026-10-01", SINCE, 1)).gp(A1, GpReg.row(gone, A1, SINCE));
        expect("gone to Scotland", "GHOST/NOT_EXPECTED/NOT_EXPECTED", "//", "LEFT_ENGLAND");
        registered("nearly twenty", "2006-11-12", ReferenceSets.A);
        expect("nearly twenty", "OK/NOT_EXPECTED/MISSING", "0//953", "IN_AREA");
        home.drop(NemsMessage.changeOfGp(
                families.child("by an event", TWO, ReferenceSets.A), A1, "2026-11-09T10:00:00+00:00"));
        expected.put("by an event", "UNTRACED");
    }

    private void places() {
        Person outside = registered("lives outside", TWO, ReferenceSets.C);
        families.chis("RCA", ChisReg.row(outside, "RCA", SINCE));
        expect("lives outside", "OK/UNKNOWN/OK", "0//0", "IN_AREA");
        Person stranger = families.child("stranger", TWO, ReferenceSets.C);
        families.pds(PdsExtract.row(stranger, "C80001", SINCE, 1));
        expect("stranger", "NOT_EXPECTED/NOT_EXPECTED/NOT_EXPECTED", "//", "OUT_OF_AREA");
        Person ghost = families.child("moved out, record open", TWO, ReferenceSets.C);
        families.pds(PdsExtract.row(ghost, "C80001", SINCE, 1)).chis("RCA", ChisReg.row(ghost, "RCA", SINCE));
        expect("moved out, record open", "NOT_EXPECTED/NOT_EXPECTED/GHOST", "//", "OUT_OF_AREA");
        Person homeless = families.child("no fixed abode", TWO, "ZZ99 3VZ");
        families.pds(PdsExtract.row(homeless, A1, SINCE, 1))
                .gp(A1, GpReg.row(homeless, A1, SINCE))
                .chis("RCA", ChisReg.row(homeless, "RCA", SINCE));
        expect("no fixed abode", "OK/UNKNOWN/OK", "0//0", "IN_AREA");
        Person hidden = families.child("restricted", TWO, ReferenceSets.A);
        families.pds(PdsExtract.row(hidden.living("ZZZSECUR"), "", SINCE, 1).with("address_line_1", ""))
                .gp(A1, GpReg.row(hidden, A1, SINCE))
                .hv("RHA", HvCase.row(hidden, "RHA", SINCE))
                .chis("RCA", ChisReg.row(hidden, "RCA", SINCE).with("RESTRICTED_INDICATOR", "Y"));
        expect("restricted", "OK/OK/OK", "0/0/0", "IN_AREA");
        Person alone = families.child("restricted, held by nobody", TWO, ReferenceSets.A);
        families.pds(PdsExtract.row(alone.living("ZZZSECUR"), "", SINCE, 1).with("address_line_1", ""));
        expected.put("restricted, held by nobody", "UNKNOWN/UNKNOWN/UNKNOWN");
        Person old = families.child("superseded", TWO, ReferenceSets.A);
        Person survivor = families.settled("survivor", TWO);
        families.pds(PdsExtract.row(old.named(survivor.family(), survivor.given()), A1, SINCE, 1)
                .with("superseded_by_nhs_number", survivor.number()));
        expect("survivor", "OK/OK/OK", "0/0/0", "IN_AREA");
        Person nameless = Person.of("2024-09-09", ReferenceSets.B);
        families.chis(
                "RCB",
                ChisReg.row(nameless, "RCB", SINCE)
                        .with("NHS_NUMBER", "")
                        .with("NHS_NUMBER_STATUS_INDICATOR_CODE", "03"));
    }

    private Map<String, Map<String, String>> cohort(String date) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Map<String, String> row : home.export("cohort", date)) {
            rows.put(families.nameOf(row.get("nhs_number")), row);
        }
        return rows;
    }

    private static String story(Map<String, String> row) {
        return row == null
                ? "no row"
                : states(row) + " " + row.get("days_without_gp") + "/" + row.get("days_without_hv") + "/"
                        + row.get("days_without_chis") + " " + row.get("bucket");
    }

    private static String states(Map<String, String> row) {
        return row.get("gp_state") + "/" + row.get("hv_state") + "/" + row.get("chis_state");
    }

    @Test
    void everyChildStandsWhereTheTextsPutIt() {
        Map<String, String> found = new LinkedHashMap<>();
        expected.forEach((name, story) -> {
            Map<String, String> row = first.get(name);
            found.put(
                    name,
                    row == null
                            ? "no row"
                            : story.equals("UNTRACED")
                                    ? row.get("bucket")
                                    : story.contains(" ") ? story(row) : states(row));
        });
        assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void aRestrictedChildHasNoPlaceInTheExport() {
        for (String name : List.of("restricted", "restricted, held by nobody")) {
            Map<String, String> row = first.get(name);
            assertThat(row.get("restricted")).isEqualTo("Y");
            assertThat(List.of(
                            row.get("resident_la"),
                            row.get("resident_icb"),
                            row.get("registered_practice"),
                            row.get("responsible_la")))
                    .containsOnly("");
        }
    }

    @Test
    void areasComeFromTheReferenceSetsAndPseudoPracticesAreNone() {
        Map<String, String> settled = first.get("settled");
        assertThat(List.of(
                        settled.get("resident_la"),
                        settled.get("resident_icb"),
                        settled.get("registered_practice"),
                        settled.get("responsible_la")))
                .containsExactly("E06800001", "QAA", "A80001", "E06800001");
        assertThat(first.get("lives outside").get("resident_la")).isEqualTo("E10800003");
        assertThat(first.get("lives outside").get("responsible_la")).isEqualTo("E06800001");
        assertThat(first.get("pseudo practice").get("registered_practice")).isEmpty();
    }

    @Test
    void supersededIdentitiesAreNoRowsAndARecordWithoutANumberIsAChildOfItsOwn() {
        assertThat(first).doesNotContainKey("superseded");
        assertThat(first.get("").get("bucket")).isEqualTo("UNTRACED");
        assertThat(first.get("").get("nhs_number")).isEmpty();
    }

    @Test
    void childrenAreConservedOnBothNights() {
        for (String night : List.of(FIRST, SECOND)) {
            var run = home.run(night);
            assertThat(run.get("conservation").get("ok").asBoolean()).isTrue();
            int sum = 0;
            for (var count : run.get("children")) {
                sum += count.asInt();
            }
            assertThat(sum).isEqualTo(night.equals(FIRST) ? first.size() : second.size());
            assertThat(run.get("conservation").get("in").asInt()).isEqualTo(sum);
        }
        assertThat(first.size()).isEqualTo(second.size());
    }

    @Test
    void theSecondNightCountsOn() {
        assertThat(firstExit).as(home.run(FIRST).get("do_now").toString()).isZero();
        assertThat(secondExit).as(home.run(SECOND).get("do_now").toString()).isZero();
        assertThat(story(second.get("left the caseload"))).isEqualTo("OK/MISSING/OK 0/1/0 IN_AREA");
        assertThat(story(second.get("no caseload"))).isEqualTo("OK/MISSING/OK 0/956/0 IN_AREA");
        assertThat(story(second.get("nearly twenty"))).isEqualTo("GHOST/NOT_EXPECTED/NOT_EXPECTED // AGED_OUT");
        assertThat(second.get("by an event").get("bucket")).isEqualTo("IN_AREA");
        assertThat(second.get("left the caseload").get("since_known")).isEqualTo("Y");
    }

    @Test
    void theSameNightAgainChangesNothingAndAnEarlierOneIsRefused() {
        byte[] before = home.exportBytes("cohort", SECOND);
        assertThat(home.nightly(SECOND)).isZero();
        assertThat(home.exportBytes("cohort", SECOND)).isEqualTo(before);
        assertThat(home.nightly("2026-11-12")).isEqualTo(2);
    }
}
