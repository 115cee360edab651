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
 * Writes one list for the owner of cases: a practice, a health visiting provider, another service (reports.md 6). Sheets List
 * and Instructions, the very hidden Lists, and where the first load found something, Baseline. Columns and words are those of
 * {@code config/outputs} and {@code config/messages}. The same input gives the same bytes. Not for several threads at once on
 * one instance.
 */
public final class OwnerWorkbook implements ListWriter<OwnerRow, IssuedListKey> {

    private static final int FROZEN_COLUMNS = 2;

    private final OutputDefinition output;
    private final List<ListColumn> columns;
    private final Map<String, String> words;
    private final Map<String, CodeList> codeLists;
    private final boolean whole;
    private final RowKey rowKey;
    private final Path temporaryFolder;

    /**
     * @param output the list as {@code config/outputs} declares it: its first sheet, and Baseline laid out alike
     * @param words its fixed words, of {@code config/messages}
     * @param codeLists the drop-downs, by name
     * @param whole whether the list is whole, or holds the youngest babies alone
     * @param rowKey makes the key of each row
     * @param temporaryFolder an existing folder, open to the owner alone, for the writer's own files; left empty
     */
    public OwnerWorkbook(
            OutputDefinition output,
            Map<String, String> words,
            Map<String, CodeList> codeLists,
            boolean whole,
            RowKey rowKey,
            Path temporaryFolder) {
        this.output = output;
        this.columns = ListColumn.of(output.sheets().get(0));
        this.words = words;
        this.codeLists = codeLists;
        this.whole = whole;
        this.rowKey = rowKey;
        this.temporaryFolder = temporaryFolder;
    }

    /**
     * Writes one file.
     *
     * @param rows its rows, those of the first load last
     * @throws IllegalArgumentException if a row comes twice, or one of the first load before another
     */
    @Override
    public long write(WorklistHeader header, Iterator<OwnerRow> rows, Consumer<IssuedListKey> issued, OutputStream out)
            throws IOException {
        return StableWorkbook.write(
                temporaryFolder, header, title(header), workbook -> fill(workbook, header, rows, issued), out);
    }

    private long fill(
            SXSSFWorkbook workbook, WorklistHeader header, Iterator<OwnerRow> rows, Consumer<IssuedListKey> issued) {
        WorklistStyles styles = new WorklistStyles(workbook.getXSSFWorkbook());
        ListSheet list = sheet(workbook, 0, title(header), styles, header);
        ListSheet baseline = null;
        Set<String> keys = new HashSet<>();
        while (rows.hasNext()) {
            OwnerRow row = rows.next();
            if (row.baseline() && baseline == null) {
                baseline = sheet(workbook, 1, title(header) + ", " + words.get("baseline"), styles, header);
            }
            if (row.baseline() != (baseline != null)) {
                throw new IllegalArgumentException("Rows of the first load come last");
            }
            String key = rowKey.of(
                    output.id() + "|" + header.recipientCode() + "|" + row.rowId(),
                    header.businessDate(),
                    header.listVersion());
            if (!keys.add(key)) {
                throw new IllegalArgumentException("Two rows of one list have the same key");
            }
            issued.accept(row.issued(key, (baseline == null ? list : baseline).add(row, key)));
        }
        list.finish(whenEmpty(baseline != null));
        if (baseline != null) {
            baseline.finish("");
        }
        OwnerGuide.write(workbook, styles, header, words);
        DropDowns.write(workbook, styles, columns, codeLists);
        return keys.size();
    }

    private ListSheet sheet(
            SXSSFWorkbook workbook, int place, String title, WorklistStyles styles, WorklistHeader header) {
        return new ListSheet(
                workbook,
                output.sheets().get(place).name(),
                new ListSheet.Words(output.title(), title, words.get("how_to")),
                columns,
                FROZEN_COLUMNS,
                styles,
                header);
    }

    private String whenEmpty(boolean besidesBaseline) {
        return words.get(besidesBaseline ? "empty_but_baseline" : whole ? "empty" : "empty_daily");
    }

    private String title(WorklistHeader header) {
        return output.title() + ": " + header.recipientName() + " (" + header.recipientCode() + "), "
                + WorklistWords.prose(header.businessDate());
    }
}
