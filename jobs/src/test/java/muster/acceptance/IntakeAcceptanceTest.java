package muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bad input of every kind, all in one night among good files: each gets its named reason and the rest goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeAcceptanceTest {

    private static final String FIRST = "2026-11-10";
    private static final String SECOND = "2026-11-11";
    private static final String THIRD = "2026-11-12";

    @TempDir
    private static Path folder;

    private Installation home;
    private final Map<String, List<Row>> firstLists = new LinkedHashMap<>();
    private final Map<String, Dropped> firstFiles = new LinkedHashMap<>();
    private final Map<String, Dropped> bad = new LinkedHashMap<>();
    private IntakeLedger baseline;
    private IntakeLedger second;
    private IntakeLedger third;
    private int baselineExit;
    private int secondExit;
    private int thirdExit;

    @BeforeAll
    void threeNights() throws IOException {
        home = Installation.served(folder);
        firstNight();
        secondNight();
        thirdNight();
    }

    private void firstNight() {
        List<Row> pds = new ArrayList<>();
        for (int sender = 1; sender <= 40; sender++) {
            int size = sender == 11 || sender == 12 ? 100 : 10;
            List<Row> rows = new ArrayList<>();
            for (int n = 0; n < size; n++) {
                Person person = Person.of("2024-03-0" + (1 + n % 9), ReferenceSets.A);
                rows.add(GpReg.row(person, ReferenceSets.PRACTICE_A, "2024-04-01"));
                pds.add(PdsExtract.row(person, ReferenceSets.PRACTICE_A, "2024-04-01", 1));
            }
            String code = "A81%03d".formatted(sender);
            firstLists.put(code, rows);
            firstFiles.put(code, GpReg.full(code, "2026-11-09", 1, rows));
            home.drop(firstFiles.get(code));
        }
        home.drop(PdsExtract.file("first", pds));
        Person known = Person.of("2024-05-05", ReferenceSets.A);
        bad.put(
                "v5 first",
                VaccinationV5.file(
                        "MMR",
                        "20261109T08000000".substring(0, 15),
                        List.of(VaccinationV5.given(known, "38598009", "2025-06-06"))));
        home.drop(bad.get("v5 first"));
        baselineExit = home.nightly(FIRST, "--baseline");
        baseline = IntakeLedger.of(home, FIRST);
    }

    private List<Row> changed(String sender) {
        List<Row> rows = new ArrayList<>(firstLists.get(sender));
        Person extra = Person.of("2023-02-02", ReferenceSets.A);
        rows.add(GpReg.row(extra, ReferenceSets.PRACTICE_A, "2024-06-01"));
        return rows;
    }

    private Dropped next(String sender) {
        return GpReg.full(sender, "2026-11-10", 2, changed(sender));
    }

    private void give(String name, Dropped file) {
        bad.put(name, file);
        home.drop(file);
    }

    private void secondNight() throws IOException {
        give("no control", next("A81001").withoutControl());
        Dropped whole = next("A81002");
        give("truncated", whole.tampered(Arrays.copyOf(whole.body(), whole.body().length - 90)));
        Dropped tampered = next("A81003");
        give(
                "tampered",
                tampered.tampered(tampered.text()
                        .replaceFirst("Invented Street", "Inverted Street")
                        .getBytes(StandardCharsets.UTF_8)));
        give("repeated", firstFiles.get("A81004"));
        give("repeated, renamed", GpReg.full("A81005", "2026-11-10", 2, firstLists.get("A81005")));
        List<Row> list = changed("A81006");
        give(
                "column missing",
                GpReg.raw(
                        "A81006",
                        "2026-11-10",
                        2,
                        'F',
                        Lines.csv(GpReg.COLUMNS, list)
                                .replaceFirst("GP_REGISTRATION_TYPE", "GP_KIND")
                                .getBytes(StandardCharsets.UTF_8),
                        list));
        give(
                "column twice",
                GpReg.raw(
                        "A81007",
                        "2026-11-10",
                        2,
                        'F',
                        Lines.csv(GpReg.COLUMNS, list)
                                .replaceFirst("ADDRESS_LINE_2", "ADDRESS_LINE_1")
                                .getBytes(StandardCharsets.UTF_8),
                        list));
        giveRows();
        give("gap", GpReg.full("A81009", "2026-11-10", 3, changed("A81009")));
        give("conflict", GpReg.full("A81010", "2026-11-10", 1, changed("A81010")));
        give(
                "eleven down",
                GpReg.full("A81011", "2026-11-10", 2, firstLists.get("A81011").subList(0, 89)));
        give(
                "twenty-one down",
                GpReg.full("A81012", "2026-11-10", 2, firstLists.get("A81012").subList(0, 79)));
        give("no rows", GpReg.full("A81013", "2026-11-10", 2, List.of()));
        give("new sender", GpReg.full("A89999", "2026-11-10", 1, changed("A81014")));
        give("later", GpReg.full("A81015", "2026-11-12", 2, changed("A81015")));
        giveEncodings();
        giveControls();
        giveOddFiles();
        giveVaccinations();
        giveExtract();
        secondExit = home.nightly(SECOND);
        second = IntakeLedger.of(home, SECOND);
    }

    /** Line 1 header, 2 blank, 3 to 12 the ten known children, then faults from line 13. */
    private void giveRows() {
        List<Row> rows = new ArrayList<>(firstLists.get("A81008"));
        Person broken = Person.of("2024-01-01", ReferenceSets.A);
        rows.add(GpReg.row(broken, "A80001", "2024-06-01").with("NHS_NUMBER", Nhs.broken(broken.number())));
        rows.add(GpReg.row(Person.of("2024-02-31", ReferenceSets.A), "A80001", "2024-06-01"));
        rows.add(GpReg.row(Person.of("2024-02-03", ReferenceSets.A), "A80001", "2024-02-31"));
        rows.add(GpReg.row(Person.of("2029-02-03", ReferenceSets.A), "A80001", "2024-02-11"));
        Person nobody = new Person("", "", "", "", "", "");
        rows.add(GpReg.row(nobody, "A80001", "2024-06-01").with(GpReg.LOCAL, "L1"));
        rows.add(GpReg.row(Person.of("2024-02-03", ReferenceSets.A), "A80001", "2024-02-11")
                .with("ADDRESS_LINE_2", "B\u0007ell"));
        rows.add(GpReg.row(Person.of("2024-02-03", ReferenceSets.A), "A80001", "2024-02-11")
                .with("ADDRESS_LINE_2", "L".repeat(36)));
        rows.add(firstLists.get("A81008").get(0));
        Row other = GpReg.row(Person.of("2024-02-04", ReferenceSets.A), "A80001", "2024-02-12")
                .with(GpReg.LOCAL, firstLists.get("A81008").get(1).get(GpReg.LOCAL));
        rows.add(other);
        rows.add(GpReg.row(Person.of("2024-02-04", ReferenceSets.A), "A80001", "2024-02-12")
                .with("GP_REGISTRATION_TYPE", "9"));
        rows.add(GpReg.row(Person.of("2024-02-04", ReferenceSets.A), "A80001", "2024-02-12")
                .with("END_DATE_GMP_PATIENT_REGISTRATION", "2024-02-01")
                .with("REASON_FOR_REMOVAL", "RDR"));
        String header = String.join(",", GpReg.COLUMNS);
        String body = Lines.csv(GpReg.COLUMNS, rows).replaceFirst("\r\n", "\r\n" + ",".repeat(18) + "\r\n") + header
                + "\r\n" + ",,\r\n";
        give("rows", GpReg.raw("A81008", "2026-11-10", 2, 'F', body.getBytes(StandardCharsets.UTF_8), rows));
        Row longer = GpReg.row(Person.of("2024-02-04", ReferenceSets.A), "A80001", "2024-02-12");
        String few = Lines.csv(GpReg.COLUMNS, firstLists.get("A81016")) + longer.line(",", false) + ",one more\r\n";
        List<Row> counted = new ArrayList<>(firstLists.get("A81016"));
        counted.add(longer);
        give("field count", GpReg.raw("A81016", "2026-11-10", 2, 'F', few.getBytes(StandardCharsets.UTF_8), counted));
        String open = Lines.csv(GpReg.COLUMNS, firstLists.get("A81017")) + "F,\"never closed\r\n";
        give("open quote", GpReg.raw("A81017", "2026-11-10", 2, 'F', open.getBytes(StandardCharsets.UTF_8), counted));
    }

    private void giveEncodings() {
        List<Row> rows = changed("A81018");
        give(
                "UTF-16",
                GpReg.raw(
                        "A81018",
                        "2026-11-10",
                        2,
                        'F',
                        Lines.csv(GpReg.COLUMNS, rows).getBytes(StandardCharsets.UTF_16),
                        rows));
        Person accented = Person.of("2024-07-07", ReferenceSets.A).named("Zoë-Œuvre", "Renée");
        List<Row> western = new ArrayList<>(firstLists.get("A81019"));
        western.add(GpReg.row(accented, "A80001", "2024-08-01"));
        give(
                "Windows-1252",
                GpReg.raw(
                        "A81019",
                        "2026-11-10",
                        2,
                        'F',
                        Lines.csv(GpReg.COLUMNS, western).getBytes(Charset.forName("windows-1252")),
                        western));
        List<Row> marked = changed("A81020");
        give(
                "BOM",
                GpReg.raw(
                        "A81020",
                        "2026-11-10",
                        2,
                        'F',
                        ("\uFEFF" + Lines.csv(GpReg.COLUMNS, marked)).getBytes(StandardCharsets.UTF_8),
                        marked));
        List<Row> undefined = changed("A81021");
        byte[] bytes = Lines.csv(GpReg.COLUMNS, undefined).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 60] = (byte) 0x81;
        give("byte 81", GpReg.raw("A81021", "2026-11-10", 2, 'F', bytes, undefined));
    }

    private void giveControls() {
        Dropped hash = next("A81022");
        give(
                "hash total",
                hash.controlChanged("," + hash.control().split("\r\n")[1].split(",")[8] + ",", ",17,"));
        give("layout version", next("A81023").controlChanged(",A81023,1,", ",A81023,2,"));
        give("other as at", next("A81024").controlChanged(",1,2026-11-10,", ",1,2026-11-09,"));
        Dropped second = next("A81025");
        give(
                "second row",
                new Dropped(
                        second.feed(),
                        second.name(),
                        second.body(),
                        second.control() + second.control().split("\r\n")[1] + "\r\n"));
        Dropped upper = next("A81026");
        String sha = Dropped.sha256(upper.body());
        give("upper-case SHA", upper.controlChanged(sha, sha.toUpperCase(java.util.Locale.ROOT)));
        give("naive time", next("A81027").controlChanged("T21:15:00+00:00", "T21:15:00"));
    }

    private void giveOddFiles() throws IOException {
        Path inbox = folder.resolve("inbox");
        Path pds = Files.createDirectories(inbox.resolve("pds-extract"));
        Files.createSymbolicLink(pds.resolve("link_-_X.csv"), Path.of("/etc/hostname"));
        new ProcessBuilder("mkfifo", pds.resolve("pipe_-_X.csv").toString())
                .start()
                .onExit()
                .join();
        Files.createDirectories(pds.resolve("folder_-_X.csv"));
        Files.writeString(pds.resolve("bad;name_-_X.csv"), "x");
        Files.writeString(pds.resolve("being_written_-_X.csv.part"), "x");
        Files.writeString(
                Files.createDirectories(inbox.resolve("nems")).resolve("broken.xml"), "<Bundle><id value='1'>");
        Files.writeString(
                inbox.resolve("nems").resolve("doctype.xml"),
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Bundle xmlns=\"http://hl7.org/fhir\">&e;</Bundle>");
        Person routed = Person.of("2025-05-05", ReferenceSets.A);
        give(
                "wrong child",
                NemsMessage.deathOfAnother(
                        routed, Person.of("2025-05-05", ReferenceSets.A), "2026-11-10T10:00:00+00:00"));
        Files.writeString(Files.createDirectories(inbox.resolve("no-such-feed")).resolve("list.csv"), "{}");
    }

    private void giveVaccinations() {
        Person known = Person.of("2024-05-05", ReferenceSets.A);
        Dropped reused = VaccinationV5.file(
                "MMR", "20261109T080000", List.of(VaccinationV5.given(known, "38598009", "2025-07-07")));
        give("v5 name reused", reused);
        List<Row> rows = new ArrayList<>();
        rows.add(VaccinationV5.given(known, "38598009", "2025-07-08"));
        rows.add(VaccinationV5.given(known.bearing(Nhs.broken(known.number())), "38598009", "2025-07-08"));
        rows.add(VaccinationV5.given(known, "38598009", "2027-07-08"));
        rows.add(VaccinationV5.given(known, "", "2025-07-08"));
        rows.add(VaccinationV5.given(known, "38598009", "2025-07-08").with("ACTION_FLAG", "DELETE"));
        rows.add(VaccinationV5.given(known, "38598009", "2025-02-08").with("ACTION_FLAG", "Update"));
        rows.add(VaccinationV5.given(known, "38598009", "2025-02-30"));
        give("v5 rows", VaccinationV5.file("MMR", "20261110T090000", rows));
        Dropped order = VaccinationV5.file("MMR", "20261110T100000", rows.subList(0, 1));
        give(
                "v5 header",
                order.tampered(order.text()
                        .replaceFirst("NHS_NUMBER\\|PERSON_FORENAME", "PERSON_FORENAME|NHS_NUMBER")
                        .getBytes(StandardCharsets.UTF_8)));
        give("v5 empty", VaccinationV5.file("MMR", "20261110T110000", List.of()).tampered(new byte[0]));
    }

    private void giveExtract() {
        Person first = Person.of("2024-05-05", ReferenceSets.A);
        Person partial = Person.of("2024-05-05", ReferenceSets.A);
        List<Row> rows = new ArrayList<>();
        rows.add(PdsExtract.row(first, "A80001", "2024-06-06", 5));
        rows.add(PdsExtract.row(first.bearing(Nhs.broken(first.number())), "A80001", "2024-06-06", 5));
        rows.add(PdsExtract.row(partial, "A80001", "2024-06-06", 5).with("date_of_birth", "202405"));
        rows.add(PdsExtract.row(Person.of("2031-05-05", ReferenceSets.A), "A80001", "2024-06-06", 5));
        rows.add(PdsExtract.row(Person.of("2024-13-41", ReferenceSets.A), "A80001", "2024-06-06", 5));
        rows.add(PdsExtract.row(Person.of("2001-05-05", ReferenceSets.A), "A80001", "2024-06-06", 5));
        give("extract", PdsExtract.file("second", rows));
    }

    private void thirdNight() {
        home.drop(GpReg.full("A81005", "2026-11-11", 3, changed("A81005")));
        assertThat(home.release(GpReg.FEED, bad.get("gap").name())).isZero();
        assertThat(home.release("no-such-feed", null)).isEqualTo(2);
        assertThat(home.release(GpReg.FEED, "nothing.csv")).isEqualTo(2);
        thirdExit = home.nightly(THIRD);
        third = IntakeLedger.of(home, THIRD);
    }

    @Test
    void aCleanFirstLoadEndsWithZeroAndItsRowsAddUp() {
        assertThat(baselineExit).as(home.run(FIRST).get("do_now").toString()).isZero();
        assertThat(baseline.count(firstFiles.get("A81011"), "APPLIED")).isEqualTo(100);
    }

    @Test
    void everyFileFaultHasItsNamedFate() {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("no control", "WAITING CONTROL_FILE_MISSING");
        expected.put("truncated", "REJECTED CONTROL_TOTAL");
        expected.put("tampered", "REJECTED CONTROL_TOTAL");
        expected.put("repeated", "DUPLICATE DUPLICATE_FILE");
        expected.put("repeated, renamed", "DUPLICATE DUPLICATE_FILE");
        expected.put("column missing", "REJECTED HEADER_MISMATCH");
        expected.put("column twice", "REJECTED HEADER_MISMATCH");
        expected.put("rows", "TAKEN");
        expected.put("gap", "HELD SEQUENCE_GAP");
        expected.put("conflict", "HELD SEQUENCE_CONFLICT");
        expected.put("eleven down", "TAKEN");
        expected.put("twenty-one down", "HELD POPULATION_DROP");
        expected.put("no rows", "HELD NO_ROWS");
        expected.put("new sender", "HELD NO_BASELINE");
        expected.put("later", "WAITING AS_AT_LATER");
        expected.put("field count", "TAKEN");
        expected.put("open quote", "REJECTED QUOTING");
        expected.put("UTF-16", "REJECTED ENCODING");
        expected.put("Windows-1252", "TAKEN");
        expected.put("BOM", "TAKEN");
        expected.put("byte 81", "REJECTED ENCODING");
        expected.put("hash total", "REJECTED CONTROL_TOTAL");
        expected.put("layout version", "REJECTED CONTROL_TOTAL");
        expected.put("other as at", "REJECTED CONTROL_TOTAL");
        expected.put("second row", "REJECTED CONTROL_TOTAL");
        expected.put("upper-case SHA", "TAKEN");
        expected.put("naive time", "REJECTED CONTROL_TOTAL");
        expected.put("v5 name reused", "REJECTED FILE_NAME_REUSED");
        expected.put("v5 rows", "TAKEN");
        expected.put("v5 header", "REJECTED HEADER_MISMATCH");
        expected.put("v5 empty", "REJECTED FILE_EMPTY");
        expected.put("extract", "TAKEN");
        expected.put("wrong child", "TAKEN");
        Map<String, String> found = new LinkedHashMap<>();
        expected.keySet().forEach(name -> found.put(name, fate(bad.get(name))));
        assertThat(found).containsExactlyEntriesOf(expected);
        assertThat(secondExit).isEqualTo(3);
    }

    /** Two files of one name have one line each; the one of this night is meant. */
    private String fate(Dropped file) {
        return second.fate(file);
    }

    @Test
    void everyRowFaultHasItsNamedOutcomeAtItsLine() {
        Dropped file = bad.get("rows");
        Map<Integer, String> found = new LinkedHashMap<>();
        for (int line = 13; line <= 24; line++) {
            found.put(line, second.line(file, line));
        }
        Map<Integer, String> expected = new LinkedHashMap<>();
        expected.put(13, "APPLIED_WITH_WARNING NHS_CHECK_DIGIT");
        expected.put(14, "APPLIED_WITH_WARNING DATE_FORMAT");
        expected.put(15, "REJECTED DATE_FORMAT");
        expected.put(16, "APPLIED_WITH_WARNING DOB_FUTURE");
        expected.put(17, "REJECTED MANDATORY_MISSING;NHS_MISSING;NAME_MISSING;DOB_MISSING");
        expected.put(18, "REJECTED CONTROL_CHARACTER");
        expected.put(19, "REJECTED FIELD_TOO_LONG");
        expected.put(20, "DUPLICATE");
        expected.put(21, "REJECTED DUPLICATE_KEY");
        expected.put(22, "REJECTED UNKNOWN_CODE");
        expected.put(23, "REJECTED DATE_ORDER");
        expected.put(24, "SKIPPED REPEATED_HEADER");
        assertThat(found).containsExactlyEntriesOf(expected);
        assertThat(second.count(file, "READ")).isEqualTo(22);
        assertThat(second.count(file, "NO_CHANGE")).isEqualTo(10);
        assertThat(second.line(bad.get("field count"), 12)).isEqualTo("REJECTED FIELD_COUNT");
        assertThat(second.count(bad.get("Windows-1252"), "APPLIED")).isEqualTo(1);
        assertThat(second.count(bad.get("BOM"), "APPLIED")).isEqualTo(1);
    }

    @Test
    void vaccinationsAndExtractsRefuseWhatNoPersonCanBear() {
        Dropped doses = bad.get("v5 rows");
        assertThat(lines(doses, 2, 8))
                .containsExactly(
                        "APPLIED_WITH_WARNING NOT_LINKED",
                        "REJECTED NHS_CHECK_DIGIT",
                        "REJECTED DATE_FUTURE",
                        "REJECTED MANDATORY_MISSING",
                        "REJECTED UNKNOWN_KEY",
                        "APPLIED_WITH_WARNING UNKNOWN_KEY;NOT_LINKED",
                        "REJECTED DATE_FORMAT");
        assertThat(lines(bad.get("extract"), 2, 7))
                .containsExactly(
                        null,
                        "REJECTED NHS_CHECK_DIGIT",
                        "APPLIED_WITH_WARNING DOB_PARTIAL",
                        "REJECTED DOB_FUTURE",
                        "REJECTED DATE_FORMAT",
                        "SKIPPED OUT_OF_SCOPE");
    }

    @Test
    void aVaccinationFileIsAnsweredAsTheNationalServiceAnswersOne() {
        List<String> taken = answer("v5 rows", "InfAck");
        assertThat(taken).hasSize(2);
        assertThat(taken.get(0))
                .isEqualTo("MESSAGE_HEADER_ID|HEADER_RESPONSE_CODE|ISSUE_SEVERITY|ISSUE_CODE|ISSUE_DETAILS_CODE"
                        + "|RESPONSE_TYPE|RESPONSE_CODE|RESPONSE_DISPLAY|RECEIVED_TIME|MAILBOX_FROM|LOCAL_ID"
                        + "|MESSAGE_DELIVERY");
        assertThat(taken.get(1))
                .matches("[0-9a-f-]{36}[|]Success[|]Information[|]OK[|]20013[|]Technical[|]20013[|]Success[|]"
                        + SECOND.replace("-", "") + "T00000000[|][|][|]True");
        List<String> rows = answer("v5 rows", "BusAck");
        assertThat(rows.get(0)).contains("|LOCAL_ID|IMMS_ID|OPERATION_OUTCOME|MESSAGE_DELIVERY");
        assertThat(rows.subList(1, rows.size()))
                .hasSize(5)
                .allMatch(row -> row.contains("|Fatal Error|Fatal|Fatal Error|30002|Business|30002|Business Level"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("^2|", "|NHS_CHECK_DIGIT: "),
                        row -> assertThat(row).contains("^3|", "|DATE_FUTURE: "),
                        row -> assertThat(row).contains("^4|", "|MANDATORY_MISSING: "),
                        row -> assertThat(row).contains("^5|", "|UNKNOWN_KEY: "),
                        row -> assertThat(row).contains("^7|", "|DATE_FORMAT: "));
        assertThat(answer("v5 header", "InfAck").get(1)).contains("|Failure|Fatal|Fatal Error|10001|Technical|10002|");
        assertThat(answered("v5 header", "BusAck")).doesNotExist();
        assertThat(answer("v5 name reused", "InfAck").get(1)).contains("|Failure|");
    }

    private List<String> answer(String file, String form) {
        return Places.text(answered(file, form)).lines().toList();
    }

    private Path answered(String file, String form) {
        String name =
                bad.get(file).name().replace(".csv", "_" + form + "_" + SECOND.replace("-", "") + "T00000000.csv");
        return home.outbox(SECOND).resolve("acknowledgements").resolve(name);
    }

    private List<String> lines(Dropped file, int from, int to) {
        List<String> found = new ArrayList<>();
        for (int line = from; line <= to; line++) {
            found.add(second.line(file, line));
        }
        return found;
    }

    @Test
    void whatIsNoOrdinaryFileIsNeverOpened() {
        for (String name : List.of("link_-_X.csv", "pipe_-_X.csv", "folder_-_X.csv")) {
            assertThat(second.fate(name)).as(name).isEqualTo("REJECTED FILE_NOT_REGULAR");
        }
        assertThat(second.fate("bad%3Bname_-_X.csv")).isEqualTo("REJECTED FILE_NAME");
        assertThat(second.of("being_written_-_X.csv.part")).isEmpty();
        assertThat(folder.resolve("inbox/no-such-feed/list.csv")).exists();
    }

    @Test
    void aBadMessageIsALineAndNotAFile() {
        assertThat(message("broken.xml")).isEqualTo("REJECTED XML_INVALID");
        assertThat(message("doctype.xml")).isEqualTo("REJECTED XML_DTD_REFUSED");
        assertThat(message(bad.get("wrong child").name())).isEqualTo("REJECTED ROUTING_PATIENT_MISMATCH");
    }

    private String message(String name) {
        return second.line(new Dropped("nems", name, new byte[0], null), 1);
    }

    @Test
    void aWarningOfTheVolumeGuardIsARowWithoutALine() {
        assertThat(second.of(bad.get("eleven down").name()))
                .filteredOn(row -> row.get("reason_code").equals("POPULATION_DROP"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("outcome")).isEqualTo("APPLIED_WITH_WARNING");
                    assertThat(row.get("line_number")).isEmpty();
                    assertThat(row.get("rows")).isEqualTo("0");
                });
    }

    @Test
    void whatWasReleasedIsTakenOnceAndTheSequenceGoesOnFromIt() {
        assertThat(third.fate(bad.get("gap"))).isEqualTo("TAKEN");
        assertThat(third.fate("GPREG_A81005_20261111_000003_F.csv")).isEqualTo("TAKEN");
        assertThat(third.fate(bad.get("later"))).isEqualTo("TAKEN");
        assertThat(thirdExit).isIn(0, 3);
    }

    @Test
    void quarantineReportsHoldNoValues() {
        String report = home.quarantineReport(bad.get("truncated"));
        assertThat(report.lines().findFirst()).hasValue("line_number,field,reason_code,message");
        assertThat(report).contains("CONTROL_TOTAL").doesNotContain("99904");
    }
}
