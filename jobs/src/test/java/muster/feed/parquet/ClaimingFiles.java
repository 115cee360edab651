package muster.feed.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** Files of a few hundred bytes whose lengths and counts claim anything: every column is the same single page. */
final class ClaimingFiles {

    private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> COLUMNS = List.of("record_type", "nhs_number", "date_of_birth", "family_name");

    private ClaimingFiles() {}

    /**
     * What a file claims.
     *
     * @param type of all columns
     * @param codec of the page
     * @param encoding of the page
     * @param rows of the group, the columns and the page
     * @param unpacked length of the page
     * @param chunk length of the column in the file; 0 for the true one
     * @param content what the page holds, as packed
     */
    record Claim(
            Type type, CompressionCodec codec, Encoding encoding, int rows, int unpacked, long chunk, byte[] content) {}

    static byte[] file(Claim claim) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(MARK);
        page(claim, file);
        long length = claim.chunk() == 0 ? file.size() - MARK.length : claim.chunk();
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("m").setNum_children(COLUMNS.size()));
        List<ColumnChunk> chunks = new ArrayList<>();
        for (String column : COLUMNS) {
            schema.add(
                    new SchemaElement(column).setType(claim.type()).setRepetition_type(FieldRepetitionType.REQUIRED));
            ColumnMetaData data = new ColumnMetaData(
                    claim.type(),
                    List.of(claim.encoding()),
                    List.of(column),
                    claim.codec(),
                    claim.rows(),
                    length,
                    length,
                    MARK.length);
            chunks.add(new ColumnChunk(MARK.length).setMeta_data(data));
        }
        int footer = file.size();
        RowGroup group = new RowGroup(chunks, length, claim.rows());
        Util.writeFileMetaData(new FileMetaData(1, schema, claim.rows(), List.of(group)), file);
        file.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(file.size() - footer)
                .array());
        file.writeBytes(MARK);
        return file.toByteArray();
    }

    private static void page(Claim claim, ByteArrayOutputStream file) throws IOException {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, claim.unpacked(), claim.content().length);
        header.setData_page_header(new DataPageHeader(claim.rows(), claim.encoding(), Encoding.RLE, Encoding.RLE));
        Util.writePageHeader(header, file);
        file.writeBytes(claim.content());
    }
}
