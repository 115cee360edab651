package muster.publish.returned;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The rows of a sheet that was saved as CSV, title lines included. */
final class CsvRows {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private CsvRows() {}

    static void read(byte[] bytes, char separator, RowSink sink) throws IOException {
        sink.sheet();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text(bytes))) {
            for (CsvRecord record : reader) {
                sink.row((int) record.getStartingLineNumber(), record.getFields());
            }
        }
    }

    /** UTF-8, else what a spreadsheet program writes in this country. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }
}
