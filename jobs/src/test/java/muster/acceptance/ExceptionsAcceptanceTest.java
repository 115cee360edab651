package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One child for each type of exception, through the life of its case: raised, kept, closed on evidence, raised again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExceptionsAcceptanceTest {

    private static final String BASELINE = "2026-11-10";
    private static final String RAISED = "2026-11-11";
    private static final String KEPT = "2026-11-12";
    private static final String MENDED = "2026-11-13";
    private static final String AGAIN = "2026-11-19";
    private static final List<String> NIGHTS = List.of(BASELINE, RAISED, KEPT, MENDED, AGAIN);
    private static final String A1 = ReferenceSets.PRACTICE_A;
    private static final String TWO = "2024-03-03";
    private static final String SINCE = "2024-04-01";
    private static final String SECRET_POSTCODE = "AX1 9QQ";
    private static final String SECRET_LINE = "77 Hidden Fold";
    private static final String SECRET_SCHOOL = "654321";

    @TempDir
    private static Path folder;

    private final Families families = new Families();
    private final Map<String, Map<String, Map<String, String>>> nights = new LinkedHashMap<>();
    private final Map<String, Integer> exits = new HashMap<>();
    private Installation home;
    private Person survivor;

    @BeforeAll
    void fiveNights() {
        home = Installation.served(folder);
        Dropped postcodes = ReferenceSets.postcodes();
        String line = postcodes.text().lines().skip(1).findFirst().orElseThrow();
        home.drop(postcodes.tampered((postcodes.text()
                        + line.replace("AX11AA", "AX19QQ")
                                .replace("AX1  1AA", "AX1  9QQ")
                                .replace("AX1 1AA", SECRET_POSTCODE)
                        + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        baseline();
        raised();
        night(KEPT, 3);
        mended();
        again();
    }

    private void night(String date, int sequence) {
        families.registers(date, sequence).forEach(file -> home.drop(file));
        exits.put(date, sequence == 1 ? home.nightly(date, "--baseline") : home.nightly(date));
        Map<String, Map<String, String>> cases = new TreeMap<>();
        for (Map<String, String> row : home.export("exceptions", date)) {
            // Nobody here has any care on record: what the pathway raises of that is another matter.
            if (!row.get("item_code").isEmpty()) {
                continue;
            }
            String child = row.get("nhs_number").isEmpty() ? "" : families.nameOf(row.get("nhs_number")) + " ";
            String key = child + row.get("type_code");
            while (cases.containsKey(key)) {
                key += "+";
            }
            cases.put(key, row);
        }
        nights.put(date, cases);
    }

    private void baseline() {
        for (int n = 0; n < 30; n++) {
            families.settled("background " + n, "2023-0" + (1 + n % 9) + "-11");
        }
        for (String name : List.of(
                "no practice",
                "no visitor",
                "moved",
                "no record",
                "two visitors",
                "on another list",
                "merged",
                "number lent",
                "dead",
                "dead with a case",
                "thought dead")) {
            families.settled(name, TWO);
        }
        survivor = Person.of(TWO, ReferenceSets.A);
        inBrackwater();
        for (String name : List.of("dead with a case", "thought dead")) {
            families.without(families.hv(), "RHA", name);
        }
        Person hidden = new Person(Nhs.next(), "Veiled", "Una", TWO, SECRET_POSTCODE, SECRET_LINE);
        families.child("holder of nothing", TWO, ReferenceSets.A);
        remember("hidden", hidden);
        remember(
                "hidden, without record",
                new Person(Nhs.next(), "Veiled", "Duo", "2023-05-05", SECRET_POSTCODE, SECRET_LINE));
        for (String name : List.of("hidden", "hidden, without record")) {
            Person person = families.named(name);
            families.pds(PdsExtract.row(person, A1, SINCE, 1).with("home_telephone_number", "01632 960777"))
                    .gp(A1, GpReg.row(person, A1, SINCE))
                    .hv("RHA", HvCase.row(person, "RHA", SINCE));
        }
        families.chis("RCA", ChisReg.row(hidden, "RCA", SINCE).with("SCHOOL_URN", SECRET_SCHOOL));
        home.drop(PdsExtract.file("first", families.pds()));
        night(BASELINE, 1);
    }

    /** The two senders of Brackwater have a history from the first night. */
    private void inBrackwater() {
        for (int n = 0; n < 12; n++) {
            Person person = families.child("neighbour " + n, TWO, ReferenceSets.B);
            families.pds(PdsExtract.row(person, "B80001", SINCE, 1))
                    .gp("B80001", GpReg.row(person, "B80001", SINCE))
                    .hv("RHB", HvCase.row(person, "RHB", SINCE))
                    .chis("RCB", ChisReg.row(person, "RCB", SINCE));
        }
    }

    private void remember(String name, Person person) {
        families.remember(name, person);
    }

    private void raised() {
        Map<String, Row> changed = new LinkedHashMap<>();
        families.without(families.gp(), A1, "no practice")
                .without(families.hv(), "RHA", "no visitor")
                .without(families.chis(), "RCA", "no record");
        changed.put("no practice", PdsExtract.removed(families.named("no practice"), "RPR", "2026-10-01", SINCE, 2));
        home.drop(NemsMessage.changeOfAddress(
                families.named("moved").living(ReferenceSets.B), "2026-11-10T09:00:00+00:00"));
        families.hv("RHB", HvCase.row(families.named("two visitors"), "RHB", "2026-11-01"));
        families.gp("B80001", GpReg.row(families.named("on another list"), "B80001", "2026-10-01"));
        Person merged = families.named("merged");
        changed.put("merged", PdsExtract.row(merged, A1, SINCE, 2).with("superseded_by_nhs_number", survivor.number()));
        changed.put("survivor", PdsExtract.row(merged.bearing(survivor.number()), A1, SINCE, 1));
        Person stranger = Person.of("2021-08-19", ReferenceSets.A);
        families.hv(
                "RHB",
                HvCase.row(stranger.bearing(families.named("number lent").number()), "RHB", SINCE)
                        .with(HvCase.LOCAL, "HVX")
                        .with("SERVICE_REQUEST_IDENTIFIER", "SRX"));
        changed.put("dead", dead("dead", "2"));
        changed.put("dead with a case", dead("dead with a case", "2"));
        changed.put("thought dead", dead("thought dead", "1"));
        families.without(families.gp(), A1, "dead with a case").without(families.chis(), "RCA", "dead with a case");
        Person still = families.child("stillborn", "2026-11-10", ReferenceSets.A);
        home.drop(NemsMessage.birth(still, "2026-11-10T08:00:00+00:00", 3));
        families.chis("RCA", ChisReg.row(still, "RCA", "2026-11-10"));
        for (String name : List.of("hidden", "hidden, without record")) {
            changed.put(
                    name,
                    PdsExtract.row(families.named(name).living("ZZZSECUR"), "", SINCE, 2)
                            .with("address_line_1", ""));
        }
        home.drop(PdsExtract.file("second", List.copyOf(changed.values())));
        night(RAISED, 2);
    }

    private Row dead(String name, String status) {
        Row row = PdsExtract.row(families.named(name), A1, SINCE, 2)
                .with("death_status", status)
                .with("date_of_death", "20261109");
        return status.equals("1")
                ? row
                : PdsExtract.removed(families.named(name), "DEA", "2026-11-09", SINCE, 2)
                        .with("death_status", status)
                        .with("date_of_death", "20261109");
    }

    private void mended() {
        Person noPractice = families.named("no practice");
        families.gp(A1, GpReg.row(noPractice, A1, "2026-11-12"));
        families.hv("RHA", HvCase.row(families.named("no visitor"), "RHA", "2026-11-12"));
        families.chis("RCA", ChisReg.row(families.named("no record"), "RCA", "2026-11-12"));
        families.without(families.hv(), "RHA", "moved")
                .hv("RHB", HvCase.row(families.named("moved"), "RHB", "2026-11-12"));
        families.without(families.hv(), "RHB", "two visitors").without(families.gp(), "B80001", "on another list");
        rekey(families.gp().get(A1));
        rekey(families.hv().get("RHA"));
        rekey(families.chis().get("RCA"));
        families.without(families.gp(), A1, "dead")
                .without(families.hv(), "RHA", "dead")
                .without(families.chis(), "RCA", "dead");
        home.drop(PdsExtract.file(
                "third",
                List.of(
                        PdsExtract.row(noPractice, A1, "2026-11-12", 3),
                        PdsExtract.row(families.named("thought dead"), A1, SINCE, 3))));
        night(MENDED, 4);
    }

    private void rekey(List<Row> rows) {
        rows.stream()
                .filter(row ->
                        row.get("NHS_NUMBER").equals(families.named("merged").number()))
                .forEach(row -> row.with("NHS_NUMBER", survivor.number()));
    }

    private void again() {
        families.without(families.hv(), "RHA", "no visitor");
        night(AGAIN, 5);
    }

    private String state(String date, String key) {
        Map<String, String> row = nights.get(date).get(key);
        return row == null ? "none" : (row.get("state") + " " + row.get("closure_reason")).strip();
    }

    private String life(String key) {
        return String.join(", ", NIGHTS.stream().map(night -> state(night, key)).toList());
    }

    @Test
    void everyProblemIsRaisedKeptAndClosedOnItsOwnEvidence() {
        String mended = "none, OPEN, OPEN, CLOSED RESOLVED_BY_EVENT, CLOSED RESOLVED_BY_EVENT";
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("no practice FS-101", mended);
        expected.put("no visitor FS-102", mended);
        expected.put("no visitor FS-102+", "none, none, none, none, OPEN");
        expected.put("moved FS-103", mended);
        expected.put("no record FS-104", mended);
        expected.put("two visitors FS-107", mended);
        expected.put("on another list FS-108", mended);
        expected.put("number lent FS-206", "none, OPEN, OPEN, OPEN, OPEN");
        expected.put("dead FS-305", mended);
        expected.put("dead FS-305+", mended);
        expected.put("stillborn FS-308", "none, OPEN, OPEN, OPEN, OPEN");
        expected.put(
                "dead with a case FS-102", "OPEN, CLOSED DECEASED, CLOSED DECEASED, CLOSED DECEASED, CLOSED DECEASED");
        expected.put("thought dead FS-102", "OPEN, SUSPENDED, SUSPENDED, OPEN, OPEN");
        expected.put("hidden, without record FS-104", "OPEN, OPEN, OPEN, OPEN, OPEN");
        expected.put("hidden FS-312", "none, none, none, none, OPEN");
        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(key -> found.put(key, life(key)));
        assertThat(found).containsExactlyEntriesOf(expected);
    }

    @Test
    void aMergedNumberClosesOnceEachRegisterSendsTheSurvivingOne() {
        assertThat(types(RAISED, "FS-203")).isEqualTo(1);
        assertThat(nights.get(MENDED).values().stream()
                        .filter(row -> row.get("type_code").equals("FS-203")
                                && row.get("state").equals("CLOSED"))
                        .count())
                .isEqualTo(1);
    }

    private long types(String date, String type) {
        return nights.get(date).values().stream()
                .filter(row ->
                        row.get("type_code").equals(type) && row.get("state").equals("OPEN"))
                .count();
    }

    @Test
    void nothingElseIsRaised() {
        Set<String> known = new HashSet<>(Set.of(
                "no practice",
                "no visitor",
                "moved",
                "no record",
                "two visitors",
                "on another list",
                "number lent",
                "dead",
                "dead with a case",
                "thought dead",
                "stillborn",
                "hidden",
                "hidden, without record",
                "merged",
                survivor.number()));
        for (String night : NIGHTS) {
            assertThat(nights.get(night).keySet()).as(night).allSatisfy(key -> assertThat(known)
                    .as(key)
                    .matches(names -> key.startsWith("FS-602") || names.contains(key.replaceAll(" FS-.*", ""))));
        }
        assertThat(types(BASELINE, "FS-602")).isZero();
        assertThat(types(RAISED, "FS-602")).isPositive();
    }

    @Test
    void aCaseKeepsItsIdThroughTheNightsAndWhenItWakes() {
        for (String key : nights.get(RAISED).keySet()) {
            for (String night : List.of(KEPT, MENDED, AGAIN)) {
                assertThat(nights.get(night).get(key)).as(key + " on " + night).isNotNull();
            }
            assertThat(nights.get(KEPT).get(key).get("exception_id"))
                    .as(key)
                    .isEqualTo(nights.get(RAISED).get(key).get("exception_id"));
        }
        assertThat(nights.get(MENDED).get("thought dead FS-102").get("increment_no"))
                .isEqualTo("2");
    }

    @Test
    void firstLoadCasesBearTheMarkAndTheirClocksStartFourWeeksLater() {
        Map<String, String> baseline = nights.get(BASELINE).get("thought dead FS-102");
        assertThat(baseline.get("baseline")).isEqualTo("Y");
        assertThat(baseline.get("action_by_date")).isEqualTo("2026-12-15");
        Map<String, String> fresh = nights.get(RAISED).get("no visitor FS-102");
        assertThat(fresh.get("baseline")).isEqualTo("N");
        assertThat(fresh.get("raised_date")).isEqualTo(RAISED);
        assertThat(fresh.get("action_by_date")).isEqualTo("2026-11-18");
        assertThat(nights.get(RAISED).get("thought dead FS-102").get("suspended_until"))
                .isEqualTo("2026-12-09");
    }

    @Test
    void aRestrictedChildIsNeverMissingAndItsCaseIsTheLeads() {
        Map<String, String> row = nights.get(RAISED).get("hidden, without record FS-104");
        assertThat(row.get("owner_role")).isEqualTo("RESTRICTED_LEAD");
        assertThat(row.get("owner_organisation")).isEmpty();
        for (Map<String, String> child : home.export("cohort", RAISED)) {
            if (families.nameOf(child.get("nhs_number")).equals("hidden, without record")) {
                assertThat(child.get("chis_state")).isEqualTo("UNKNOWN");
                assertThat(child.get("bucket")).isEqualTo("IN_AREA");
            }
        }
    }

    @Test
    void whoOwesARestrictedChildsItemsIsNotTold() {
        List<String> owners = home.export("pathway", RAISED).stream()
                .filter(row -> families.nameOf(row.get("nhs_number")).equals("hidden"))
                .filter(row -> !row.get("owner_role").isEmpty())
                .map(row -> row.get("owner_organisation"))
                .toList();
        assertThat(owners).isNotEmpty().containsOnly("");
    }

    @Test
    void noLocationOfARestrictedChildLeavesTheHouse() {
        List<String> secrets =
                List.of(SECRET_LINE, SECRET_POSTCODE, "AX19QQ", SECRET_SCHOOL, "01632 960777", "Hidden Fold");
        for (String night : NIGHTS.subList(1, NIGHTS.size())) {
            Places.assertNoneOf(secrets, home.outbox(night));
        }
        for (String night : List.of(RAISED, AGAIN)) {
            for (String what : List.of("cohort", "pathway", "exceptions", "measures", "links", "intake")) {
                assertThat(new String(home.exportBytes(what, night), java.nio.charset.StandardCharsets.UTF_8))
                        .as(what)
                        .doesNotContain(secrets);
            }
        }
        Places.assertNoneOf(secrets, home.home().resolve("log"));
        Places.assertNoneOf(secrets, home.home().resolve("quarantine"));
    }

    @Test
    void noListForOthersNamesAHiddenOrADeadChild() {
        List<String> nobody = new java.util.ArrayList<>(List.of("VEILED", "Veiled"));
        for (String name : List.of("hidden", "hidden, without record", "dead", "dead with a case", "stillborn")) {
            String number = families.named(name).number();
            nobody.add(number);
            nobody.add(number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6));
        }
        List<Path> lists = new java.util.ArrayList<>();
        for (String night : NIGHTS.subList(1, NIGHTS.size())) {
            lists.addAll(Places.files(home.outbox(night).resolve("gp-lists")));
            lists.addAll(Places.files(home.outbox(night).resolve("hv-lists")));
        }
        assertThat(lists).hasSizeGreaterThan(8).allSatisfy(file -> assertThat(Places.text(file))
                .as(file.getFileName().toString())
                .doesNotContain(nobody));
    }

    @Test
    void logsAndFileNamesHoldNobody() {
        List<String> people = List.of(
                families.named("no visitor").number(),
                families.named("no visitor").family(),
                families.named("no visitor").line(),
                families.named("hidden").number(),
                "Veiled");
        Places.assertNoneOf(people, home.home().resolve("log"));
        Places.assertNoNames(people, home.home().resolve("outbox"));
    }

    @Test
    void everyPublishedFileHasOneRecipientAndIsAsDeclared() throws Exception {
        for (String night : NIGHTS) {
            JsonNode files = home.json(night, "manifest.json").get("files");
            assertThat(files.size()).isPositive();
            Set<String> named = new HashSet<>();
            for (JsonNode file : files) {
                assertThat(named.add(file.get("name").asText())).isTrue();
                assertThat(file.get("recipient").asText()).isNotBlank().doesNotContain(",");
                for (String key : List.of("audience", "tier", "marking")) {
                    assertThat(file.get(key).asText()).as(key).isNotBlank();
                }
                byte[] bytes = java.nio.file.Files.readAllBytes(
                        home.outbox(night).resolve(file.get("name").asText()));
                assertThat(Dropped.sha256(bytes)).isEqualTo(file.get("sha256").asText());
            }
            assertThat(Places.files(home.outbox(night))).as("files of " + night).allMatch(path -> {
                String name = home.outbox(night).relativize(path).toString();
                return name.equals("manifest.json") || named.contains(name);
            });
        }
    }

    @Test
    void theRunReportsExceptionsThatAddUp() {
        for (String night : NIGHTS) {
            home.run(night).get("exceptions").fields().forEachRemaining(type -> {
                JsonNode line = type.getValue();
                assertThat(line.get("start").asInt()
                                + line.get("opened").asInt()
                                - line.get("closed").asInt())
                        .as(night + " " + type.getKey())
                        .isEqualTo(line.get("end").asInt());
            });
        }
    }
}
