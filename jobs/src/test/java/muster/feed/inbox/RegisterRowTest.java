package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the lines of a register list: rulings 3 and feeds 1.1 to 1.6, reason by reason. */
class RegisterRowTest {

    private static final String FEED = "gp-registration";
    private static final String NAME = "GPREG_A00001_20261116_000001_F.csv";

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void home() throws Exception {
        home = new IntakeHome(folder);
    }

    private void land(Rows rows) throws Exception {
        land(rows.text());
    }

    private void land(String text) throws Exception {
        home.dropWithControl(FEED, NAME, text);
        home.baseline(IntakeHome.D);
    }

    private String warnings(int row) {
        return home.landed("gp_registration", "array_to_string(warnings, ';')").get(row);
    }

    @Test
    void goodRowsLandTypedAndCounted() throws Exception {
        land(Rows.of(FEED).row(1).row(2));
        assertThat(home.state(NAME)).isEqualTo("LANDED");
        assertThat(home.landed("gp_registration", "nhs_number")).containsExactly(Rows.number(1), Rows.number(2));
        assertThat(home.landed("gp_registration", "postcode_of_usual_address")).containsOnly("ZZ1 1ZZ");
        assertThat(home.landed("gp_registration", "person_birth_date")).containsOnly("2025-02-03");
        assertThat(home.landed("gp_registration", "line_no")).containsExactly("2", "3");
        assertThat(home.landed("gp_registration", "warnings")).containsOnly("-");
        assertThat(home.lines()).isEmpty();
        assertThat(home.database
                        .sql("select rows_read || ' ' || rows_landed || ' ' || rows_rejected from engine.file")
                        .query(String.class)
                        .single())
                .isEqualTo("2 2 0");
    }

    @Test
    void wrongCheckDigitKeepsTheRowWithoutItsNumber() throws Exception {
        String wrong = Rows.number(1).substring(0, 9) + (Rows.number(1).charAt(9) == '0' ? "1" : "0");
        land(Rows.of(FEED).row(1, "NHS_NUMBER", wrong).row(2, "NHS_NUMBER", "12 345"));
        assertThat(home.landed("gp_registration", "nhs_number")).containsOnly("-");
        assertThat(home.landed("gp_registration", "nhs_number_as_sent")).containsExactly(wrong, "12 345");
        assertThat(warnings(0)).isEqualTo("NHS_CHECK_DIGIT");
        assertThat(warnings(1)).isEqualTo("NHS_FORMAT");
    }

    @Test
    void missingNumberBirthDateOrNameIsAWarning() throws Exception {
        land(Rows.of(FEED)
                .row(1, "NHS_NUMBER", "")
                .row(2, "NHS_NUMBER", "none")
                .row(3, "PERSON_BIRTH_DATE", "")
                .row(4, "PERSON_BIRTH_DATE", "2025-02")
                .row(5, "PERSON_BIRTH_DATE", "2027-01-01")
                .row(6, "PERSON_BIRTH_DATE", "2025-02-30")
                .row(7, "PERSON_FAMILY_NAME", " ")
                .row(8, "PERSON_BIRTH_DATE", "1900-01-01"));
        assertThat(home.landed("gp_registration", "array_to_string(warnings, ';')"))
                .containsExactly(
                        "NHS_MISSING",
                        "NHS_MISSING",
                        "DOB_MISSING",
                        "DOB_PARTIAL",
                        "DOB_FUTURE",
                        "DATE_FORMAT",
                        "NAME_MISSING",
                        "DOB_MISSING");
        assertThat(home.landed("gp_registration", "person_birth_date").subList(2, 6))
                .containsOnly("-");
        assertThat(home.landed("gp_registration", "warning_field").get(3)).isEqualTo("PERSON_BIRTH_DATE");
    }

    @Test
    void aRowThatCouldBeAnybodyIsRefused() throws Exception {
        land(Rows.of(FEED)
                .row(1, "NHS_NUMBER", "", "PERSON_BIRTH_DATE", "", "POSTCODE_OF_USUAL_ADDRESS", "")
                .row(2, "NHS_NUMBER", "", "PERSON_BIRTH_DATE", ""));
        assertThat(home.lines()).containsExactly("2 REJECTED MANDATORY_MISSING;NHS_MISSING;DOB_MISSING");
        assertThat(home.landed("gp_registration", "line_no")).containsExactly("3");
    }

    @Test
    void refusedRowsHaveTheirReasons() throws Exception {
        land(Rows.of(FEED)
                .row(1, "GP_REGISTRATION_TYPE", "9")
                .row(2, "PERSON_FAMILY_NAME", "x".repeat(36))
                .row(3, "START_DATE_GMP_PATIENT_REGISTRATION", "31/12/2025")
                .row(4, "START_DATE_GMP_PATIENT_REGISTRATION", "")
                .row(5, "END_DATE_GMP_PATIENT_REGISTRATION", "2025-01-01", "REASON_FOR_REMOVAL", "RDR")
                .row(6, "END_DATE_GMP_PATIENT_REGISTRATION", "2025-03-01")
                .row(7, "RECORD_ACTION", "A")
                .row(8, "PERSON_GIVEN_NAME", "a\u0000b")
                .row(9, "GP_REGISTRATION_TYPE", "9", "PERSON_GIVEN_NAME", "")
                .row(10));
        assertThat(home.lines())
                .containsExactly(
                        "2 REJECTED UNKNOWN_CODE GP_REGISTRATION_TYPE",
                        "3 REJECTED FIELD_TOO_LONG PERSON_FAMILY_NAME",
                        "4 REJECTED DATE_FORMAT START_DATE_GMP_PATIENT_REGISTRATION",
                        "5 REJECTED MANDATORY_MISSING START_DATE_GMP_PATIENT_REGISTRATION",
                        "6 REJECTED DATE_ORDER END_DATE_GMP_PATIENT_REGISTRATION",
                        "7 REJECTED MANDATORY_MISSING REASON_FOR_REMOVAL",
                        "8 REJECTED UNKNOWN_CODE RECORD_ACTION",
                        "9 REJECTED CONTROL_CHARACTER PERSON_GIVEN_NAME",
                        "10 REJECTED UNKNOWN_CODE;NAME_MISSING GP_REGISTRATION_TYPE");
        assertThat(home.landed("gp_registration", "line_no")).containsExactly("11");
    }

    @Test
    void oddLinesAreCountedAsRulingsSay() throws Exception {
        Rows rows = Rows.of(FEED);
        String text = rows.row(1).text();
        String good = text.substring(text.indexOf("\r\n") + 2);
        land(text + "\r\n" + ",".repeat(rows.header().split(",").length - 1) + "\r\n" + rows.header() + "\r\n"
                + "\\.\r\n" + good.replace("L1", "L2").strip());
        assertThat(home.state(NAME)).isEqualTo("LANDED");
        assertThat(home.lines()).containsExactly("5 SKIPPED REPEATED_HEADER", "6 REJECTED FIELD_COUNT");
        assertThat(home.landed("gp_registration", "line_no")).containsExactly("2", "7");
        assertThat(home.database
                        .sql("select rows_read || ' ' || rows_landed || ' ' || rows_skipped from engine.file")
                        .query(String.class)
                        .single())
                .isEqualTo("4 2 1");
    }

    @Test
    void instructionRowIsNoRow() throws Exception {
        String text = Rows.of(FEED).row(1).text();
        int body = text.indexOf("\r\n") + 2;
        String instruction = "Required, F for a full list" + ",".repeat(17) + "\r\n";
        String whole = text.substring(0, body) + instruction + text.substring(body);
        home.drop(FEED, NAME, whole);
        home.control(FEED, NAME, Map.of("RECORD_COUNT", "1", "DISTINCT_CHILD_COUNT", "1"));
        home.baseline(IntakeHome.D);
        assertThat(home.state(NAME)).isEqualTo("LANDED");
        assertThat(home.landed("gp_registration", "line_no")).containsExactly("3");
    }

    @Test
    void textSurvivesCharacterByCharacter() throws Exception {
        String header = Rows.of(FEED).header();
        String row =
                "F," + Rows.number(1) + ",01,\"L\"\"1\\.\",\"O\u2019Brien, N\u00ee\",\"Zo\u00eb \uD83D\uDE00\u202Ex\","
                        + "2025-02-03,F,\"two\nlines\",\\N,\t tab\tinside \t,,,zz11zz,a00001,2025-02-10,,1,\r\n";
        home.drop(FEED, NAME, header + "\r\n" + row + row.replace("L\"\"1", "L2"));
        home.control(
                FEED,
                NAME,
                Map.of(
                        "RECORD_COUNT",
                        "2",
                        "DISTINCT_CHILD_COUNT",
                        "1",
                        "NHS_NUMBER_HASH_TOTAL",
                        String.valueOf(2 * Integer.parseInt(Rows.number(1).substring(6)))));
        home.baseline(IntakeHome.D);
        assertThat(home.state(NAME)).isEqualTo("LANDED");
        assertThat(home.landed("gp_registration", "local_patient_identifier_extended")
                        .get(0))
                .isEqualTo("L\"1\\.");
        assertThat(home.landed("gp_registration", "person_family_name").get(0)).isEqualTo("O'Brien, N\u00ee");
        assertThat(home.landed("gp_registration", "person_given_name").get(0))
                .isEqualTo("Zo\u00eb \uD83D\uDE00\u202Ex");
        assertThat(home.landed("gp_registration", "address_line_1").get(0)).isEqualTo("two\nlines");
        assertThat(home.landed("gp_registration", "address_line_2").get(0)).isEqualTo("\\N");
        assertThat(home.landed("gp_registration", "address_line_3").get(0)).isEqualTo("tab\tinside");
        assertThat(home.landed("gp_registration", "line_no")).containsExactly("2", "4");
    }

    @Test
    void windows1252IsReadFromTheFirstRow() throws Exception {
        String text = Rows.of(FEED).row(1, "PERSON_GIVEN_NAME", "Zo\u00eb").text();
        home.drop(FEED, NAME, text.getBytes(Charset.forName("windows-1252")));
        home.control(FEED, NAME, Map.of());
        home.baseline(IntakeHome.D);
        assertThat(home.landed("gp_registration", "person_given_name")).containsExactly("Zo\u00eb");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheHeader() throws Exception {
        home.drop(FEED, NAME, "\uFEFF" + Rows.of(FEED).row(1).text());
        home.control(
                FEED,
                NAME,
                Map.of(
                        "NHS_NUMBER_HASH_TOTAL",
                        String.valueOf(Integer.parseInt(Rows.number(1).substring(6)))));
        home.baseline(IntakeHome.D);
        assertThat(home.state(NAME)).isEqualTo("LANDED");
    }

    @Test
    void filesThatCannotBeReadAreRefusedWhole() throws Exception {
        String good = Rows.of(FEED).row(1).text();
        refused("utf16", good.getBytes(StandardCharsets.UTF_16), "REJECTED ENCODING");
        byte[] undefined = good.getBytes(StandardCharsets.UTF_8);
        undefined[undefined.length - 5] = (byte) 0x81;
        refused("undefined bytes", undefined, "REJECTED ENCODING");
        refused("open quote", (good + "F,\"open").getBytes(StandardCharsets.UTF_8), "REJECTED QUOTING");
        refused(
                "column missing",
                good.replace("PERSON_BIRTH_DATE", "BIRTHDAY").getBytes(StandardCharsets.UTF_8),
                "REJECTED HEADER_MISMATCH");
        refused(
                "column twice",
                good.replace("ADDRESS_LINE_2", "ADDRESS_LINE_1").getBytes(StandardCharsets.UTF_8),
                "REJECTED HEADER_MISMATCH");
        refused(
                "long field",
                good.replace("Testgiven", "x".repeat(70_000)).getBytes(StandardCharsets.UTF_8),
                "REJECTED LIMIT_EXCEEDED");
        refused(
                "wide",
                (good.replaceFirst("\r\n", ",X".repeat(500) + "\r\n")).getBytes(StandardCharsets.UTF_8),
                "REJECTED LIMIT_EXCEEDED");
        refused("empty", new byte[0], "REJECTED FILE_EMPTY");
    }

    private int sequence;

    private void refused(String what, byte[] content, String expected) throws Exception {
        String name = "GPREG_A0000" + ++sequence + "_20261116_000001_F.csv";
        home.drop(FEED, name, content);
        home.control(FEED, name, Map.of());
        home.baseline(IntakeHome.D.plusDays(sequence));
        assertThat(home.state(name)).as(what).isEqualTo(expected);
        assertThat(home.landed("gp_registration", "line_no")).isEmpty();
        assertThat(home.lines()).isEmpty();
    }

    @Test
    void testNumbersAreRefusedWhereTheServiceSaysSo() throws Exception {
        home = new IntakeHome(folder, true);
        land(Rows.of(FEED).row(1));
        assertThat(home.lines()).containsExactly("2 REJECTED TEST_NUMBER NHS_NUMBER");
    }

    @Test
    void sameContentHasTheSameHashWhateverItsActionCode() throws Exception {
        land(Rows.of(FEED)
                .row(1)
                .row(2)
                .row(1, "PERSON_GIVEN_NAME", " Testgiven ")
                .row(1, "PERSON_GIVEN_NAME", "Other"));
        var hashes = home.landed("gp_registration", "row_hash");
        assertThat(hashes.get(0)).hasSize(36).isEqualTo(hashes.get(2)).isNotEqualTo(hashes.get(3));
    }
}
