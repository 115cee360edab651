package muster.feed.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.definition.feed.FeedColumn;
import muster.feed.Reason;
import muster.feed.hostile.Parsing.Result;
import muster.feed.inbox.ControlFiles;
import muster.feed.parquet.ParquetFiles;

/** Every parser of intake, with a sound file of each form, and what must hold whatever bytes it is given. */
public enum Target {
    GP_REGISTRATION("gp-registration", "GPREG_A00001_20261117_000001_D.csv"),
    HV_CASELOAD("hv-caseload", "HVCASE_RXH_20261117_000001_D.csv"),
    CHIS_REGISTER("chis-register", "CHISREG_RXA_20261117_000001_D.csv"),
    PDS_CSV("pds-extract", "x_-_COHORT.csv"),
    PDS_PARQUET("pds-extract", "x_-_COHORT.parquet"),
    VACCINATION_V5("vaccination-v5", "MMR_Vaccinations_v5_RXA_20261116T01020300.csv"),
    HV_CONTACT("hv-contact", "HVCONT_RXH_20261117_000001_D.csv"),
    CHIS_EVENT("chis-event", "CHISEVT_RXA_20261117_000001_D.csv"),
    NBS_RESULT("nbs-result", "NBSRES_RXL_20261117_000001_D.csv"),
    NHSP_RESULT("nhsp-result", "NHSPRES_RXH_20261117_000001_D.csv"),
    NIPE_RESULT("nipe-result", "NIPERES_RXH_20261117_000001_D.csv"),
    SCHOOL_VACCINATION("school-vaccination", "x.csv"),
    GPR4("gp-gpr4", "A00001_GPR4QX11.KHA"),
    NEMS("nems", "x.xml"),
    MNS("mns", "x.json"),
    MESH_CONTROL(null, "x.ctl"),
    OWN_CONTROL(null, "x.ctl.csv"),
    REFERENCE(null, "x.csv");

    private static final Path MESSAGES = Path.of("jobs/src/test/resources/nems");

    private final String feed;
    private final String name;

    Target(String feed, String name) {
        this.feed = feed;
        this.name = name;
    }

    /**
     * Reads the bytes; every line read must have an outcome, and nothing but a reasoned refusal may be thrown.
     *
     * @return lines read to their end; -1 for a file refused as a whole
     */
    public int read(Path folder, byte[] content) throws IOException {
        if (feed == null) {
            return control(Files.write(folder.resolve(name), content)).equals("READ") ? 1 : -1;
        }
        Result result = Parsing.read(feed, folder, name, content);
        if (result.refusal() != null) {
            return -1;
        }
        // The parser's own count leaves repeated headers out; the ledger adds them (rulings 3).
        long headers = result.taken().refused.stream()
                .filter(line -> line.contains(Reason.REPEATED_HEADER.name()))
                .count();
        if (result.taken().lines() - headers != result.read()) {
            throw new AssertionError(
                    "Read " + result.read() + " rows, gave " + result.taken().outcomes() + ".");
        }
        return result.taken().lines();
    }

    private String control(Path file) throws IOException {
        return switch (this) {
            case MESH_CONTROL -> ControlFiles.reasonOf(file);
            case OWN_CONTROL -> ControlFiles.reasonOfOwn(file);
            default -> ControlFiles.reasonOfReference(file);
        };
    }

    /** Sound files. */
    public List<byte[]> sound(Path folder) throws IOException {
        return switch (this) {
            case NEMS -> messages();
            case MNS -> signals();
            case PDS_PARQUET -> parquet(folder);
            case GPR4 -> List.of(practiceList());
            case SCHOOL_VACCINATION -> schoolImports();
            case MESH_CONTROL ->
                List.of(bytes("<DTSControl><MessageType>Data</MessageType><WorkflowId>W</WorkflowId>"
                        + "<StatusRecord><Event>TRANSFER</Event><Status>SUCCESS</Status></StatusRecord></DTSControl>"));
            case OWN_CONTROL ->
                List.of(bytes("FEED,SENDER_ODS_CODE,LAYOUT_VERSION,AS_AT_DATE,EXTRACT_DATETIME,"
                        + "SEQUENCE_NUMBER,FILE_TYPE,RECORD_COUNT,NHS_NUMBER_HASH_TOTAL,DISTINCT_CHILD_COUNT,SHA256\r\n"
                        + "GPREG,A00001,1,2026-11-17,2026-11-17T01:00:00+00:00,1,F,1,18,1," + "a".repeat(64) + "\r\n"));
            case REFERENCE ->
                List.of(
                        bytes(
                                "PRACTICE_CODE,PCN_CODE,PCN_NAME,VALID_FROM,VALID_TO\r\nA00001,U00001,Test,2020-01-01,\r\n"),
                        bytes("DATE\r\n2026-12-25\r\n"));
            default -> List.of(delimited());
        };
    }

    private static List<byte[]> messages() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        try (var files = Files.list(MESSAGES)) {
            files.sorted().forEach(file -> {
                try {
                    messages.add(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return messages;
    }

    /** The three shapes of a signal. */
    private static List<byte[]> signals() {
        return List.of(
                bytes("{\"specversion\":\"1.0\",\"id\":\"s1\",\"type\":\"pds-record-change-2\","
                        + "\"time\":\"2026-11-16T10:00:00Z\",\"subject\":\"9990000018\"}"),
                bytes("{\"id\":\"s2\",\"type\":\"pds-death-notification-1\",\"subject\":{\"nhsNumber\":\"9990000026\","
                        + "\"familyName\":\"Testly\",\"dob\":\"2025-02\"},\"time\":\"2026-11-16T10:00:00.000Z\","
                        + "\"data\":{\"versionId\":\"W/\\\"7\\\"\",\"deathNotificationStatus\":\"1\"}}"),
                bytes("{\"resourceType\":\"Bundle\",\"id\":\"s3\",\"type\":\"history\",\"entry\":[{\"resource\":"
                        + "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"notification-event\",\"part\":"
                        + "[{\"name\":\"timestamp\",\"valueInstant\":\"2026-11-16T10:00:00Z\"}]},"
                        + "{\"name\":\"additional-context\",\"part\":[{\"name\":\"event-type\",\"valueString\":"
                        + "\"pds-record-change-2\"},{\"name\":\"subject\",\"valueReference\":"
                        + "{\"identifier\":{\"value\":\"9990000034\"}}}]}]}}]}"));
    }

    private static byte[] practiceList() {
        StringBuilder list = new StringBuilder("503\\*\r\n");
        for (int row = 0; row < 4; row++) {
            list.append("DOW~1~9999999,G1~QX1~20261117~1930~" + (row + 1) + "~" + SoundValues.of("nhs_number", row)
                    + "~O'TESTLY~ADA~~MISS~2~20200731~~67 INVENTED STREET\r\nDOW~2~~ALDERMERE~~JA1  0EA~~~~~\r\n");
        }
        return bytes(list.toString());
    }

    /** The import of a clinic and that of a school's children. */
    private static List<byte[]> schoolImports() {
        return List.of(
                bytes("ORGANISATION_CODE,SCHOOL_URN,NHS_NUMBER,PERSON_FORENAME,PERSON_SURNAME,PERSON_DOB,"
                        + "PERSON_GENDER_CODE,PERSON_POSTCODE,DATE_OF_VACCINATION,PROGRAMME,VACCINATED,VACCINE_GIVEN,"
                        + "REASON_NOT_VACCINATED,BATCH_NUMBER,BATCH_EXPIRY_DATE,ANATOMICAL_SITE,DOSE_SEQUENCE\r\n"
                        + "RZ7,110158,9990000018,Ada,\"O\u2019Testly\",20120203,Female,ZZ99 3CZ,20261110,HPV,Y,Gardasil9,"
                        + ",B1,20270101,left upper arm,1\r\n,,,,,,,,,,,,,,,,\r\n"),
                bytes(
                        "CHILD_SCHOOL_URN,CHILD_NHS_NUMBER,CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,"
                                + "CHILD_GENDER,CHILD_POSTCODE\r\n110158,999 000 0026,Zo\u00eb,Testly,2012-02-03,Female,ZZ99 3CZ\r\n"));
    }

    private static List<byte[]> parquet(Path folder) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (ParquetFiles.Form form : ParquetFiles.Form.several()) {
            List<Map<String, Object>> rows = List.of(
                    Map.of(
                            "record_type",
                            "ADD",
                            "nhs_number",
                            9990000018L,
                            "family_name",
                            "A",
                            "date_of_birth",
                            "2025"),
                    Map.of(
                            "record_type",
                            "ADD",
                            "nhs_number",
                            9990000026L,
                            "family_name",
                            "Z\u00eb",
                            "eligibility",
                            true),
                    Map.of("record_type", "DEL", "nhs_number", 9990000034L, "death_status", 2, "invalid_flag", false));
            files.add(Files.readAllBytes(ParquetFiles.write(folder.resolve("sound.parquet"), rows, form)));
        }
        return files;
    }

    private byte[] delimited() {
        char delimiter = Parsing.DEFINITIONS.feed(feed).layout().delimiter();
        List<String> titles = Parsing.DEFINITIONS.feed(feed).columns().stream()
                .filter(column -> column.header() != null && column.evidenceOf() == null)
                .map(FeedColumn::header)
                .toList();
        StringBuilder text = new StringBuilder(String.join("" + delimiter, titles)).append("\r\n");
        for (int row = 0; row < 4; row++) {
            for (String title : titles) {
                text.append(title.equals(titles.get(0)) ? "" : "" + delimiter).append(SoundValues.of(title, row));
            }
            text.append("\r\n");
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
