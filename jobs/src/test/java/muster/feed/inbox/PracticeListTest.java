package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Practice lists of the national reconciliation: feeds 4.1, rulings 2 and 3. */
class PracticeListTest {

    private static final String FEED = "gp-gpr4";
    private static final LocalDate D = IntakeHome.D;
    /** 16 November: K is the eleventh month, G the sixteenth day. */
    private static final String NAME = "A81001_GPR4LNA1.KGA";

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void home() throws Exception {
        home = new IntakeHome(folder);
        home.drop(
                "reference",
                "epraccur.csv",
                practice("A81001") + practice("A82023") + practice("A76543") + practice("H81109"));
    }

    private static String practice(String code) {
        return "\"" + code + "\",\"A SURGERY\"" + ",\"\"".repeat(25) + "\r\n";
    }

    private static String first(String record, String number, String birthDate) {
        return "DOW~1~1111111,1234~LNA~20261116~1340~" + record + "~" + number + "~OAK~ANN,MAY~ASH~MISS~2~" + birthDate
                + "~FLAT A~THE STREET\n";
    }

    private static String second() {
        return "DOW~2~~EAST~~E1   1AA~~3~~~\n";
    }

    private static String child(int record, String number) {
        return first(Integer.toString(record), number, "20200301") + second();
    }

    private String lands(String name, String... parts) throws Exception {
        home.drop(FEED, name, "503\\*\n" + String.join("", parts));
        home.baseline(D);
        return home.state(name);
    }

    @Test
    void childrenAreLoadedAndAdultsCounted() throws Exception {
        assertThat(lands(
                        NAME,
                        child(17, "9990000018"),
                        first("18", "9990000026", "20061116") + second(),
                        first("19", "9990000034", "20061117") + second()))
                .isEqualTo("LANDED");
        assertThat(home.landed(
                        "gp_gpr4",
                        "concat_ws(' ', line_no, general_medical_practice_code, record_number,"
                                + " nhs_number, person_given_name, address_line_4, postcode)"))
                .containsExactly(
                        "2 A81001 17 9990000018 ANN,MAY EAST E1 1AA", "6 A81001 19 9990000034 ANN,MAY EAST E1 1AA");
        assertThat(home.lines()).containsExactly("4 SKIPPED OUT_OF_SCOPE person_birth_date");
    }

    @Test
    void aNumberThatFailsItsCheckDigitOrIsOldStyleIsNoNumber() throws Exception {
        lands(NAME, child(17, "1234567890"), child(18, "ABC/12?3"), child(19, ""), child(20, "999 000 0018"));
        assertThat(home.landed(
                        "gp_gpr4",
                        "concat_ws(' ', record_number, nhs_number, 'sent', nhs_number_as_sent,"
                                + " array_to_string(warnings, ';'))"))
                .containsExactly(
                        "17 sent 1234567890 NHS_CHECK_DIGIT",
                        "18 sent NHS_MISSING",
                        "19 sent NHS_MISSING",
                        "20 9990000018 sent");
    }

    @Test
    void aLineWithoutItsOtherHalfRefusesThatPatientOnly() throws Exception {
        lands(
                NAME,
                first("17", "9990000018", "20200301"),
                child(18, "9990000026"),
                second(),
                "\n",
                child(19, "9990000034"),
                first("20", "9990000042", "20200301"));
        assertThat(home.landed("gp_gpr4", "line_no || ' ' || record_number")).containsExactly("3 18", "7 19");
        assertThat(home.lines())
                .containsExactly("2 REJECTED FIELD_COUNT", "5 REJECTED FIELD_COUNT", "9 REJECTED FIELD_COUNT");
        assertThat(home.database
                        .sql("select key_values[1] from engine.line where line_no = 2")
                        .query(String.class)
                        .single())
                .isEqualTo("17");
    }

    @Test
    void whatIsNotOfTheExtractOrTheFormatIsRefused() throws Exception {
        lands(
                NAME,
                child(17, "9990000018"),
                child(18, "9990000026").replace("~FLAT A~", "~FLAT~A~"),
                child(19, "9990000034").replace("~LNA~", "~XYZ~"),
                child(20, "9990000042").replace("20261116", "20261115"),
                child(21, "9990000050").replace("DOW~2", "DOC~2"),
                child(0, "9990000069"),
                child(22, "9990000077").replace("ASH", "A".repeat(36)),
                child(23, "9990000085").replace("ASH", "A\u0001H"));
        assertThat(home.landed("gp_gpr4", "record_number")).containsExactly("17");
        assertThat(home.lines())
                .containsExactly(
                        "4 REJECTED FIELD_COUNT",
                        "6 REJECTED UNKNOWN_CODE ha_cipher",
                        "8 REJECTED DATE_FORMAT record_date",
                        "10 REJECTED UNKNOWN_CODE",
                        "12 REJECTED NUMBER_FORMAT record_number",
                        "14 REJECTED FIELD_TOO_LONG previous_family_name",
                        "16 REJECTED CONTROL_CHARACTER previous_family_name");
    }

    @Test
    void aFileThatIsNoListIsRefused() throws Exception {
        home.drop(FEED, NAME, child(17, "9990000018"));
        home.drop(FEED, "A82023_GPR4LNA1.KGA", "");
        home.drop(FEED, "A76543_GPR4LNA1.KGA", "503\\*\n" + second().repeat(10));
        home.drop(FEED, "H81109_GPR4LNA1.BVA", "503\\*\n");
        home.baseline(D);
        assertThat(home.state(NAME)).isEqualTo("REJECTED HEADER_MISMATCH");
        assertThat(home.state("A82023_GPR4LNA1.KGA")).isEqualTo("REJECTED FILE_EMPTY");
        assertThat(home.state("A76543_GPR4LNA1.KGA")).isEqualTo("REJECTED LIMIT_EXCEEDED");
        assertThat(home.state("H81109_GPR4LNA1.BVA")).as("31 February").isEqualTo("REJECTED FILE_NAME");
        assertThat(home.database
                        .sql("select note from engine.file where reason_code = 'LIMIT_EXCEEDED'")
                        .query(String.class)
                        .single())
                .contains("line 2 FIELD_COUNT", "line 11 FIELD_COUNT");
    }

    @Test
    void theDateInTheNameDecidesHowFreshAListIs() throws Exception {
        String list = "503\\*\n" + child(17, "9990000018");
        home.drop(FEED, "A81001_GPR4LNA1.K3A", list);
        home.drop(FEED, "A82023_GPR4LNA1.K2A", list);
        home.drop(FEED, "A76543_GPR4LNA1.KIA", list);
        home.drop(FEED, "h81109_gpr4lna1.kha.dat", list.replace("\n", "\r\n"));
        home.drop(FEED, "A99999_GPR4LNA1.KGA", list);
        home.baseline(D);
        assertThat(home.state("A81001_GPR4LNA1.K3A")).as("14 days old").isEqualTo("LANDED");
        assertThat(home.state("A82023_GPR4LNA1.K2A")).as("15 days old").isEqualTo("REJECTED FILE_DATE");
        assertThat(home.state("A76543_GPR4LNA1.KIA")).as("tomorrow").isEqualTo("REJECTED FILE_DATE");
        assertThat(home.state("h81109_gpr4lna1.kha.dat")).isEqualTo("LANDED");
        assertThat(home.state("A99999_GPR4LNA1.KGA")).isEqualTo("REJECTED UNKNOWN_ORGANISATION");
        assertThat(home.lines())
                .as("another date inside is remarked")
                .containsExactly("- APPLIED_WITH_WARNING FILE_DATE", "- APPLIED_WITH_WARNING FILE_DATE");
    }

    @Test
    void aListOfDecemberReadInJanuaryIsOfLastYear() throws Exception {
        home.drop(FEED, "A81001_GPR4LNA1.LVA", "503\\*\n" + child(17, "9990000018"));
        home.baseline(LocalDate.of(2027, 1, 2));
        assertThat(home.database
                        .sql("select as_at_date from engine.file where feed = 'gp-gpr4'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void aNewPracticeOnAnOrdinaryNightAndAShrunkenListAreHeld() throws Exception {
        home.drop(FEED, NAME, "503\\*\n" + child(17, "9990000018") + child(18, "9990000026"));
        home.run(D);
        assertThat(home.state(NAME)).isEqualTo("HELD NO_BASELINE");
        home.drop(FEED, "A82023_GPR4LNA1.KGA", "503\\*\n" + child(17, "9990000018") + child(18, "9990000026"));
        home.baseline(D.plusDays(1));
        home.drop(FEED, "A82023_GPR4LNA1.KIA", "503\\*\n" + child(17, "9990000018"));
        home.run(D.plusDays(2));
        assertThat(home.state("A82023_GPR4LNA1.KIA")).isEqualTo("HELD POPULATION_DROP");
    }

    @Test
    void publishedLists() throws Exception {
        Path samples = samples();
        for (List<Object> list : List.<List<Object>>of(
                List.of("A82023_GPR4LNA1.A1A", LocalDate.of(2027, 1, 2)),
                List.of("A82023_GPR4LNA1.CSA", LocalDate.of(2027, 3, 29)),
                List.of("H81109_GPR4LNA1.EIA", LocalDate.of(2027, 5, 19)),
                List.of("H81109_GPR4LNA1.GCA", LocalDate.of(2027, 7, 13)),
                List.of("A76543_GPR4LNA1.H2A", LocalDate.of(2027, 8, 2)))) {
            String name = (String) list.get(0);
            home.drop(FEED, name, Files.readAllBytes(samples.resolve(name)));
            // One record after three is a drop that holds: the published lists are of different tests.
            home.run(new muster.engine.Night((LocalDate) list.get(1), true, false));
            home.database
                    .sql("update engine.file set state = 'APPLIED' where state = 'LANDED'")
                    .update();
            Files.delete(folder.resolve("inbox").resolve(FEED).resolve(name));
        }
        assertThat(home.state("A82023_GPR4LNA1.A1A")).isEqualTo("APPLIED");
        assertThat(home.state("A82023_GPR4LNA1.CSA")).isEqualTo("HELD POPULATION_DROP");
        assertThat(home.state("H81109_GPR4LNA1.EIA")).isEqualTo("APPLIED");
        assertThat(home.state("H81109_GPR4LNA1.GCA")).isEqualTo("HELD POPULATION_DROP");
        assertThat(home.state("A76543_GPR4LNA1.H2A")).isEqualTo("APPLIED");
        assertThat(home.landed("gp_gpr4", "concat_ws(' ', record_number, nhs_number, array_to_string(warnings, ';'))"))
                .containsExactly(
                        "1557493 NHS_CHECK_DIGIT",
                        "1557495 NHS_CHECK_DIGIT",
                        "1557494 9449305552",
                        "1557495 9449306621",
                        "1557493 NHS_CHECK_DIGIT",
                        "1557494 NHS_CHECK_DIGIT",
                        "1557495 NHS_CHECK_DIGIT",
                        "1557496 NHS_CHECK_DIGIT");
    }

    static Path samples() {
        String folder = System.getenv("MUSTER_SAMPLES");
        Assumptions.assumeTrue(folder != null, "no published samples");
        return Path.of(folder).resolve("gp-list-gpr4");
    }
}
