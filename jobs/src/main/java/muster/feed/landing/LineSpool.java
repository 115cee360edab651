package muster.feed.landing;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import muster.feed.Outcome;
import muster.feed.Reason;
import org.postgresql.PGConnection;

/**
 * Keeps the refused lines of files until their rows are copied: one connection carries one COPY at a time. They go to a
 * temporary file, so that a file of nothing but bad lines costs no memory; it holds line numbers, codes and the sender's own keys, no other values.
 */
final class LineSpool implements Closeable {

    private Path file;
    private OutputStream out;

    void add(long fileId, Long lineNumber, Outcome outcome, List<Reason> reasons, String field, List<String> key)
            throws IOException {
        if (out == null) {
            file = Files.createTempFile("muster-lines", ".copy");
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        }
        String codes = reasons.stream().map(Reason::name).collect(Collectors.joining(",", "{", "}"));
        String row = fileId + "\t" + (lineNumber == null ? "\\N" : lineNumber) + "\t" + outcome + "\t" + codes + "\t"
                + (field == null || field.isEmpty() ? "\\N" : field.replaceAll("[\\\\\\t\\r\\n]", " ")) + "\t"
                + (key.isEmpty() ? "\\N" : array(key)) + "\n";
        out.write(row.getBytes(StandardCharsets.UTF_8));
    }

    /** The key as an array in COPY text: each value quoted, and what COPY or the array would read otherwise escaped. */
    private static String array(List<String> key) {
        return key.stream()
                .map(value -> "\"" + value.replaceAll("[\\\\\"\\p{Cntrl}]", " ") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Copies the lines into the ledger. */
    void copy(Connection connection) throws SQLException, IOException {
        if (out == null) {
            return;
        }
        out.close();
        try (InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy engine.line (file_id, line_no, outcome, reason_codes, field, key_values) from stdin",
                            in);
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            Files.deleteIfExists(file);
        }
    }
}
