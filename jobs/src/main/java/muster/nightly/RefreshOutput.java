package muster.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.engine.Night;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of numbers for which operations ask PDS for the record ({@code messages/pds-refresh.csv}). Numbers, reasons in
 * words of ours and dates: nothing in it needs quoting, and no place is in it.
 */
@Component
class RefreshOutput {

    private static final String OUTPUT = "pds-refresh";
    private static final String OPERATIONS = "SERVICE";
    private static final String FOLDER = "messages";
    private static final String HEADER = "nhs_number,reason,since\r\n";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    RefreshOutput(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Writes the list; an empty one is written all the same, so that silence is never good news. */
    void write(Publication publication, Night night) throws IOException {
        List<String> rows = rows(night);
        publication.write(new OutputFile(OUTPUT, OPERATIONS, FOLDER, OUTPUT + ".csv"), out -> {
            out.write((HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8));
            return rows.size();
        });
    }

    private List<String> rows(Night night) {
        return transaction.execute(status -> {
            RenderRole.enter(database, night, OPERATIONS);
            return database.sql(
                            "select nhs_number, reason, since_date from publish.pds_refresh_row order by nhs_number")
                    .query((row, n) ->
                            row.getString(1) + "," + quoted(row.getString(2)) + "," + row.getString(3) + "\r\n")
                    .list();
        });
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9 .;:-]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
