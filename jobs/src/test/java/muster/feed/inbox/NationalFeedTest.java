package muster.feed.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import muster.definition.feed.FeedColumn;
import muster.feed.Reason;
import muster.feed.nems.NemsRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real national formats: PDS extract (feeds 3.11), vaccination events (8.1), NEMS messages (3). */
class NationalFeedTest {

    private static final String PDS =
            "record_type,nhs_number,date_of_birth,family_name,serial_change_number,eligibility";
    private static final String V5_NAME = "MMR_Vaccinations_v5_YGM41_20261116T06000000.csv";

    @TempDir
    Path folder;

    private IntakeHome home;

    @BeforeEach
    void home() throws Exception {
        home = new IntakeHome(folder);
    }

    private static String wrong(int n) {
        String number = Rows.number(n);
        return number.substring(0, 9) + (number.charAt(9) == '0' ? '1' : '0');
    }

    @Test
    void extractRowsHaveTheirReasons() throws Exception {
        home.drop(
                "pds-extract",
                "x_-_COHORT.csv",
                PDS + "\n"
                        + "ADD," + Rows.number(1) + ",20250203,Testfamily,5,TRUE\n"
                        + "Amended," + wrong(2) + ",20250203,Testfamily,5,TRUE\n"
                        + "ADD,12345,20250203,Testfamily,5,TRUE\n"
                        + "ADD," + Rows.number(3) + ",202502,Testfamily,5,TRUE\n"
                        + "ADD," + Rows.number(4) + ",20270203,Testfamily,5,TRUE\n"
                        + "ADD," + Rows.number(5) + ",,Testfamily,5,TRUE\n"
                        + "ADD," + Rows.number(6) + ",20250203,,5,TRUE\n"
                        + "DEL," + Rows.number(7) + ",,,5,\n"
                        + "NONSENSE," + Rows.number(8) + ",20250203,Testfamily,5,TRUE\n"
                        + "ADD,,20250203,Testfamily,5,TRUE\n"
                        + "ADD," + Rows.number(9) + ",20250230,Testfamily,5,TRUE\n");
        home.run(IntakeHome.D);
        assertThat(home.lines())
                .containsExactly(
                        "3 REJECTED NHS_CHECK_DIGIT nhs_number",
                        "4 REJECTED NHS_CHECK_DIGIT nhs_number",
                        "6 REJECTED DOB_FUTURE date_of_birth",
                        "7 REJECTED DOB_MISSING date_of_birth",
                        "10 REJECTED UNKNOWN_CODE record_type",
                        "11 REJECTED MANDATORY_MISSING nhs_number",
                        "12 REJECTED DATE_FORMAT date_of_birth");
        assertThat(home.landed("pds_extract", "line_no || coalesce(' ' || array_to_string(warnings, ';'), '')"))
                .containsExactly("2", "5 DOB_PARTIAL", "8 NAME_MISSING", "9");
        assertThat(home.landed("pds_extract", "record_type")).containsExactly("ADD", "ADD", "ADD", "DEL");
    }

    @Test
    void anExtractWithAControlFileIsChecked() throws Exception {
        String name = "PDS_RXX_20261116_000003_F.csv";
        home.drop("pds-extract", name, PDS + "\nADD," + Rows.number(1) + ",20250203,T,5,TRUE\n");
        String hash = String.valueOf(Integer.parseInt(Rows.number(1).substring(6)));
        home.control(
                "pds-extract",
                name,
                Map.of("FEED", "PDSEXT", "NHS_NUMBER_HASH_TOTAL", hash, "DISTINCT_CHILD_COUNT", "1"));
        home.baseline(IntakeHome.D);
        assertThat(home.state(name)).isEqualTo("LANDED");
        assertThat(home.database
                        .sql("select sender || file_type || sequence_number from engine.file")
                        .query(String.class)
                        .single())
                .isEqualTo("RXXF3");
        home.drop("pds-extract", name, PDS + "\nADD," + Rows.number(2) + ",20250203,T,5,TRUE\n");
        home.control("pds-extract", name, Map.of("FEED", "PDSEXT", "NHS_NUMBER_HASH_TOTAL", "1"));
        home.run(IntakeHome.D.plusDays(1));
        assertThat(home.state(name)).isEqualTo("HELD SEQUENCE_CONFLICT");
    }

    private static String vaccinations(String... rows) {
        String header = IntakeHome.DEFINITIONS.feed("vaccination-v5").columns().stream()
                .map(FeedColumn::header)
                .filter(title -> title != null)
                .collect(Collectors.joining("|"));
        return header + "\n" + String.join("\n", rows) + "\n";
    }

    private static String dose(String number, String id, String... changes) {
        String row = "\"" + number
                + "\"|\"T\"|\"O\\'Test\"|\"20250203\"|\"2\"|\"ZZ1 1ZZ\"|\"20261101T10300000\"|\"A00001\"|"
                + "\"https://fhir.nhs.uk/Id/ods-organization-code\"|\"" + id + "\"|\"https://x\"|\"new\"|\"\"|\"\"|"
                + "\"20261101\"|\"TRUE\"|\"38598009\"|\"term\"|1|\"1\"|\"p\"|\"m\"|\"b\"|\"20271231\"|\"s\"|\"s\"|\"r\"|\"r\"|"
                + "\"0.5\"|\"u\"|\"u\"|\"i\"|\"X99999\"|\"https://fhir.nhs.uk/Id/ods-organization-code\"";
        for (int i = 0; i < changes.length; i += 2) {
            row = row.replace(changes[i], changes[i + 1]);
        }
        return row;
    }

    @Test
    void vaccinationRowsHaveTheirReasons() throws Exception {
        home.drop(
                "vaccination-v5",
                V5_NAME,
                vaccinations(
                        dose(Rows.number(1), "a"),
                        dose(wrong(2), "b"),
                        dose("", "c"),
                        dose(Rows.number(3), "d", "38598009", ""),
                        dose(Rows.number(4), "e", "20261101T10300000", "20261101T10300002"),
                        dose(Rows.number(5), "f", "20261101T10300000", "20270101T10300000"),
                        dose(Rows.number(6), "g", "\"new\"", "\"renew\""),
                        dose(Rows.number(7), "h", "20261101T10300000", "20260701T10300001")));
        home.run(IntakeHome.D);
        assertThat(home.lines())
                .containsExactly(
                        "3 REJECTED NHS_CHECK_DIGIT NHS_NUMBER",
                        "5 REJECTED MANDATORY_MISSING VACCINATION_PROCEDURE_CODE",
                        "6 REJECTED DATE_FORMAT DATE_AND_TIME",
                        "7 REJECTED DATE_FUTURE DATE_AND_TIME",
                        "8 REJECTED UNKNOWN_CODE ACTION_FLAG");
        assertThat(home.landed("vaccination_v5", "line_no")).containsExactly("2", "4", "9");
        assertThat(home.landed("vaccination_v5", "date_and_time at time zone 'UTC'"))
                .containsExactly("2026-11-01 10:30:00", "2026-11-01 10:30:00", "2026-07-01 09:30:00");
        assertThat(home.landed("vaccination_v5", "person_surname")).containsOnly("O'Test");
        assertThat(home.landed("vaccination_v5", "file_vaccine_type")).containsOnly("MMR");
        assertThat(home.landed("vaccination_v5", "action_flag")).containsOnly("NEW");
    }

    @Test
    void vaccinationFilesKeepTheirHeaderAndTheirName() throws Exception {
        String good = vaccinations(dose(Rows.number(1), "a"));
        home.drop("vaccination-v5", V5_NAME, good);
        home.drop(
                "vaccination-v5",
                V5_NAME.replace("MMR", "MENB"),
                good.replace("PERSON_FORENAME|PERSON_SURNAME", "PERSON_SURNAME|PERSON_FORENAME"));
        home.drop("vaccination-v5", V5_NAME.replace("MMR", "FLU"), "");
        home.drop("vaccination-v5", V5_NAME.replace("MMR", "NONSENSE"), good);
        home.run(IntakeHome.D);
        assertThat(home.state(V5_NAME)).isEqualTo("LANDED");
        assertThat(home.state(V5_NAME.replace("MMR", "MENB"))).isEqualTo("REJECTED HEADER_MISMATCH");
        assertThat(home.state(V5_NAME.replace("MMR", "FLU"))).isEqualTo("REJECTED FILE_EMPTY");
        assertThat(home.state(V5_NAME.replace("MMR", "NONSENSE"))).isEqualTo("REJECTED FILE_NAME");
        home.intake.settle(home.night(IntakeHome.D));
        home.drop("vaccination-v5", V5_NAME, vaccinations(dose(Rows.number(2), "b")));
        home.run(IntakeHome.D.plusDays(1));
        assertThat(home.state(V5_NAME)).isEqualTo("REJECTED FILE_NAME_REUSED");
    }

    @Test
    void nemsColumnsAreThoseOfItsReader() {
        assertThat(IntakeHome.DEFINITIONS.feed("nems").columns())
                .extracting(FeedColumn::name)
                .containsExactlyElementsOf(NemsRows.COLUMNS.stream()
                        .map(NemsRows.Column::name)
                        .filter(name -> !name.equals("warning_codes"))
                        .toList());
    }

    @Test
    void everyReasonOfADefinitionIsKnown() {
        IntakeHome.DEFINITIONS.feeds().values().forEach(feed -> {
            feed.checks().forEach(check -> Reason.valueOf(check.reason()));
            feed.columns().stream()
                    .filter(column -> column.reason() != null)
                    .forEach(column -> Reason.valueOf(column.reason()));
            assertThat(feed.key()).isNotEmpty();
        });
    }

    @Test
    void referenceSetsAreKnownByTheirHeaders() throws Exception {
        home.drop(
                "reference",
                "a.csv",
                "PCDS,DOINTR,DOTERM,LAD24CD,LAD25CD,CTY25CD,RGN25CD,ctry25cd,ICB25CD,SICBL25CD,LSOA11CD,LSOA21CD\n"
                        + "ZZ1 1ZZ,199001,,E07000001,E06000999,E99999999,E12000007,E92000001,E54000099,E38000999,E01000001,E01000002\n");
        home.drop(
                "reference",
                "b.csv",
                "SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24CDH,ICB24NM,LAD24CD\nE38000999,99X,S,E54000099,QZZ,I,E06000999\n");
        home.drop("reference", "c.csv", "LAD24CD,LAD24NM\nE06000999,Testshire\n");
        home.drop(
                "reference",
                "d.csv",
                "PRACTICE_CODE,PCN_CODE,PCN_NAME,VALID_FROM,VALID_TO\nA00001,U00001,N,2020-01-01,\n");
        home.drop("reference", "e.csv", "DATE\n2026-12-25\n");
        home.drop(
                "reference",
                "f.csv",
                "ORGANISATION_CODE,NAME,ROLE,PARENT_CODE,VALID_FROM,VALID_TO\nRXA,N,CHIS,,2020-01-01,\n");
        home.drop("reference", "g.csv", "WHAT,IS,THIS\n1,2,3\n");
        home.run(IntakeHome.D);
        assertThat(home.database
                        .sql("select concat_ws(' ', name, sender, state, reason_code) from engine.file order by name")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "a.csv onspd LANDED",
                        "b.csv icb_lookup LANDED",
                        "c.csv local_authority_district LANDED",
                        "d.csv pcn_membership LANDED",
                        "e.csv bank_holiday LANDED",
                        "f.csv organisation LANDED",
                        "g.csv REJECTED HEADER_MISMATCH");
        assertThat(home.landed("reference_onspd", "local_authority_district || ' ' || lsoa21"))
                .containsExactly("E06000999 E01000002");
    }

    @Test
    void twoCommissionsForOneAreaAndDateRefuseTheFile() throws Exception {
        String header = "SERVICE_CODE,AREA_TYPE,AREA_CODE,ORGANISATION_CODE,ORGANISATION_NAME,VALID_FROM,VALID_TO\n";
        home.drop(
                "reference",
                "service_commission.csv",
                header + "HV,LA,E06000999,RXA,A,2020-01-01,2025-03-31\nHV,LA,E06000999,RXB,B,2025-03-31,\n");
        home.run(IntakeHome.D);
        assertThat(home.state("service_commission.csv")).isEqualTo("REJECTED DUPLICATE_KEY");
        home.drop(
                "reference",
                "service_commission.csv",
                header + "HV,LA,E06000999,RXB,B,2025-04-01,\nHV,LA,E06000999,RXA,A,2020-01-01,2025-03-31\n");
        home.run(IntakeHome.D.plusDays(1));
        assertThat(home.state("service_commission.csv")).isEqualTo("LANDED");
    }

    @Test
    void refusedMessagesAreLines() throws Exception {
        home.drop("nems", "a.xml", "<Bundle");
        home.drop("nems", "b.xml", "<Bundle");
        home.drop("nems", "c.xml", "<!DOCTYPE x><Bundle/>");
        home.drop("nems", "d.json", "{}");
        home.run(IntakeHome.D);
        assertThat(List.of(home.state("a.xml"), home.state("b.xml"), home.state("c.xml"), home.state("d.json")))
                .containsExactly("LANDED", "DUPLICATE DUPLICATE_FILE", "LANDED", "REJECTED FILE_NAME");
        assertThat(home.lines()).containsExactlyInAnyOrder("1 REJECTED XML_INVALID", "1 REJECTED XML_DTD_REFUSED");
    }

    @Test
    void publishedSamplesLand() throws Exception {
        String samples = System.getenv("MUSTER_SAMPLES");
        assumeTrue(samples != null, "MUSTER_SAMPLES is not set");
        Path root = Path.of(samples);
        int messages = 0;
        try (var files = Files.list(root.resolve("nems-events"))) {
            for (Path file : files.toList()) {
                home.drop("nems", file.getFileName().toString(), Files.readAllBytes(file));
                messages++;
            }
        }
        home.drop(
                "vaccination-v5",
                "RSV_Vaccinations_v5_X26_20250730T12000001.csv",
                Files.readAllBytes(root.resolve("vaccination-events-v5/sample_valid_csv_data.csv")));
        home.drop(
                "vaccination-v5",
                "MMR_Vaccinations_v5_X26_20250730T12000001.csv",
                Files.readAllBytes(root.resolve("vaccination-events-v5/test-batch-data.csv")));
        home.drop(
                "pds-extract",
                "template_-_COHORT.csv",
                Files.readAllBytes(root.resolve("caas-pds-extract/template.csv.txt")));
        for (String reference : List.of(
                "ods/epraccur_extract_2019-10_ccg_era.csv", "ods/epraccur_extract_2024-01.csv",
                "la/uk_local_authorities_current.csv", "la/lookup_gss_to_registry.csv",
                "lsoa/lookup_lsoa_to_registry_england.csv", "imd/imd2019_england_lsoa2011_decile.csv")) {
            home.drop(
                    "reference",
                    Path.of(reference).getFileName().toString(),
                    Files.readAllBytes(root.resolve("reference").resolve(reference)));
        }
        home.run(IntakeHome.D);
        assertThat(home.database
                        .sql(
                                "select name || ' ' || state || coalesce(reason_code, '') from engine.file where state <> 'LANDED'")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(home.database
                        .sql("select count(*) from engine.file where feed = 'nems'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(messages);
        assertThat(home.database
                        .sql(
                                "select sender || ' ' || rows_landed || ' ' || rows_rejected from engine.file where feed = 'reference' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "epraccur 1972 0",
                        "epraccur 400 0",
                        "imd 32844 0",
                        "local_authority 470 0",
                        "local_authority_gss 483 0",
                        "lsoa_authority 32844 0");
        assertThat(home.database
                        .sql(
                                "select count(*) from engine.line inner join engine.file using (file_id) where feed = 'vaccination-v5'")
                        .query(Integer.class)
                        .single())
                .isLessThan(5);
    }
}
