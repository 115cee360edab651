package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five layouts of school imports, known by their headers: feeds 8.3, rulings 2 and 3. */
class SchoolImportTest {

    private static final String FEED = "school-vaccination";
    private static final String TABLE = "school_vaccination";
    private static final String POINT_OF_CARE =
            "ORGANISATION_CODE,SCHOOL_URN,NHS_NUMBER,PERSON_FORENAME,PERSON_SURNAME,PERSON_DOB,DATE_OF_VACCINATION,"
                    + "PROGRAMME,VACCINATED,VACCINE_GIVEN,ANATOMICAL_SITE,DOSE_SEQUENCE,REASON_NOT_VACCINATED\n";
    private static final String COHORT =
            "CHILD_SCHOOL_URN,CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_NHS_NUMBER,PARENT_1_NAME\n";

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void home() throws Exception {
        home = new IntakeHome(folder);
    }

    private String lands(String name, String text) throws Exception {
        home.drop(FEED, name, text);
        home.run(IntakeHome.D);
        return home.state(name);
    }

    @Test
    void aVaccinationGivenAndOneNotGiven() throws Exception {
        lands(
                "any name.csv",
                POINT_OF_CARE
                        + "R1L,110158,999 000 0018,Ann,Oak,20120301,15/11/2026,HPV,Y,Gardasil9,Left Thigh,2P,\n"
                        + "R1L,TT110158,9990000026,May,Ash,01/03/2012,20261115,ACWYX4,N,,,,refused\n"
                        + "R1L,110158,,Joy,Elm,2012-03-01,20261115,Flu,,AstraZeneca Fluenz,nasal,,\n,,,,,,,,,,,,\n");
        assertThat(home.landed(
                        TABLE,
                        "concat_ws(' ', layout, school_urn, nhs_number, person_birth_date, event_date,"
                                + " programme, vaccinated, vaccine_programme, dose_as_sent, reason_not_vaccinated)"))
                .containsExactly(
                        "POINT_OF_CARE 110158 9990000018 2012-03-01 2026-11-15 HPV Y HPV 2P",
                        "POINT_OF_CARE TT110158 9990000026 2012-03-01 2026-11-15 MENACWY N DECLINED",
                        "POINT_OF_CARE 110158 2012-03-01 2026-11-15 FLU FLU");
        assertThat(home.lines()).isEmpty();
    }

    @Test
    void aBadRowHasItsReason() throws Exception {
        lands(
                "bad.csv",
                POINT_OF_CARE
                        + "R1L,110158,9990000019,Ann,Oak,20120301,20261115,HPV,Y,Gardasil,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,,20261115,HPV,Y,Gardasil,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,20120301,20261118,HPV,Y,Gardasil,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,20120301,31/02/2026,HPV,Y,Gardasil,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,20120301,20261115,Measles,Y,Gardasil,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,20120301,20261115,HPV,Y,Snake oil,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,20120301,20261115,HPV,N,,,,\n"
                        + "R1L,110158,9990000018,Ann,Oak,20120301,20261115,HPV,N,,,,sulked\n"
                        + "R1L,110158,9990000018,,Oak,20120301,20261115,HPV,Y,Gardasil,,,\n"
                        + "R1L,110158,9990000018,Ann," + "O".repeat(301) + ",20120301,20261115,HPV,Y,Gardasil,,,\n");
        assertThat(home.lines())
                .containsExactly(
                        "2 REJECTED NHS_CHECK_DIGIT NHS_NUMBER",
                        "3 REJECTED DOB_MISSING PERSON_DOB",
                        "4 REJECTED DATE_FUTURE DATE_OF_VACCINATION",
                        "5 REJECTED DATE_FORMAT DATE_OF_VACCINATION",
                        "6 REJECTED UNKNOWN_CODE PROGRAMME",
                        "7 REJECTED UNKNOWN_CODE VACCINE_GIVEN",
                        "8 REJECTED MANDATORY_MISSING REASON_NOT_VACCINATED",
                        "9 REJECTED UNKNOWN_CODE REASON_NOT_VACCINATED",
                        "10 REJECTED MANDATORY_MISSING PERSON_FORENAME",
                        "11 REJECTED FIELD_TOO_LONG PERSON_SURNAME");
    }

    @Test
    void listsOfSchoolsAndClasses() throws Exception {
        lands(
                "lists.csv",
                "\uFEFF" + COHORT + "\"Required: six digits\",Required,Required,Required,,\n"
                        + "123456,Ann,Oak,2012-03-01,9990000018,A Parent\n888888,Zoë,Ash,01/03/2012,,\n");
        byte[] latin =
                "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_PREFERRED_GIVEN_NAME\nZoë,Elm,20120301,Zo\n"
                        .getBytes(StandardCharsets.ISO_8859_1);
        home.drop(FEED, "class.csv", latin);
        home.run(IntakeHome.D.plusDays(1));
        assertThat(home.landed(
                        TABLE,
                        "concat_ws(' ', layout, school_urn, nhs_number, person_given_name,"
                                + " preferred_given_name, person_birth_date, event_date)"))
                .containsExactly(
                        "COHORT 123456 9990000018 Ann 2012-03-01",
                        "COHORT 888888 Zoë 2012-03-01",
                        "CLASS Zoë Zo 2012-03-01");
    }

    @Test
    void aFileOfNoLayoutOrTooManyRowsIsRefused() throws Exception {
        home.drop(FEED, "other.csv", "this;csv\nis,,,\n\"malformed\n");
        home.drop(FEED, "empty.csv", "");
        home.drop(FEED, "wrong.txt", COHORT);
        home.drop(FEED, "long.csv", COHORT + "123456,Ann,Oak,2012-03-01,,\n".repeat(20_001));
        home.run(IntakeHome.D);
        assertThat(home.state("other.csv")).isEqualTo("REJECTED HEADER_MISMATCH");
        assertThat(home.state("empty.csv")).isEqualTo("REJECTED FILE_EMPTY");
        assertThat(home.state("wrong.txt")).isEqualTo("REJECTED FILE_NAME");
        assertThat(home.state("long.csv")).isEqualTo("REJECTED LIMIT_EXCEEDED");
    }

    @Test
    void publishedImports() throws Exception {
        String samples = System.getenv("MUSTER_SAMPLES");
        Assumptions.assumeTrue(samples != null, "no published samples");
        try (var files = Files.walk(Path.of(samples).resolve("mavis"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                home.drop(FEED, file.getParent().getFileName() + "-" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        home.run(IntakeHome.D);
        assertThat(home.database
                        .sql(
                                "select name || ' ' || state || coalesce(' ' || reason_code, '') || ' ' || rows_read || ' '"
                                        + " || rows_rejected from engine.file order by name collate \"C\"")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "class_import-valid.csv LANDED 4 0",
                        "class_import-valid_with_bom.csv LANDED 1 0",
                        "cohort_import-duplicate_nhs_numbers.csv LANDED 2 0",
                        "cohort_import-invalid_fields.csv LANDED 20 7",
                        "cohort_import-malformed.csv REJECTED HEADER_MISMATCH 0 0",
                        "cohort_import-pds_extravaganza.csv LANDED 10 0",
                        "cohort_import-valid.csv LANDED 3 0",
                        "cohort_import-valid_extra_fields.csv LANDED 3 0",
                        "cohort_import-valid_instruction_row.csv LANDED 1 0",
                        "cohort_import-valid_iso_8859_1_encoding.csv LANDED 16 0",
                        "national_reporting-valid_mixed_flu_hpv.csv LANDED 3 1",
                        "point_of_care-invalid_rows.csv LANDED 2 2",
                        "point_of_care-systm_one.csv LANDED 4 0",
                        "point_of_care-valid_mmr.csv LANDED 11 0");
    }
}
