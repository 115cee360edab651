package muster.publish.acknowledgement;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import muster.publish.FormulaGuard;

/**
 * Writes one acknowledgement (rulings 3): a FILE record that says what became of the file, COUNT records that add up to
 * the rows read, and a LINE record for each line that was not simply applied. It holds no value of the file.
 */
public final class AcknowledgementCsv implements AutoCloseable {

    private static final List<String> HEADER =
            List.of("record", "file_name", "feed", "outcome", "rows", "line_number", "field", "reason_code", "message");

    private final CsvWriter csv;
    private final Writer writer;
    private long records;

    /** Begins a file on a stream, which stays open when this is closed. */
    public AcknowledgementCsv(OutputStream out) {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(HEADER);
    }

    /**
     * What became of a file.
     *
     * @param outcome ACCEPTED, REJECTED, HELD, WAITING or DUPLICATE
     * @param reasonCode why it was not taken; null where it was
     * @param message the reason in words; null where there is none
     */
    public void file(String fileName, String feed, String outcome, long read, String reasonCode, String message) {
        write("FILE", fileName, feed, outcome, Long.toString(read), "", "", reasonCode, message);
    }

    /** How many rows ended so; rows that came to nothing of the kind are not said. */
    public void count(String fileName, String feed, String outcome, long rows) {
        if (rows > 0) {
            write("COUNT", fileName, feed, outcome, Long.toString(rows), "", "", "", "");
        }
    }

    /**
     * A line that was not simply applied.
     *
     * @param lineNumber physical line; null for a remark on the file as a whole, which is no row
     */
    public void line(
            String fileName,
            String feed,
            String outcome,
            Long lineNumber,
            String field,
            String reasonCodes,
            String message) {
        String number = lineNumber == null ? "" : lineNumber.toString();
        write("LINE", fileName, feed, outcome, lineNumber == null ? "0" : "1", number, field, reasonCodes, message);
    }

    /** Records written, the header not counted. */
    public long records() {
        return records;
    }

    private void write(String... cells) {
        csv.writeRecord(Arrays.stream(cells).map(FormulaGuard::plain).toList());
        records++;
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        writer.flush();
    }
}
