package muster.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.engine.Night;
import muster.feed.Reason;
import muster.feed.inbox.FileIntake;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of each list that came back: {@code returns/<stem>_return.txt}, row numbers and reasons from the ledger,
 * never a value of the file (reports 5.5, rulings 7).
 */
@Component
class ReturnReports {

    private static final String OUTPUT = "return-report";
    private static final String FOLDER = "returns";
    private static final String NOBODY = "SERVICE";
    private static final int LONGEST_STEM = 100;

    private final JdbcClient database;

    ReturnReports(JdbcClient database) {
        this.database = database;
    }

    private record Returned(
            long fileId,
            String name,
            String sender,
            String state,
            String reason,
            String note,
            long read,
            long applied,
            long unchanged,
            long rejected) {}

    void write(Publication publication, Night night) throws IOException {
        Set<String> names = new HashSet<>();
        for (Returned file : files(night.businessDate())) {
            String name = free(stem(file.name()), names) + "_return.txt";
            String text = text(file);
            publication.write(
                    new OutputFile(OUTPUT, file.sender() == null ? NOBODY : file.sender(), FOLDER, name), out -> {
                        out.write(text.getBytes(StandardCharsets.UTF_8));
                        return file.read();
                    });
        }
    }

    private List<Returned> files(LocalDate night) {
        return database.sql("""
                        select file_id, name, sender, state, reason_code, note, rows_read, rows_applied + rows_warned,
                            rows_no_change, rows_rejected
                        from engine.file where business_date = :night and feed = :feed order by file_id
                        """)
                .param("night", night)
                .param("feed", FileIntake.RETURNED)
                .query((row, n) -> new Returned(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10)))
                .list();
    }

    /** A file may be called anything; two that look alike are numbered. */
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9_-]+", "-");
        String plain = stem.replaceAll("^[^A-Za-z0-9]+", "");
        return plain.isEmpty() ? "list" : plain.substring(0, Math.min(LONGEST_STEM, plain.length()));
    }

    private static String free(String stem, Set<String> names) {
        String name = stem;
        for (int copy = 2; !names.add(name); copy++) {
            name = stem + "-" + copy;
        }
        return name;
    }

    private String text(Returned file) {
        StringBuilder text =
                new StringBuilder("Returned list: ").append(file.name()).append("\n\n");
        switch (file.state()) {
            case "APPLIED" ->
                text.append(String.format(
                        "Rows read %d, changed %d, unchanged %d, not applied %d.%n",
                        file.read(), file.applied(), file.unchanged(), file.rejected()));
            case "WAITING" -> text.append("Not read: it waits where it is. ").append(why(file));
            case "DUPLICATE" -> text.append("Nothing changed. ").append(why(file));
            default -> text.append("Refused whole: it lies in quarantine. ").append(why(file));
        }
        lines(file.fileId()).forEach(line -> text.append(line).append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String why(Returned file) {
        String message = Reason.valueOf(file.reason()).message();
        return file.reason() + ": " + message
                + (file.note() == null || file.note().equals(message) ? "" : " " + file.note()) + "\n";
    }

    private List<String> lines(long fileId) {
        return database.sql("""
                        select line_no, outcome, reason_codes[1], field from engine.line
                        where file_id = :id order by line_no
                        """)
                .param("id", fileId)
                .query((row, n) -> "Row " + row.getLong(1) + ": "
                        + (row.getString(2).equals("REJECTED") ? "not applied" : "applied")
                        + (row.getString(4) == null ? "" : ", column " + row.getString(4)) + ". " + row.getString(3)
                        + ": " + Reason.valueOf(row.getString(3)).message())
                .list();
    }
}
