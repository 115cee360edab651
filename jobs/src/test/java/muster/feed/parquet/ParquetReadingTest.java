package muster.feed.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.feed.NhsNumber;
import muster.feed.hostile.Parsing;
import muster.feed.hostile.Parsing.Result;
import muster.feed.parquet.ParquetFiles.Form;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Parquet extract says what the CSV extract of the same rows says, however its writer packed it. */
class ParquetReadingTest {

    private static final String FEED = "pds-extract";
    private static final List<String> COLUMNS = ParquetFiles.EXTRACT.getFields().stream()
            .map(org.apache.parquet.schema.Type::getName)
            .toList();

    @TempDir
    Path folder;

    static Stream<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (WriterVersion version : WriterVersion.values()) {
            for (CompressionCodecName codec : List.of(
                    CompressionCodecName.SNAPPY, CompressionCodecName.GZIP, CompressionCodecName.UNCOMPRESSED)) {
                forms.add(new Form(version, codec, true, 1 << 16, 1 << 10));
                forms.add(new Form(version, codec, false, 1 << 18, 1 << 12));
            }
        }
        return forms.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saysWhatTheCsvFormSays(Form form) throws IOException {
        long seed = 20261117;
        List<Map<String, Object>> rows = rows(new Random(seed), 1_500);
        Result parquet = read(rows, form);
        byte[] text = csv(rows).getBytes(StandardCharsets.UTF_8);
        Result csv = Parsing.read(FEED, folder, "a_-_X.csv", text);
        assertThat(parquet.refusal()).isNull();
        assertThat(csv.refusal()).isNull();
        // The header is line 1 of the CSV form, while the rows of the other are counted from 1.
        assertThat(shifted(parquet.taken().rows)).as("seed " + seed).isEqualTo(csv.taken().rows);
        assertThat(shifted(parquet.taken().refused)).isEqualTo(csv.taken().refused);
        assertThat(parquet.read()).isEqualTo(csv.read());
        assertThat(csv.taken().rows.size()).isGreaterThan(400);
        assertThat(csv.taken().refused.size()).isGreaterThan(100);
    }

    @Test
    void aNumberIsPaddedToTenDigitsAndAbsentValuesStayAbsent() throws IOException {
        Map<String, Object> row = row(new Random(1));
        row.keySet().removeIf(column -> !List.of("record_type", "nhs_number", "date_of_birth", "family_name")
                .contains(column));
        String number = numberBelow(11_011_602);
        row.put("nhs_number", Long.parseLong(number));
        row.put("date_of_birth", "20250203");
        row.put("family_name", "Testfamily");
        row.put("record_type", "ADD");
        Result result = read(List.of(row), Form.usual());
        assertThat(result.taken().refused).isEmpty();
        assertThat(result.taken().rows)
                .singleElement()
                .satisfies(taken -> assertThat(taken).startsWith("1|").contains("|" + number + "|"));
        assertThat(result.taken().rows.get(0).split("\\|"))
                .filteredOn("~"::equals)
                .hasSize(34);
    }

    @Test
    void aRowWithNothingIsNoRowAndStillHasItsNumber() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>(rows(new Random(7), 1));
        rows.add(Map.of());
        rows.add(Map.of("record_type", "ADD"));
        Result result = read(rows, Form.usual());
        assertThat(result.read()).isEqualTo(2);
        assertThat(result.taken().refused).last().asString().startsWith("3 REJECTED MANDATORY_MISSING");
    }

    @Test
    void controlCharactersRefuseTheRowAndBrokenTextTheFile() throws IOException {
        Map<String, Object> nul = row(new Random(3));
        nul.put("family_name", "A\0B");
        assertThat(read(List.of(nul), Form.usual()).taken().refused)
                .containsExactly("1 REJECTED CONTROL_CHARACTER family_name");
        Map<String, Object> broken = row(new Random(3));
        broken.put("family_name", new byte[] {'A', (byte) 0xC3});
        assertThat(read(List.of(broken), Form.usual()).refusal()).isEqualTo("ENCODING");
    }

    @Test
    void aBitThatTurnedOnTheWayRefusesTheFile() throws IOException {
        Map<String, Object> sound = row(new Random(3));
        sound.put("family_name", "TESTNAMEX");
        Path file = ParquetFiles.write(
                folder.resolve("x.parquet"),
                List.of(sound),
                new Form(WriterVersion.PARQUET_1_0, CompressionCodecName.UNCOMPRESSED, false, 1 << 16, 1 << 10));
        byte[] bytes = Files.readAllBytes(file);
        bytes[indexOf(bytes, "TESTNAMEX") + 8] ^= 1;
        assertThat(Parsing.read(FEED, folder, "y.parquet", bytes).refusal()).isEqualTo("PARQUET_INVALID");
    }

    @Test
    void aColumnOfAnotherTypeIsNotGuessedAt() throws IOException {
        Map<String, Object> row = Map.of(
                "record_type", "ADD", "nhs_number", 9990000018.0, "date_of_birth", "20250203", "family_name", "A");
        for (String type : List.of("double nhs_number", "fixed_len_byte_array(10) nhs_number", "int96 nhs_number")) {
            String schema = "message m { optional binary record_type (STRING); optional binary date_of_birth (STRING);"
                    + " optional binary family_name (STRING); optional " + type + "; }";
            Map<String, Object> kept = new HashMap<>(row);
            if (!type.startsWith("double")) {
                kept.remove("nhs_number");
            }
            Path file = ParquetFiles.write(
                    folder.resolve("x.parquet"),
                    MessageTypeParser.parseMessageType(schema),
                    List.of(kept),
                    Form.usual());
            assertThat(Parsing.read(FEED, file, "x.parquet").refusal()).as(type).isEqualTo("HEADER_MISMATCH");
        }
        for (String type : List.of(
                "optional int32 date_of_birth (DATE)",
                "repeated binary date_of_birth (STRING)",
                "optional group date_of_birth { optional binary year (STRING); optional binary day (STRING); }")) {
            String schema = "message m { optional binary record_type (STRING); optional int64 nhs_number;"
                    + " optional binary family_name (STRING); " + type + " }";
            Path file = ParquetFiles.write(
                    folder.resolve("x.parquet"),
                    MessageTypeParser.parseMessageType(
                            schema.replace(") }", "); }").replace("} }", "} }")),
                    List.of(Map.of("record_type", "ADD")),
                    Form.usual());
            assertThat(Parsing.read(FEED, file, "x.parquet").refusal()).as(type).isEqualTo("HEADER_MISMATCH");
        }
    }

    @Test
    void columnsOfNoUseAreIgnoredWhateverTheirType() throws IOException {
        String schema = "message m { optional group extra { repeated group list { optional binary element (STRING); } }"
                + " optional binary RECORD_TYPE (STRING); optional double weight; optional int64 Nhs_Number;"
                + " required binary date_of_birth (STRING); required binary family_name (STRING); }";
        Map<String, Object> row = Map.of(
                "RECORD_TYPE", "ADD",
                "Nhs_Number", 9990000018L,
                "date_of_birth", "20250203",
                "family_name", "Testfamily",
                "weight", 3.5);
        Path file = ParquetFiles.write(
                folder.resolve("x.parquet"), MessageTypeParser.parseMessageType(schema), List.of(row), Form.usual());
        Result result = Parsing.read(FEED, file, "x.parquet");
        assertThat(result.refusal()).isNull();
        assertThat(result.taken().rows).hasSize(1);
    }

    @Test
    void otherPackingsAndCutFilesAreRefused() throws IOException {
        List<Map<String, Object>> rows = rows(new Random(11), 50);
        Form zstd = new Form(WriterVersion.PARQUET_1_0, CompressionCodecName.ZSTD, true, 1 << 16, 1 << 10);
        byte[] sound = Files.readAllBytes(ParquetFiles.write(folder.resolve("x.parquet"), rows, Form.usual()));
        for (int part = 0; part < 16; part++) {
            byte[] cut = Arrays.copyOf(sound, sound.length * part / 16);
            assertThat(Parsing.read(FEED, folder, "x.parquet", cut).refusal())
                    .isEqualTo(part == 0 ? "FILE_EMPTY" : "PARQUET_INVALID");
        }
        assertThat(read(rows, zstd).refusal()).isEqualTo("PARQUET_INVALID");
        assertThat(Parsing.read(FEED, folder, "x.csv", sound).refusal()).isIn("HEADER_MISMATCH", "ENCODING");
        assertThat(Parsing.read(FEED, folder, "x.dat", sound).refusal()).isNull();
    }

    @Test
    void thePublishedSchemaIsTaken() throws IOException {
        String samples = System.getenv("MUSTER_SAMPLES");
        assumeTrue(samples != null, "MUSTER_SAMPLES is not set");
        Path file = Path.of(samples, "caas-pds-extract", "schema.parquet");
        Result result = Parsing.read(FEED, file, "ADD_-_CAAS_BREAST_SCREENING_COHORT.parquet");
        assertThat(result.refusal()).isNull();
        assertThat(result.taken().lines()).isPositive();
        assertThat(result.read()).isEqualTo(result.taken().lines());
    }

    private Result read(List<Map<String, Object>> rows, Form form) throws IOException {
        Path file = ParquetFiles.write(folder.resolve("a_-_X.parquet"), rows, form);
        return Parsing.read(FEED, file, "a_-_X.parquet");
    }

    private static List<String> shifted(List<String> lines) {
        return lines.stream()
                .map(line -> {
                    int end = 0;
                    while (Character.isDigit(line.charAt(end))) {
                        end++;
                    }
                    return Integer.parseInt(line.substring(0, end)) + 1 + line.substring(end);
                })
                .toList();
    }

    private static String csv(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row ->
                        COLUMNS.stream().map(column -> quoted(row.get(column))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", String.join(",", COLUMNS) + "\r\n", "\r\n"));
    }

    private static String quoted(Object value) {
        return value == null ? "" : "\"" + String.valueOf(value).replace("\"", "\"\"") + "\"";
    }

    private static List<Map<String, Object>> rows(Random random, int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(random));
        }
        return rows;
    }

    private static Map<String, Object> row(Random random) {
        Map<String, Object> row = new TreeMap<>();
        String number = null;
        while (number == null) {
            number = NhsNumber.ofNine(999_000_000L + random.nextInt(900_000));
        }
        row.put("record_type", pick(random, "ADD", "amended", "DEL", "New"));
        row.put("change_time_stamp", random.nextLong(1L << 40));
        row.put("serial_change_number", (long) random.nextInt(500));
        row.put("nhs_number", Long.parseLong(number) + (random.nextInt(20) == 0 ? 1 : 0));
        row.put("primary_care_provider", pick(random, "A00001", "A00002", "b86056"));
        row.put(
                "given_name",
                pick(random, "Ada", "Zo\u00eb", "O'Brien", "\u05d0\u05d1", "a, \"b\" c", "T\uD834\uDD1E"));
        row.put("family_name", pick(random, "TEST", "Gr\u00e4f", " spaced ", "x".repeat(random.nextInt(45) + 1)));
        row.put("date_of_birth", pick(random, "20250203", "202409", "2024", "20250230", "20270101"));
        row.put("gender", (long) random.nextInt(4));
        row.put("address_line_1", "Flat " + random.nextInt(100_000));
        row.put("postcode", pick(random, "zz1 1zz", "ZZ99 3WZ", "ZZZSECUR"));
        row.put("death_status", 1 + random.nextInt(2));
        row.put("is_interpreter_required", random.nextBoolean());
        row.put("invalid_flag", random.nextBoolean());
        row.put("eligibility", random.nextBoolean());
        row.values().removeIf(value -> random.nextInt(12) == 0);
        return row;
    }

    private static String numberBelow(int nine) {
        String number = NhsNumber.ofNine(nine);
        return number == null ? numberBelow(nine - 1) : number;
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
