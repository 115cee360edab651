package muster.publish.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import muster.definition.CodeList;
import muster.definition.OutputDefinition;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes one review list: sheets Review and Instructions, and the very hidden Lists ({@code docs/adr/0019}, laid out as
 * the worklists of reports.md 5.3 and 5.4). The same input gives the same bytes. Not for several threads at once on one
 * instance.
 */
public final class ReviewWorkbook implements ListWriter<ReviewRow, IssuedReviewKey> {

    /** Header of the drop-down. */
    public static final String ANSWER = "Same child?";
    /** Header of the initials. */
    public static final String ANSWERED_BY = "Answered by";
    /** Header of the reason. */
    public static final String REASON = "Reason / notes";
    /** Most characters of the initials. */
    public static final int LONGEST_INITIALS = CaseSheetRules.LONGEST_INITIALS;
    /** Most characters of the reason. */
    public static final int LONGEST_NOTE = CaseSheetRules.LONGEST_NOTE;

    private static final String NAME = "Review list";
    private static final int FROZEN_COLUMNS = 1;

    private final OutputDefinition.Sheet layout;
    private final List<ListColumn> columns;
    private final CodeList answers;
    private final RowKey rowKey;
    private final Path temporaryFolder;

    /**
     * @param layout the sheet that {@code config/outputs/review.yaml} declares
     * @param answers the drop-down: code list {@code review_answer}
     * @param rowKey makes the key of each row
     * @param temporaryFolder an existing folder, open to the owner alone, for the writer's own files; left empty
     */
    public ReviewWorkbook(OutputDefinition.Sheet layout, CodeList answers, RowKey rowKey, Path temporaryFolder) {
        this.layout = layout;
        this.columns = ListColumn.of(layout);
        this.answers = answers;
        this.rowKey = rowKey;
        this.temporaryFolder = temporaryFolder;
    }

    @Override
    public long write(
            WorklistHeader header, Iterator<ReviewRow> rows, Consumer<IssuedReviewKey> issued, OutputStream out)
            throws IOException {
        return StableWorkbook.write(
                temporaryFolder, header, title(header), workbook -> fill(workbook, header, rows, issued), out);
    }

    private long fill(
            SXSSFWorkbook workbook, WorklistHeader header, Iterator<ReviewRow> rows, Consumer<IssuedReviewKey> issued) {
        WorklistStyles styles = new WorklistStyles(workbook.getXSSFWorkbook());
        ListSheet.Words words = new ListSheet.Words(NAME, title(header), SheetTop.daily(header));
        ListSheet review = new ListSheet(workbook, layout.name(), words, columns, FROZEN_COLUMNS, styles, header);
        Set<String> keys = new HashSet<>();
        while (rows.hasNext()) {
            ReviewRow row = rows.next();
            String key = rowKey.of(row.pair(), header.businessDate(), header.listVersion());
            if (!keys.add(key)) {
                throw new IllegalArgumentException("Two rows of one list have the same key");
            }
            String facts = review.add(row, key);
            issued.accept(new IssuedReviewKey(key, row.recordKey(), row.otherRecordKey(), facts));
        }
        review.finish("No records are for you to look at today.");
        ReviewGuide.write(workbook, styles, header, answers);
        DropDowns.write(workbook, styles, columns, Map.of(answers.name(), answers));
        return review.rows();
    }

    private static String title(WorklistHeader header) {
        return NAME + ": " + header.recipientName() + " (" + header.recipientCode() + "), "
                + WorklistWords.prose(header.businessDate());
    }
}
