package muster.nightly;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;
import muster.engine.Clocks;
import muster.engine.Night;
import muster.publish.FormulaGuard;
import muster.publish.outbox.OutputFile;
import muster.publish.outbox.Publication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the national list reconciliation tells each practice whose full list came tonight: children on its list alone, on
 * PDS alone, and details in which the two differ ({@code feeds.md} 4.1). Names, titles and columns are the national
 * service's; the time in a name is the start of the night's day, so that the same night gives the same files.
 *
 * <p>Rows are read under the render role with the practice set, so that row-level security decides what a file may hold.
 */
@Component
class GpListOutputs {

    static final String FOLDER = "gp-lists";
    private static final String START_OF_DAY = "000000";
    private static final List<Part> PARTS = List.of(
            new Part(
                    "gp-list-only-on-gp",
                    "select * from publish.gp_list_difference where side = 'OnlyOnGP'"
                            + " order by nhs_number collate \"C\" nulls last, record_key"),
            new Part(
                    "gp-list-only-on-pds",
                    "select * from publish.gp_list_difference where side = 'OnlyOnPDS'"
                            + " order by nhs_number collate \"C\" nulls last, record_key"),
            new Part(
                    "gp-list-demographic",
                    "select * from publish.gp_list_demographic"
                            + " order by nhs_number collate \"C\", record_key, rule_id collate \"C\""));

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Definitions definitions;

    GpListOutputs(JdbcClient database, TransactionTemplate transaction, Definitions definitions) {
        this.database = database;
        this.transaction = transaction;
        this.definitions = definitions;
    }

    private record Part(String output, String rows) {}

    /** Writes the three files of every practice; a file without a row says that there is no difference. */
    void write(Publication publication, Night night) throws IOException {
        for (String practice : practices(night)) {
            for (Part part : PARTS) {
                OutputDefinition.Sheet sheet =
                        definitions.output(part.output()).sheets().get(0);
                List<List<String>> rows = rows(night, practice, part, sheet);
                String name = practice + "-" + sheet.name() + "-"
                        + night.businessDate().format(DateTimeFormatter.BASIC_ISO_DATE) + START_OF_DAY + ".csv";
                publication.write(
                        new OutputFile(part.output(), practice, FOLDER, name), out -> write(out, sheet, rows));
            }
        }
    }

    private List<String> practices(Night night) {
        return transaction.execute(status -> {
            Clocks.set(database, night);
            return database.sql("select recipient_code from publish.gp_list order by recipient_code collate \"C\"")
                    .query(String.class)
                    .list();
        });
    }

    private List<List<String>> rows(Night night, String practice, Part part, OutputDefinition.Sheet sheet) {
        return transaction.execute(status -> {
            RenderRole.enter(database, night, practice);
            List<List<String>> rows = new ArrayList<>();
            for (Map<String, Object> row : database.sql(part.rows()).query().listOfRows()) {
                rows.add(sheet.columns().stream()
                        .map(column -> FormulaGuard.plain((String) row.get(column.field())))
                        .toList());
            }
            return rows;
        });
    }

    private static long write(OutputStream out, OutputDefinition.Sheet sheet, List<List<String>> rows)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(
                sheet.columns().stream().map(OutputDefinition.Column::header).toList());
        rows.forEach(csv::writeRecord);
        csv.flush();
        return rows.size();
    }
}
