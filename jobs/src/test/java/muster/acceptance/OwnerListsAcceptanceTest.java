package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lists of those who own cases through three nights, a Friday, a Monday and a Tuesday: who gets which row, when a list is
 * whole, and who stands on none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnerListsAcceptanceTest {

    private static final String FRIDAY = "2026-11-13";
    private static final String MONDAY = "2026-11-16";
    private static final String TUESDAY = "2026-11-17";
    private static final List<String> NIGHTS = List.of(FRIDAY, MONDAY, TUESDAY);
    private static final String SINCE = "2024-04-01";
    private static final String A = ReferenceSets.PRACTICE_A;
    private static final String B = ReferenceSets.PRACTICE_B;
    private static final String NUMBER = "NHS number";

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final List<Person> nobody = new ArrayList<>();
    private Installation home;
    private Person left;
    private Person late;
    private Person baby;
    private Person newborn;
    private Person mover;
    private int sequence;

    @BeforeAll
    void threeNights() {
        home = Installation.served(folder);
        home.drop(ReferenceSets.reference(
                "service_commission.csv",
                ReferenceSets.commissions().text() + "MAT,ICB,QAA,RMA,Alder Maternity,2015-04-01,\n"
                        + "MAT,ICB,QBB,RMB,Brack Maternity,2015-04-01,\n"));
        for (int n = 0; n < 10; n++) {
            families.settled("settled " + n, "2020-03-0" + (1 + n % 9));
            inBrackwater("neighbour " + n, "2020-03-03");
        }
        late = families.settled("no dose ever", "2026-07-20");
        left = inBrackwater("listed by the old practice", "2020-04-04");
        families.gp(A, GpReg.row(left, A, SINCE));
        mover = inBrackwater("moved in", "2024-05-05");
        baby = born("baby", "2026-11-06", ReferenceSets.A);
        hidden();
        home.drop(PdsExtract.file("first", families.pds()));
        night(FRIDAY, "--baseline");
        newborn = born("newborn", "2026-11-14", ReferenceSets.A);
        home.drop(NemsMessage.changeOfAddress(mover.living(ReferenceSets.A), "2026-11-14T09:00:00+00:00"));
        died();
        night(MONDAY);
        list(MONDAY, "gp-lists/muster_gp-list_practice-" + A.toLowerCase() + "_" + MONDAY + "_v1.xlsx")
                .into(home, "back from the practice.xlsx");
        night(TUESDAY);
    }

    private Person inBrackwater(String name, String born) {
        Person person = families.child(name, born, ReferenceSets.B);
        families.pds(PdsExtract.row(person, B, SINCE, 1))
                .gp(B, GpReg.row(person, B, SINCE))
                .hv("RHB", HvCase.row(person, "RHB", SINCE))
                .chis("RCB", ChisReg.row(person, "RCB", SINCE));
        return person;
    }

    private Person born(String name, String date, String postcode) {
        Person person = families.child(name, date, postcode);
        home.drop(NemsMessage.birth(person, date + "T10:00:00+00:00", 1));
        families.chis("RCA", ChisReg.row(person, "RCA", date)).hv("RHA", HvCase.row(person, "RHA", date));
        return person;
    }

    /** A restricted child whom the old practice, the caseload and the register all hold, and who owes everything. */
    private void hidden() {
        Person toddler = families.settled("hidden", "2024-05-05");
        families.gp(B, GpReg.row(toddler, B, SINCE));
        Person infant = families.settled("hidden baby", "2026-09-20");
        for (Person person : List.of(toddler, infant)) {
            families.chis().get("RCA").stream()
                    .filter(row -> row.get("NHS_NUMBER").equals(person.number()))
                    .forEach(row -> row.with("RESTRICTED_INDICATOR", "Y"));
            nobody.add(person);
        }
    }

    /** One child is said to have died, one has; both owed contacts and doses, and their numbers were on Friday's lists. */
    private void died() {
        List<Row> rows = new ArrayList<>();
        for (String status : List.of("1", "2")) {
            Person person = families.named("settled " + status);
            rows.add(PdsExtract.row(person, A, SINCE, 2)
                    .with("death_status", status)
                    .with("date_of_death", "20261113"));
        }
        home.drop(PdsExtract.file("second", rows));
    }

    private void night(String date, String... flags) {
        sequence++;
        families.registers(date, sequence).forEach(file -> home.drop(file));
        assertThat(home.nightly(date, flags))
                .as(() -> home.run(date).get("do_now").toString())
                .isIn(0, 3);
    }

    private ReturnedWorkbook list(String night, String name) {
        return ReturnedWorkbook.open(home.outbox(night).resolve(name));
    }

    private ReturnedWorkbook practice(String night, String code) {
        return list(night, "gp-lists/muster_gp-list_practice-" + code.toLowerCase() + "_" + night + "_v1.xlsx");
    }

    private ReturnedWorkbook visitors(String night, String code) {
        return list(night, "hv-lists/muster_hv-list_provider-" + code.toLowerCase() + "_" + night + "_v1.xlsx");
    }

    private ReturnedWorkbook owner(String night, String code) {
        return list(night, "worklists/muster_owner-list_provider-" + code.toLowerCase() + "_" + night + "_v1.xlsx");
    }

    private static String shown(Person person) {
        String number = person.number();
        return number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
    }

    @Test
    void aPracticeIsAskedOfItsOwnCasesAlone() {
        ReturnedWorkbook list = practice(FRIDAY, A).on("Baseline");
        assertThat(list.column(NUMBER)).contains(shown(late), shown(left)).doesNotContain(shown(baby), shown(mover));
        assertThat(list.value(NUMBER, shown(late), "What is due or missing")).contains("6-in-1, first dose");
        assertThat(list.value(NUMBER, shown(late), "Since")).isEqualTo("14/09/2026");
        assertThat(list.value(NUMBER, shown(late), "Invitations recorded")).isEqualTo("None");
        assertThat(list.value(NUMBER, shown(late), "What we ask")).isEqualTo("Invite");
        assertThat(practice(FRIDAY, B).on("Baseline").column(NUMBER)).doesNotContain(shown(late));
    }

    @Test
    void ofAChildWhoLeftAPracticeIsToldNameNumberAndBirthDate() {
        ReturnedWorkbook list = practice(FRIDAY, A).on("Baseline");
        assertThat(list.value(NUMBER, shown(left), "What we ask")).isEqualTo("Has deducted? Where to?");
        assertThat(list.value(NUMBER, shown(left), "Date of birth")).isEqualTo("04/04/2020");
        for (String empty : List.of("What is due or missing", "Since", "Invitations recorded", "Reply")) {
            assertThat(list.value(NUMBER, shown(left), empty)).as(empty).isEmpty();
        }
    }

    @Test
    void theChildHealthServiceKeepsEveryCaseOnItsWorklist() {
        List<String> cases = new ArrayList<>(practice(FRIDAY, A).on("Baseline").column("Case ref"));
        assertThat(cases).isNotEmpty();
        List<String> kept = new ArrayList<>();
        for (String chis : List.of("rca", "rcb")) {
            kept.addAll(list(FRIDAY, "worklists/muster_worklist_chis-" + chis + "_" + FRIDAY + "_v1.xlsx")
                    .on("Baseline")
                    .column("Case ref"));
        }
        assertThat(kept).containsAll(cases);
    }

    @Test
    void healthVisitorsSeeNewBabiesFirstAndWhoMovedIn() {
        ReturnedWorkbook list = visitors(MONDAY, "RHA");
        assertThat(list.column("Contact due"))
                .startsWith(
                        "Birth, notified 13/11/2026\nNew birth visit", "Birth, notified 16/11/2026\nNew birth visit")
                .anyMatch(contact -> contact.equals("Moved in, notified 16/11/2026\n2 to 2½ year review")
                        || contact.startsWith("Moved in, notified 16/11/2026"));
        assertThat(list.column(NUMBER)).startsWith(shown(baby), shown(newborn)).contains(shown(mover));
        assertThat(list.value(NUMBER, shown(newborn), "Due from")).isEqualTo("24/11/2026");
        assertThat(list.value(NUMBER, shown(newborn), "Due by")).isEqualTo("28/11/2026");
        assertThat(list.value(NUMBER, shown(newborn), "Address and postcode")).endsWith("AX1 1AA");
        assertThat(list.value(NUMBER, shown(newborn), "Screening results not seen"))
                .isEqualTo("Blood spot not seen, hearing not seen");
        assertThat(list.value(NUMBER, shown(mover), "What we ask"))
                .isEqualTo("Add to the caseload, or say who has the child");
        assertThat(visitors(MONDAY, "RHB").column(NUMBER)).doesNotContain(shown(baby), shown(newborn));
    }

    @Test
    void maternityIsAskedForTheSampleAndToldNoAddress() {
        ReturnedWorkbook list = owner(MONDAY, "RMA");
        assertThat(list.column(NUMBER)).contains(shown(baby));
        assertThat(list.value(NUMBER, shown(baby), "Why, and what we ask"))
                .endsWith("Take the sample now, or send what is known of it.");
        assertThat(list.headers()).doesNotContain("Address and postcode", "GP practice");
        assertThat(Places.text(
                        home.outbox(MONDAY).resolve("worklists/muster_owner-list_provider-rma_" + MONDAY + "_v1.xlsx")))
                .doesNotContain(baby.line(), "AX1 1AA");
    }

    @Test
    void anEmptyListIsSentAllTheSame() {
        assertThat(owner(MONDAY, "RMB").column(NUMBER)).isEmpty();
        assertThat(owner(MONDAY, "RMB").textBelowHeaders()).isEqualTo("No children on your list this week");
        assertThat(visitors(TUESDAY, "RHB").textBelowHeaders()).startsWith("No young babies on your list today.");
    }

    @Test
    void aListIsWholeOnceAWeekAndTheYoungestBabiesComeEveryNight() {
        assertThat(home.outbox(TUESDAY).resolve("gp-lists")).doesNotExist();
        assertThat(Places.files(home.outbox(TUESDAY).resolve("worklists")))
                .noneMatch(file -> file.getFileName().toString().contains("owner-list"));
        assertThat(visitors(TUESDAY, "RHA").column(NUMBER)).containsExactly(shown(baby), shown(newborn));
    }

    @Test
    void whoIsRestrictedDeadOrSaidToBeDeadIsOnNoListForOthers() throws Exception {
        assertThat(practice(FRIDAY, A).on("Baseline").column(NUMBER))
                .as("owed something while alive")
                .contains(shown(families.named("settled 1")), shown(families.named("settled 2")));
        for (String night : NIGHTS) {
            List<Person> unnamed = new ArrayList<>(nobody);
            if (!night.equals(FRIDAY)) {
                unnamed.add(families.named("settled 1"));
                unnamed.add(families.named("settled 2"));
            }
            for (Path file : forOthers(night)) {
                String text = Places.text(file);
                for (Person person : unnamed) {
                    assertThat(text)
                            .as(file.getFileName().toString())
                            .doesNotContain(
                                    person.number(),
                                    shown(person),
                                    person.family().toUpperCase());
                }
            }
        }
    }

    private List<Path> forOthers(String night) throws Exception {
        try (Stream<Path> files = Files.walk(home.outbox(night))) {
            List<Path> lists = files.filter(file -> file.toString().endsWith(".xlsx"))
                    .filter(file -> file.toString().contains("_gp-list_")
                            || file.toString().contains("_hv-list_")
                            || file.toString().contains("_owner-list_"))
                    .toList();
            assertThat(lists).isNotEmpty();
            return lists;
        }
    }

    @Test
    void theManifestNamesOneReaderForEachList() {
        JsonNode files = home.json(MONDAY, "manifest.json").get("files");
        assertThat(StreamSupport.stream(files.spliterator(), false)
                        .filter(file -> file.get("name").asText().contains("-list_"))
                        .map(file -> file.get("name").asText().replaceAll(".*_(..*-list)_.*", "$1") + " "
                                + file.get("audience").asText() + " "
                                + file.get("recipient").asText() + " "
                                + file.get("tier").asText() + " "
                                + file.get("marking").asText()))
                .containsExactlyInAnyOrder(
                        "gp-list GP " + A + " T1 OFFICIAL-SENSITIVE",
                        "gp-list GP " + B + " T1 OFFICIAL-SENSITIVE",
                        "hv-list DIRECT_CARE RHA T1 OFFICIAL-SENSITIVE",
                        "hv-list DIRECT_CARE RHB T1 OFFICIAL-SENSITIVE",
                        "owner-list DIRECT_CARE RMA T1 OFFICIAL-SENSITIVE",
                        "owner-list DIRECT_CARE RMB T1 OFFICIAL-SENSITIVE");
    }

    @Test
    void aReturnedListIsKnownForWhatItIsAndWaits() {
        assertThat(home.home().resolve("inbox/worked/back from the practice.xlsx"))
                .exists();
        assertThat(Places.files(home.outbox(TUESDAY).resolve("returns")))
                .anySatisfy(file -> assertThat(Places.text(file)).contains("gp-list", "LIST_NOT_READ"));
    }
}
