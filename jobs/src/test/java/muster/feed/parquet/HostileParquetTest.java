package muster.feed.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import muster.feed.hostile.Parsing;
import muster.feed.hostile.Parsing.Result;
import muster.feed.parquet.ClaimingFiles.Claim;
import muster.feed.parquet.ParquetFiles.Form;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Type;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a file claims of itself costs the night memory or time. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileParquetTest {

    private static final String FEED = "pds-extract";
    private static final int GIGABYTES = Integer.MAX_VALUE - 8;
    private static final byte[] ZEROS = new byte[10];
    /** Blocks of 128 values, 4 parts, as many values as a page can claim, the first of them 0. */
    private static final byte[] DIFFERENCES = {
        (byte) 0x80, 1, 4, (byte) 0xF7, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7, 0, 0, 0, 0, 0, 0
    };

    @TempDir
    Path folder;

    static Stream<Arguments> claims() {
        CompressionCodec plain = CompressionCodec.UNCOMPRESSED;
        return Stream.of(
                claim(
                        "a page of ten bytes that unpacks to gigabytes",
                        "LIMIT_EXCEEDED|PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, CompressionCodec.SNAPPY, Encoding.PLAIN, 1, GIGABYTES, 0, ZEROS)),
                claim(
                        "the same in gzip",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, CompressionCodec.GZIP, Encoding.PLAIN, 1, GIGABYTES, 0, ZEROS)),
                claim(
                        "differences of gigabytes",
                        "LIMIT_EXCEEDED|PARQUET_INVALID",
                        new Claim(
                                Type.INT64,
                                plain,
                                Encoding.DELTA_BINARY_PACKED,
                                GIGABYTES,
                                DIFFERENCES.length,
                                0,
                                DIFFERENCES)),
                claim(
                        "texts of a length below nothing",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, plain, Encoding.PLAIN, 1, 4, 0, new byte[] {-1, -1, -1, -1})),
                claim(
                        "a text of gigabytes",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, plain, Encoding.PLAIN, 1, 4, 0, new byte[] {-1, -1, -1, 0x7F})),
                claim(
                        "a column longer than its file",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, plain, Encoding.PLAIN, 1, 10, 1L << 40, ZEROS)),
                claim(
                        "a column of less than no length",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, plain, Encoding.PLAIN, 1, 10, -5, ZEROS)),
                claim(
                        "rows below nothing",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, plain, Encoding.PLAIN, -1, 10, 0, ZEROS)),
                claim(
                        "more rows than values",
                        "PARQUET_INVALID",
                        new Claim(Type.BYTE_ARRAY, plain, Encoding.PLAIN, GIGABYTES, 10, 0, ZEROS)));
    }

    private static Arguments claim(String name, String refusals, Claim claim) {
        return Arguments.of(name, refusals, claim);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void aClaimIsNotBelieved(String name, String refusals, Claim claim) throws IOException {
        Result result = Parsing.read(FEED, folder, "x.parquet", ClaimingFiles.file(claim));
        assertThat(result.refusal()).isIn((Object[]) refusals.split("\\|"));
    }

    @Test
    void aSmallFileThatIsAHugeListIsABomb() throws IOException {
        Map<String, Object> row =
                Map.of("record_type", "ADD", "nhs_number", 9990000018L, "address_line_1", "x".repeat(60_000));
        Form packed = new Form(WriterVersion.PARQUET_1_0, CompressionCodecName.SNAPPY, true, 1 << 20, 1 << 16);
        Path file = ParquetFiles.write(folder.resolve("x.parquet"), Collections.nCopies(2_000, row), packed);
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThat(Parsing.read(FEED, file, "x.parquet").refusal()).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void aFooterBeyondTheLimitIsNotRead() throws IOException {
        byte[] sound = Files.readAllBytes(
                ParquetFiles.write(folder.resolve("x.parquet"), List.of(Map.of("record_type", "ADD")), Form.usual()));
        byte[] padded = new byte[8 << 20];
        System.arraycopy(sound, 0, padded, 0, 4);
        System.arraycopy(sound, sound.length - 4, padded, padded.length - 4, 4);
        padded[padded.length - 6] = 0x60;
        assertThat(Parsing.read(FEED, folder, "y.parquet", padded).refusal()).isEqualTo("LIMIT_EXCEEDED");
    }
}
