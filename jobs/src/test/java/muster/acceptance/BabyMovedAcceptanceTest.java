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

/**
 * The published incident replayed: a baby who moved on day 5, the day of the heel prick, was found untested on day 12.
 * Here the baby is on the list of a named owner on day 8, of the area the baby lives in now.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BabyMovedAcceptanceTest {

    private static final String BORN = "2026-11-05";
    private static final String DAY_1 = "2026-11-06";
    private static final String DAY_5 = "2026-11-10";
    private static final String DAY_7 = "2026-11-12";
    private static final String DAY_8 = "2026-11-13";
    private static final String DAY_12 = "2026-11-17";
    private static final List<String> NIGHTS = List.of(DAY_1, DAY_5, DAY_7, DAY_8, DAY_12);

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final Map<String, String> moved = new LinkedHashMap<>();
    private final Map<String, String> tested = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> cases = new LinkedHashMap<>();
    private Installation home;
    private Person baby;
    private int sequence;

    @BeforeAll
    void theNightsOfTheIncident() {
        home = Installation.served(folder);
        home.drop(ReferenceSets.reference(
                "service_commission.csv",
                ReferenceSets.commissions().text() + "MAT,ICB,QAA,RMA,Alder Maternity,2015-04-01,\n"
                        + "MAT,ICB,QBB,RMB,Brack Maternity,2015-04-01,\n"));
        background();
        baby = born("moved");
        Person other = born("moved and tested");
        night(DAY_1, "--baseline");
        for (Person each : List.of(baby, other)) {
            home.drop(NemsMessage.changeOfAddress(each.living(ReferenceSets.B), DAY_5 + "T09:00:00+00:00"));
        }
        night(DAY_5);
        home.drop(
                Results.spots("2026-11-12", 1, List.of(Results.spot(other, DAY_5, "2026-11-12", "2026-11-12", "01"))));
        night(DAY_7);
        night(DAY_8);
        home.drop(Results.spots(DAY_12, 2, List.of(Results.spot(baby, "2026-11-14", DAY_12, DAY_12, "01"))));
        night(DAY_12);
    }

    /** Both services have a history from the first night. */
    private void background() {
        for (int n = 0; n < 10; n++) {
            families.settled("settled " + n, "2024-03-0" + (1 + n % 9));
            Person person = families.child("neighbour " + n, "2024-03-03", ReferenceSets.B);
            families.pds(PdsExtract.row(person, "B80001", "2024-04-01", 1))
                    .gp("B80001", GpReg.row(person, "B80001", "2024-04-01"))
                    .hv("RHB", HvCase.row(person, "RHB", "2024-04-01"))
                    .chis("RCB", ChisReg.row(person, "RCB", "2024-04-01"));
        }
        home.drop(PdsExtract.file("first", families.pds()));
    }

    /** Notified in Aldermere and on its registers; Brackwater hears nothing but the change of address. */
    private Person born(String name) {
        Person person = families.child(name, BORN, ReferenceSets.A);
        home.drop(NemsMessage.birth(person, BORN + "T10:00:00+00:00", 1));
        families.chis("RCA", ChisReg.row(person, "RCA", DAY_1)).hv("RHA", HvCase.row(person, "RHA", DAY_1));
        return person;
    }

    private void night(String date, String... flags) {
        sequence++;
        families.registers(date, sequence).forEach(file -> home.drop(file));
        assertThat(home.nightly(date, flags))
                .as(() -> home.run(date).get("do_now").toString())
                .isIn(0, 3);
        moved.put(date, "none");
        tested.put(date, "none");
        for (Map<String, String> row : home.export("exceptions", date)) {
            if (row.get("type_code").equals("FS-401")) {
                String name = families.nameOf(row.get("nhs_number"));
                (name.equals("moved") ? moved : tested).put(date, row.get("state") + " " + row.get("severity"));
                cases.put(date + " " + name, row);
            }
        }
    }

    @Test
    void theUntestedBabyIsFoundOnDay8NotOnDay12() {
        assertThat(NIGHTS.stream().map(moved::get)).containsExactly("none", "none", "none", "OPEN 2", "CLOSED 2");
    }

    @Test
    void theCaseNamesItsOwnerWhereTheBabyLivesNow() {
        Map<String, String> row = cases.get(DAY_8 + " moved");
        assertThat(List.of(
                        row.get("item_code"),
                        row.get("owner_role"),
                        row.get("owner_organisation"),
                        row.get("raised_date"),
                        row.get("action_by_date")))
                .as("one working day from a Friday")
                .containsExactly("SCR-NBS", "MATERNITY", "RMB", DAY_8, "2026-11-16");
    }

    @Test
    void theBabyStandsOnTheListOfTheNewAreasServiceThatMorning() {
        String list = worklist("rcb", DAY_8).replace(" ", "");
        assertThat(list).contains(baby.number()).contains("Nobloodspotsampleisknown;itwasdueon10November2026.");
        assertThat(worklist("rca", DAY_8).replace(" ", "")).doesNotContain("Nobloodspotsampleisknown");
        assertThat(worklist("rcb", DAY_7).replace(" ", "")).doesNotContain("Nobloodspotsampleisknown");
    }

    @Test
    void theSampleClosesTheCaseAndABabyTestedInTimeNeverHadOne() {
        assertThat(cases.get(DAY_12 + " moved").get("closure_reason")).isEqualTo("RESOLVED_BY_EVENT");
        assertThat(NIGHTS.stream().map(tested::get)).containsOnly("none");
    }

    private String worklist(String chis, String night) {
        StringBuilder text = new StringBuilder();
        Places.files(home.outbox(night).resolve("worklists")).stream()
                .filter(file -> file.toString().contains("muster_worklist_chis-" + chis))
                .forEach(file -> text.append(Places.text(file)));
        return text.toString();
    }
}
