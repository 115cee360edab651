package muster.feed.parquet.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * Reads a flat table: texts, whole numbers, truth values and nothing else. A column of another kind is told as such and
 * its values are left in the file: a date kept as a number of days, or a decimal, is not guessed at.
 */
final class TableReader {

    private final InputFile file;
    private final long mostGroupBytes;

    /** @param mostGroupBytes most packed bytes of a row group, which is held as a whole */
    TableReader(InputFile file, long mostGroupBytes) {
        this.file = file;
        this.mostGroupBytes = mostGroupBytes;
    }

    /** Writes the columns and the rows; gives the frame that ends them. */
    FrameKind read(FrameWriter out) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Unpacking())
                .usePageChecksumVerification()
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(file, options)) {
            FileMetaData table = reader.getFileMetaData();
            List<Type> taken = columns(table.getSchema(), out);
            MessageType wanted = new MessageType(table.getSchema().getName(), taken);
            reader.setRequestedSchema(wanted);
            for (BlockMetaData group : reader.getRowGroups()) {
                long packed = packed(group, wanted);
                if (packed > mostGroupBytes) {
                    return FrameKind.TOO_LARGE;
                }
                if (!taken.isEmpty()) {
                    rows(reader.readNextRowGroup(), wanted, table.getCreatedBy(), out);
                }
            }
            return FrameKind.END;
        }
    }

    private static List<Type> columns(MessageType schema, FrameWriter out) throws IOException {
        List<Type> taken = new ArrayList<>();
        for (Type column : schema.getFields()) {
            boolean plain = plain(column);
            if (plain) {
                taken.add(column);
            }
            out.text(column.getName());
            out.flag(plain);
        }
        out.write(FrameKind.COLUMNS);
        return taken;
    }

    /** True where the stored value is what it looks like. */
    private static boolean plain(Type column) {
        if (!column.isPrimitive() || column.isRepetition(Repetition.REPEATED)) {
            return false;
        }
        LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
        return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY ->
                meaning == null
                        || meaning instanceof StringLogicalTypeAnnotation
                        || meaning instanceof EnumLogicalTypeAnnotation
                        || meaning instanceof JsonLogicalTypeAnnotation;
            case INT32, INT64 -> meaning == null || meaning instanceof IntLogicalTypeAnnotation;
            case BOOLEAN -> meaning == null;
            default -> false;
        };
    }

    /** Bytes that the wanted columns of a group take in the file, by its footer. */
    private long packed(BlockMetaData group, MessageType wanted) throws IOException {
        long length = file.getLength();
        long packed = 0;
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (wanted.containsPath(chunk.getPath().toArray())) {
                if (chunk.getTotalSize() < 0 || chunk.getTotalSize() > length - packed) {
                    throw new IOException("a row group is larger than its file");
                }
                packed += chunk.getTotalSize();
            }
        }
        return packed;
    }

    private static void rows(PageReadStore pages, MessageType schema, String writer, FrameWriter out)
            throws IOException {
        ColumnReadStoreImpl store =
                new ColumnReadStoreImpl(pages, new DummyRecordConverter(schema).getRootConverter(), schema, writer);
        List<Values> columns = new ArrayList<>();
        for (Type column : schema.getFields()) {
            ColumnReader values = store.getColumnReader(schema.getColumnDescription(new String[] {column.getName()}));
            if (values.getTotalValueCount() != pages.getRowCount()) {
                throw new IOException("a column has not a value for each row");
            }
            columns.add(new Values(values, column.asPrimitiveType()));
        }
        for (long row = 0; row < pages.getRowCount(); row++) {
            for (Values column : columns) {
                column.next(out);
            }
            out.write(FrameKind.ROW);
        }
    }

    /** The values of one column in turn, each as its text. */
    private static final class Values {
        private final ColumnReader values;
        private final PrimitiveType type;
        private final PrimitiveTypeName stored;
        private final int present;

        Values(ColumnReader values, PrimitiveType type) {
            this.values = values;
            this.type = type;
            this.stored = type.getPrimitiveTypeName();
            this.present = values.getDescriptor().getMaxDefinitionLevel();
        }

        void next(FrameWriter out) throws IOException {
            if (values.getCurrentDefinitionLevel() < present) {
                out.absent();
            } else if (stored == PrimitiveTypeName.BINARY) {
                out.text(values.getBinary().getBytesUnsafe());
            } else {
                out.text(word());
            }
            values.consume();
        }

        private String word() {
            return switch (stored) {
                case INT32 -> type.stringifier().stringify(values.getInteger());
                case INT64 -> type.stringifier().stringify(values.getLong());
                default -> type.stringifier().stringify(values.getBoolean());
            };
        }
    }
}
