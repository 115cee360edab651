package muster.synthetic;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A PDS extract in Parquet, its columns of the types that the published layout gives them ({@code feeds.md} 3.11). Written
 * row by row and not packed; the same rows give the same bytes.
 */
final class ParquetExtract implements Closeable {
    private static final Map<String, PrimitiveTypeName> NOT_TEXT = Map.ofEntries(
            Map.entry("change_time_stamp", PrimitiveTypeName.INT64),
            Map.entry("serial_change_number", PrimitiveTypeName.INT64),
            Map.entry("nhs_number", PrimitiveTypeName.INT64),
            Map.entry("superseded_by_nhs_number", PrimitiveTypeName.INT64),
            Map.entry("gender", PrimitiveTypeName.INT64),
            Map.entry("death_status", PrimitiveTypeName.INT32),
            Map.entry("is_interpreter_required", PrimitiveTypeName.BOOLEAN),
            Map.entry("invalid_flag", PrimitiveTypeName.BOOLEAN),
            Map.entry("eligibility", PrimitiveTypeName.BOOLEAN));

    private final List<String> columns;
    private final SimpleGroupFactory groups;
    private final ParquetWriter<Group> writer;

    /** @param header the columns, separated by commas */
    ParquetExtract(Path path, String header) throws IOException {
        columns = List.of(header.split(","));
        MessageType schema = schema();
        groups = new SimpleGroupFactory(schema);
        writer = ExampleParquetWriter.builder(new LocalOutputFile(path))
                .withType(schema)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build();
    }

    private MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String column : columns) {
            PrimitiveTypeName type = NOT_TEXT.get(column);
            if (type == null) {
                schema.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column);
            } else {
                schema.optional(type).named(column);
            }
        }
        return schema.named("extract");
    }

    /** A row as it stands in a CSV extract; an empty cell is an absent value. */
    void row(String line) throws IOException {
        List<String> cells = Csv.cells(line);
        Group group = groups.newGroup();
        for (int i = 0; i < columns.size(); i++) {
            String cell = Csv.bare(cells.get(i));
            if (!cell.isEmpty()) {
                put(group, columns.get(i), cell);
            }
        }
        writer.write(group);
    }

    private static void put(Group group, String column, String value) {
        PrimitiveTypeName type = NOT_TEXT.get(column);
        if (type == null) {
            group.add(column, value);
        } else if (type == PrimitiveTypeName.INT64) {
            group.add(column, Long.parseLong(value));
        } else if (type == PrimitiveTypeName.INT32) {
            group.add(column, Integer.parseInt(value));
        } else {
            group.add(column, Boolean.parseBoolean(value));
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
