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

/**
 * The feeds of events: contacts, event history, blood spot, hearing and physical examination. Good rows, warned ones,
 * each refused reason, repeats, updates, deletes, and rows of nobody; then what is told of the child.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventFeedsAcceptanceTest {

    private static final String FIRST = "2026-11-16";
    private static final String SECOND = "2026-11-17";
    private static final String THIRD = "2026-11-18";
    private static final String BORN = "2026-10-20";

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final Map<String, Dropped> files = new LinkedHashMap<>();
    private final Map<String, List<String>> expected = new LinkedHashMap<>();
    private Installation home;
    private Person baby;
    private Person hidden;
    private final Person late = Person.of(BORN, ReferenceSets.A);
    private IntakeLedger first;
    private IntakeLedger second;
    private IntakeLedger third;
    private String told;
    private String toldBefore;

    @BeforeAll
    void threeNights() {
        home = Installation.served(folder);
        baby = families.settled("baby", BORN);
        hidden = families.settled("restricted", BORN);
        families.chis().get("RCA").get(1).with("RESTRICTED_INDICATOR", "Y");
        home.drop(PdsExtract.file("first", families.pds()));
        families.registers(FIRST, 1).forEach(file -> home.drop(file));
        List<Row> history = firstNight();
        home.nightly(FIRST, "--baseline");
        first = IntakeLedger.of(home, FIRST);
        toldBefore = told(baby);
        secondNight();
        home.nightly(SECOND);
        second = IntakeLedger.of(home, SECOND);
        told = told(baby);
        thirdNight(history);
        home.nightly(THIRD);
        third = IntakeLedger.of(home, THIRD);
    }

    private Row kept;
    private Row changed;
    private Row withdrawn;

    private List<Row> firstNight() {
        kept = HvCont.seen(baby, "RHA", "08", "2026-10-31");
        changed = HvCont.seen(baby, "RHA", "8", "2026-11-02");
        withdrawn = HvCont.seen(baby, "RHA", "36", "2026-11-03");
        drop(
                "contacts 1",
                HvCont.delta(
                        "RHA",
                        FIRST,
                        1,
                        List.of(kept, changed, withdrawn, HvCont.seen(hidden, "RHA", "08", "2026-10-30"))));
        List<Row> history = history();
        drop("history 1", ChisEvt.file("RCA", FIRST, 1, 'F', history));
        return history;
    }

    private void drop(String name, Dropped file) {
        files.put(name, file);
        home.drop(file);
    }

    private List<Row> history() {
        return new ArrayList<>(List.of(
                ChisEvt.of(baby, "RCA", "VACC", "42284007", "2026-10-22", ""),
                ChisEvt.of(baby, "RCA", "HVRV", "9", "2026-11-12", "").with("NHS_NUMBER", ""),
                ChisEvt.of(baby, "RCA", "NBSS", "PKU", "2026-10-25", "04"),
                ChisEvt.of(baby, "RCA", "NIPE", "NIPE-NB", "2026-10-21", "PASS"),
                ChisEvt.of(baby, "RCA", "NHSP", "NHSP", "2026-10-23", "REFER"),
                ChisEvt.of(baby, "RCA", "FEED", "", "2026-11-12", "")));
    }

    private void secondNight() {
        secondContacts();
        secondHistory();
        spots();
        hearings();
        physicals();
    }

    private void expectLine(String file, String outcome) {
        expected.computeIfAbsent(file, name -> new ArrayList<>()).add(outcome);
    }

    /** Adds a row and what must become of it; null where it is simply applied. */
    private void line(String file, List<Row> rows, Row row, String outcome) {
        rows.add(row);
        expectLine(file, outcome);
    }

    private Row contact() {
        return HvCont.seen(baby, "RHA", "08", "2026-11-10");
    }

    private void secondContacts() {
        String file = "contacts 2";
        List<Row> rows = new ArrayList<>();
        line(file, rows, contact().with("BREASTFEEDING_STATUS", "01").with("PERSON_SCORE", "50"), null);
        line(file, rows, kept, "NO CHANGE");
        line(file, rows, changed.with("RECORD_ACTION", "U").with("CARE_CONTACT_DATE", "2026-11-04"), null);
        line(file, rows, withdrawn.with("RECORD_ACTION", "D"), null);
        line(file, rows, contact().with("RECORD_ACTION", "U"), "APPLIED_WITH_WARNING UNKNOWN_KEY");
        line(file, rows, contact().with("RECORD_ACTION", "D"), "REJECTED UNKNOWN_KEY");
        Person stranger = Person.of(BORN, ReferenceSets.A);
        line(file, rows, HvCont.seen(stranger, "RHA", "08", "2026-11-10"), "APPLIED_WITH_WARNING NOT_LINKED");
        Row unheard = HvCont.seen(late, "RHA", "08", "2026-11-10").with("NHS_NUMBER", "");
        line(file, rows, unheard, "APPLIED_WITH_WARNING NOT_LINKED");
        line(file, rows, contact().with("NHS_NUMBER", ""), null);
        line(file, rows, contact().with("NHS_NUMBER", "").with("SERVICE_REQUEST_IDENTIFIER", ""), null);
        line(
                file,
                rows,
                contact().with("PERSON_BIRTH_DATE", "2024-03-05").with("SERVICE_REQUEST_IDENTIFIER", "UNHEARD"),
                "APPLIED_WITH_WARNING DOB_DISAGREES;NOT_LINKED");
        line(file, rows, contact().with("ATTENDANCE_STATUS", ""), "APPLIED_WITH_WARNING MANDATORY_MISSING");
        line(file, rows, contact().with("CARE_CONTACT_DATE", "2026-12-01"), "REJECTED DATE_FUTURE");
        line(file, rows, contact().with("CARE_CONTACT_DATE", "2026-12-01").with("ATTENDANCE_STATUS", "0"), null);
        line(
                file,
                rows,
                contact()
                        .with("CARE_CONTACT_DATE", "")
                        .with("INVITATION_DATE", "2026-11-09")
                        .with("ATTENDANCE_STATUS", "0"),
                null);
        line(file, rows, contact().with("CARE_CONTACT_DATE", ""), "REJECTED MANDATORY_MISSING");
        line(file, rows, contact().with("COMMUNITY_CARE_ACTIVITY_TYPE", "77"), "REJECTED UNKNOWN_CODE");
        line(file, rows, contact().with("CONSULTATION_MECHANISM", "77"), "REJECTED UNKNOWN_CODE");
        line(file, rows, contact().with("NHS_NUMBER", Nhs.broken(baby.number())), "REJECTED NHS_CHECK_DIGIT");
        line(file, rows, contact().with("CARE_CONTACT_DATE", "2026-09-01"), "REJECTED DATE_ORDER");
        line(
                file,
                rows,
                contact().with("CARE_CONTACT_DATE", "2026-09-01").with("COMMUNITY_CARE_ACTIVITY_TYPE", "AN"),
                null);
        line(file, rows, contact().with("PERSON_BIRTH_DATE", ""), "REJECTED DOB_MISSING");
        line(file, rows, contact().with("CARE_CONTACT_IDENTIFIER", ""), "REJECTED MANDATORY_MISSING");
        line(file, rows, contact().with("CARE_CONTACT_DATE", "10/11/2026"), "REJECTED DATE_FORMAT");
        line(file, rows, contact().with("RECORD_ACTION", "F"), "REJECTED UNKNOWN_CODE");
        Row twice = contact();
        line(file, rows, twice, null);
        line(file, rows, twice, "DUPLICATE");
        line(
                file,
                rows,
                contact()
                        .with("CARE_CONTACT_IDENTIFIER", twice.get("CARE_CONTACT_IDENTIFIER"))
                        .with("PERSON_WEIGHT", "4.125"),
                "REJECTED DUPLICATE_KEY");
        drop(file, HvCont.delta("RHA", SECOND, 2, rows));
    }

    private Row event(String kind, String code, String outcome) {
        return ChisEvt.of(baby, "RCA", kind, code, "2026-11-13", outcome).with("RECORD_ACTION", "A");
    }

    private void secondHistory() {
        String file = "history 2";
        List<Row> rows = new ArrayList<>();
        line(file, rows, event("VACC", "HEXA", ""), null);
        line(file, rows, event("VACC", "MMR", "DECL"), null);
        line(file, rows, event("VACC", "65d1.", "").with("EVENT_CODE_SCHEME", "READ2"), "REJECTED UNKNOWN_CODE");
        line(file, rows, event("HVRV", "77", ""), "REJECTED UNKNOWN_CODE");
        line(file, rows, event("NBSS", "SCD", "0399"), "APPLIED_WITH_WARNING RESULT_UNMAPPED");
        line(file, rows, event("NBSS", "PKU", "GOOD"), "REJECTED UNKNOWN_CODE");
        line(file, rows, event("NBSS", "PKU", ""), "REJECTED MANDATORY_MISSING");
        line(file, rows, event("NHSP", "NHSP", "MAYBE"), "APPLIED_WITH_WARNING RESULT_UNMAPPED");
        line(file, rows, event("XXXX", "1", ""), "REJECTED UNKNOWN_CODE");
        line(file, rows, event("VACC", "HEXA", "").with("EVENT_DATE", "2026-11-30"), "REJECTED DATE_FUTURE");
        line(file, rows, event("VACC", "HEXA", "").with("EVENT_DATE", "2026-09-30"), "REJECTED DATE_ORDER");
        line(file, rows, event("HVRV", "AN", "").with("EVENT_DATE", "2026-09-30"), null);
        line(
                file,
                rows,
                event("FEED", "", "").with("NHS_NUMBER", "").with(ChisEvt.LOCAL, ""),
                "REJECTED MANDATORY_MISSING");
        line(
                file,
                rows,
                event("FEED", "", "").with("NHS_NUMBER", "").with(ChisEvt.LOCAL, "NOBODY"),
                "APPLIED_WITH_WARNING NOT_LINKED");
        line(file, rows, event("FEED", "", "").with("RECORD_ACTION", "D"), "REJECTED UNKNOWN_KEY");
        drop(file, ChisEvt.file("RCA", SECOND, 2, 'D', rows));
    }

    private Row spot(String status) {
        return Results.spot(baby, "2026-10-25", "2026-10-27", "2026-11-02", status);
    }

    private void spots() {
        String file = "spots";
        List<Row> rows = new ArrayList<>();
        line(file, rows, spot("04").with("STATUS_CF", "0317").with("STATUS_SCID", "01"), null);
        line(file, rows, spot("4"), null);
        line(file, rows, spot("0399"), "APPLIED_WITH_WARNING RESULT_UNMAPPED");
        line(file, rows, spot("04").with("STATUS_PKU", "05"), "APPLIED_WITH_WARNING RESULT_UNMAPPED");
        line(file, rows, spot("XX"), "REJECTED UNKNOWN_CODE");
        line(file, rows, spot(""), "REJECTED MANDATORY_MISSING");
        line(file, rows, spot("04").with("NHS_NUMBER", ""), "REJECTED MANDATORY_MISSING");
        line(file, rows, spot("04").with("NHS_NUMBER", Nhs.broken(baby.number())), "REJECTED NHS_CHECK_DIGIT");
        line(file, rows, spot("04").with("SAMPLE_RECEIVED_DATE", "2026-10-24"), "REJECTED DATE_ORDER");
        line(file, rows, spot("04").with("RESULT_DATE", "2026-11-30"), "REJECTED DATE_FUTURE");
        line(file, rows, spot("04").with("PERSON_BIRTH_DATE", ""), "REJECTED DOB_MISSING");
        line(file, rows, spot("04").with("PERSON_BIRTH_DATE", "2026-10-21"), null);
        Person stranger = Person.of(BORN, ReferenceSets.A);
        Row unknown = Results.spot(stranger, "2026-10-25", "2026-10-27", "2026-11-02", "04");
        line(file, rows, unknown, "APPLIED_WITH_WARNING NOT_LINKED");
        Row again = spot("03");
        line(file, rows, again, null);
        Row repeat = spot("04").with(Results.SAMPLE, again.get(Results.SAMPLE)).with("SAMPLE_SEQUENCE", "2");
        line(file, rows, repeat, null);
        Row other = spot("04").with(Results.SAMPLE, again.get(Results.SAMPLE));
        line(file, rows, other, "REJECTED DUPLICATE_KEY");
        drop(file, Results.spots(SECOND, 1, rows));
    }

    private void hearings() {
        String file = "hearings";
        List<Row> rows = new ArrayList<>();
        line(file, rows, Results.hearing(baby, "2026-10-28"), null);
        Row oneEar =
                Results.hearing(baby, "2026-10-29").with("RIGHT_OUTCOME", "").with("SUMMARY_OUTCOME", "");
        line(file, rows, oneEar.with("LEFT_OUTCOME", "1085461000000100"), null);
        Row wrongEar = Results.hearing(baby, "2026-10-29").with("LEFT_OUTCOME", "1085451000000103");
        line(file, rows, wrongEar, "APPLIED_WITH_WARNING RESULT_UNMAPPED");
        Row none = Results.hearing(baby, "2026-10-29").with("LEFT_OUTCOME", "").with("RIGHT_OUTCOME", "");
        line(file, rows, none.with("SUMMARY_OUTCOME", ""), "REJECTED MANDATORY_MISSING");
        Row early = Results.hearing(baby, "2026-10-19");
        line(file, rows, early, "REJECTED DATE_ORDER");
        Row bad = Results.hearing(baby, "2026-10-29").with("NHS_NUMBER", Nhs.broken(baby.number()));
        line(file, rows, bad, "REJECTED NHS_CHECK_DIGIT");
        drop(file, Results.hearings(SECOND, 1, rows));
    }

    private void physicals() {
        String file = "physicals";
        List<Row> rows = new ArrayList<>();
        line(file, rows, Results.physical(baby, "2026-10-22"), null);
        line(file, rows, Results.physical(baby, "2026-11-10").with("HIPS", "988331000000100"), null);
        Row foreign = Results.physical(baby, "2026-11-10").with("EYES", "985701000000100");
        line(file, rows, foreign, "APPLIED_WITH_WARNING RESULT_UNMAPPED");
        Row future = Results.physical(baby, "2026-11-30");
        line(file, rows, future, "REJECTED DATE_FUTURE");
        Row unsure = Results.physical(baby, "2026-11-10").with("BCG_ELIGIBLE", "PERHAPS");
        line(file, rows, unsure, "REJECTED UNKNOWN_CODE");
        drop(file, Results.physicals(SECOND, 1, rows));
    }

    /** A full history in which one event is no longer held and another's line is broken. */
    private void thirdNight(List<Row> history) {
        history.remove(3);
        history.get(0).with("EVENT_CODE", "999999999");
        drop("history 3", ChisEvt.file("RCA", THIRD, 3, 'F', history));
        home.drop(PdsExtract.file("third", List.of(PdsExtract.row(late, ReferenceSets.PRACTICE_A, "2026-10-25", 1))));
        families.hv("RHA", HvCase.row(late, "RHA", "2026-10-25"));
        home.drop(HvCase.full("RHA", THIRD, 2, families.hv().get("RHA")));
        drop("contacts again", HvCont.delta("RHA", THIRD, 3, List.of(kept)));
    }

    private String told(Person person) {
        return home.said("explain", "--nhs-number", person.number());
    }

    private void check(String name) {
        Dropped file = files.get(name);
        List<String> found = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        List<String> outcomes = expected.get(name);
        for (int i = 0; i < outcomes.size(); i++) {
            String outcome = second.line(file, i + 2);
            found.add((i + 2) + " " + outcome);
            // Unchanged rows stand together in one row without a line.
            wanted.add((i + 2) + " " + ("NO CHANGE".equals(outcomes.get(i)) ? null : outcomes.get(i)));
        }
        assertThat(found).containsExactlyElementsOf(wanted);
        assertThat(second.count(file, "READ")).isEqualTo(outcomes.size());
        assertThat(second.count(file, "NO_CHANGE"))
                .isEqualTo(outcomes.stream().filter("NO CHANGE"::equals).count());
    }

    @Test
    void theFirstNightTakesAllOfIt() {
        assertThat(first.count(files.get("contacts 1"), "APPLIED")).isEqualTo(4);
        assertThat(first.count(files.get("history 1"), "APPLIED")).isEqualTo(6);
    }

    @Test
    void contacts() {
        check("contacts 2");
    }

    @Test
    void eventHistory() {
        check("history 2");
    }

    @Test
    void bloodSpots() {
        check("spots");
    }

    @Test
    void hearingScreens() {
        check("hearings");
    }

    @Test
    void physicalExaminations() {
        check("physicals");
    }

    @Test
    void whatWasDoneIsToldInPlainWords() {
        assertThat(toldBefore)
                .contains("2026-10-31  New birth visit: Done (seen, on time), face to face, at RHA, told by hv-contact")
                .contains("2026-11-02  New birth visit")
                .contains("2026-11-03  3 to 6 month contact")
                .contains("2026-11-12  6 to 8 week review: Done, at A80001, told by chis-event, filed by its source")
                .contains("2026-10-25  Blood spot, Phenylketonuria: Not suspected, at A80001, told by chis-event")
                .contains("2026-10-21  Newborn physical examination, summary: No concern found")
                .contains("2026-10-22  Vaccination, BCG: Done")
                .contains("2026-10-22 BCG (transcribed), BCG: dose 1")
                .contains("Evidence from hv-contact, told by who did it.");
        assertThat(told)
                .contains("2026-11-04  New birth visit")
                .doesNotContain("2026-11-02  New birth visit")
                .doesNotContain("2026-11-03  3 to 6 month contact")
                .contains("2026-12-01  New birth visit: Appointment made (still to come)")
                .contains(
                        "no date  New birth visit: Appointment made (still to come), face to face, offered 2026-11-09")
                .contains("(HV-NBV): offer 1 on 2026-11-09, to be held: face to face, by RHA.")
                .contains("2026-11-10  Infant feeding: 01")
                .contains("2026-10-25  Blood spot, Cystic fibrosis: Cystic fibrosis: inconclusive, result 2026-11-02")
                .contains("2026-10-25  Blood spot, Phenylketonuria: Another sample is needed")
                .contains("2026-10-28  Newborn hearing, summary: Screen complete: clear response, no follow-up")
                .contains("2026-11-10  Infant physical examination at six to eight weeks, hips: Left side suspected")
                .contains("2026-11-13  Vaccination, MMR: Declined")
                .doesNotContain("2024-03-05");
    }

    @Test
    void aFullHistoryTakesOutWhatItNoLongerHoldsButNotWhatItsBadLinesName() {
        assertThat(third.line(files.get("history 3"), 2)).isEqualTo("REJECTED UNKNOWN_CODE");
        assertThat(third.count(files.get("history 3"), "NO_CHANGE")).isEqualTo(4);
        assertThat(told(baby))
                .contains("2026-10-22  Vaccination, BCG: Done")
                .doesNotContain("2026-10-21  Newborn physical examination, summary")
                .doesNotContain("2026-11-13  Vaccination, MMR: Declined");
    }

    @Test
    void theSameRowAgainChangesNothing() {
        assertThat(third.count(files.get("contacts again"), "NO_CHANGE")).isEqualTo(1);
    }

    @Test
    void whoStandsWhereIsUntouchedByEventsOfNobody() {
        assertThat(home.export("cohort", SECOND)).hasSize(2);
        assertThat(home.export("links", SECOND)).hasSize(6);
    }

    @Test
    void aContactThatCameBeforeItsEpisodeJoinsTheChildWhenTheEpisodeComes() {
        assertThat(told(late)).contains("2026-11-10  New birth visit: Done", "told by hv-contact, filed by its source");
    }

    @Test
    void whereARestrictedChildWasSeenIsNotTold() {
        assertThat(told(hidden))
                .contains("2026-10-30  New birth visit: Done (seen, on time), face to face, told by hv-contact")
                .doesNotContain("RHA");
    }
}
