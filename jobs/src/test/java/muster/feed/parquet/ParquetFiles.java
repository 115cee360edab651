package muster.feed.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes Parquet files with the format's reference implementation. */
public final class ParquetFiles {

    /** The columns of the published extract, each of the type that the feed reference gives it. */
    public static final MessageType EXTRACT = MessageTypeParser.parseMessageType("message schema {\n"
            + List.of(
                            "binary record_type (STRING)",
                            "int64 change_time_stamp",
                            "int64 serial_change_number",
                            "int64 nhs_number",
                            "int64 superseded_by_nhs_number",
                            "binary primary_care_provider (STRING)",
                            "binary primary_care_effective_from_date (STRING)",
                            "binary given_name (STRING)",
                            "binary family_name (STRING)",
                            "binary date_of_birth (STRING)",
                            "int64 gender",
                            "binary address_line_1 (STRING)",
                            "binary postcode (STRING)",
                            "binary reason_for_removal (STRING)",
                            "binary date_of_death (STRING)",
                            "int32 death_status",
                            "boolean is_interpreter_required",
                            "boolean invalid_flag",
                            "boolean eligibility")
                    .stream()
                    .map(column -> "optional " + column + ";\n")
                    .reduce("", String::concat)
            + "}");

    private ParquetFiles() {}

    /** How a file is written. */
    public record Form(WriterVersion version, CompressionCodecName codec, boolean dictionary, int rowGroup, int page) {

        /** The forms that differ most. */
        public static List<Form> several() {
            return List.of(
                    usual(),
                    new Form(WriterVersion.PARQUET_1_0, CompressionCodecName.UNCOMPRESSED, false, 1 << 16, 1 << 10),
                    new Form(WriterVersion.PARQUET_2_0, CompressionCodecName.UNCOMPRESSED, false, 1 << 16, 1 << 10),
                    new Form(WriterVersion.PARQUET_2_0, CompressionCodecName.GZIP, true, 1 << 16, 1 << 10));
        }

        /** As most writers do it. */
        public static Form usual() {
            return new Form(WriterVersion.PARQUET_1_0, CompressionCodecName.SNAPPY, true, 1 << 20, 1 << 14);
        }
    }

    /** Writes rows of the extract's columns; a value is a String, byte[], Long, Integer or Boolean, and left out where absent. */
    public static Path write(Path file, List<Map<String, Object>> rows, Form form) throws IOException {
        return write(file, EXTRACT, rows, form);
    }

    /** Writes rows of other columns. */
    public static Path write(Path file, MessageType schema, List<Map<String, Object>> rows, Form form)
            throws IOException {
        Files.deleteIfExists(file);
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file));
        if (form.codec() == CompressionCodecName.GZIP) {
            builder.withCodecFactory(new Gzip());
        }
        try (ParquetWriter<Group> writer = builder.withType(schema)
                .withConf(new PlainParquetConfiguration())
                .withWriterVersion(form.version())
                .withCompressionCodec(form.codec())
                .withDictionaryEncoding(form.dictionary())
                .withRowGroupSize((long) form.rowGroup())
                .withPageSize(form.page())
                .build()) {
            SimpleGroupFactory groups = new SimpleGroupFactory(schema);
            for (Map<String, Object> row : rows) {
                writer.write(group(groups.newGroup(), row));
            }
        }
        return file;
    }

    private static Group group(Group group, Map<String, Object> row) {
        row.forEach((column, value) -> {
            if (value instanceof String text) {
                group.add(column, text);
            } else if (value instanceof byte[] bytes) {
                group.add(column, Binary.fromConstantByteArray(bytes));
            } else if (value instanceof Long number) {
                group.add(column, number.longValue());
            } else if (value instanceof Integer number) {
                group.add(column, number.intValue());
            } else if (value instanceof Double number) {
                group.add(column, number.doubleValue());
            } else if (value instanceof Boolean truth) {
                group.add(column, truth.booleanValue());
            }
        });
        return group;
    }

    /** Gzip by the JDK: the library's own way to it needs Hadoop. */
    private static final class Gzip implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codecName) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (OutputStream out = new GZIPOutputStream(packed)) {
                        bytes.writeAllTo(out);
                    }
                    return BytesInput.from(packed.toByteArray());
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codecName;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codecName) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {}
    }
}
