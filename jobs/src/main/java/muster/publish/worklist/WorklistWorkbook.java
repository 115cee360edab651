package muster.publish.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes one worklist: sheets Worklist, Baseline, Details and Instructions, and the very hidden Lists
 * (reports.md 5, rulings 7). Rows are streamed, so memory does not grow with the list; the same input gives the
 * same bytes. Not for several threads at once on one instance.
 */
public final class WorklistWorkbook implements ListWriter<WorklistRow, IssuedKey> {

    private static final String WORKLIST = "Worklist";
    private static final String BASELINE = "Baseline";

    private final WorklistReasons reasons;
    private final RowKey rowKey;
    private final Path temporaryFolder;

    /**
     * @param reasons the drop-downs
     * @param rowKey makes the key of each row
     * @param temporaryFolder an existing folder, open to the owner alone, for the writer's own files; left empty
     */
    public WorklistWorkbook(WorklistReasons reasons, RowKey rowKey, Path temporaryFolder) {
        this.reasons = reasons;
        this.rowKey = rowKey;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Writes one file.
     *
     * @param header what the file says about itself
     * @param rows its cases, in {@link WorklistRow#ORDER}
     * @param issued told every row key as it is written, to be stored with the case
     * @return the number of cases written
     * @throws IllegalArgumentException if rows are out of order or come twice, or a restricted record is among those
     *     of a general list, or the other way round
     */
    @Override
    public long write(WorklistHeader header, Iterator<WorklistRow> rows, Consumer<IssuedKey> issued, OutputStream out)
            throws IOException {
        return StableWorkbook.write(
                temporaryFolder, header, title(header, ""), workbook -> fill(workbook, header, rows, issued), out);
    }

    private long fill(
            SXSSFWorkbook workbook, WorklistHeader header, Iterator<WorklistRow> rows, Consumer<IssuedKey> issued) {
        WorklistStyles styles = new WorklistStyles(workbook.getXSSFWorkbook());
        CaseSheet worklist = new CaseSheet(workbook, WORKLIST, title(header, ""), styles, header);
        CaseSheet baseline =
                new CaseSheet(workbook, BASELINE, title(header, ", cases found at the first load"), styles, header);
        DetailsSheet details = new DetailsSheet(workbook, styles, header);
        RowGuard guard = new RowGuard(header.restricted());
        while (rows.hasNext()) {
            WorklistRow row = guard.check(rows.next());
            String key = rowKey.of(row.caseId(), header.businessDate(), header.listVersion());
            guard.checkKey(key);
            WorklistRow shown = header.restricted() ? row.forNamedHolder() : row;
            (row.baseline() ? baseline : worklist).add(shown, key);
            details.add(shown);
            issued.accept(new IssuedKey(key, row.caseId(), row.caseRef()));
        }
        worklist.finish(
                baseline.rows() == 0
                        ? "No children are on this list today."
                        : "No children are on this sheet today. Cases found at the first load are on sheet Baseline.");
        baseline.finish("No children are on this sheet today.");
        details.finish();
        InstructionsSheet.write(workbook, styles, header, reasons);
        ReasonSheet.write(workbook, styles, reasons, header.businessDate());
        return (long) worklist.rows() + baseline.rows();
    }

    private static String title(WorklistHeader header, String which) {
        return (header.restricted() ? "Restricted records: failsafe worklist, " : "Failsafe worklist: ")
                + header.recipientName() + " (" + header.recipientCode() + "), "
                + WorklistWords.prose(header.businessDate()) + which;
    }
}
