package muster.publish.worklist;

import java.util.ArrayList;
import java.util.List;
import muster.publish.worklist.WorklistColumn.Kind;
import muster.publish.worklist.WorklistColumn.Type;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A sheet of rows whose columns {@code config/outputs} declares, some of them for staff to fill in. */
final class ListSheet {

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final WorklistStyles styles;
    private final List<ListColumn> columns;
    private final Words words;
    private int nextRow = SheetLayout.FIRST_DATA_ROW;

    /**
     * What a sheet says besides its rows.
     *
     * @param list what the list is called, over the box that refuses an entry
     * @param title first line of the sheet
     * @param howTo second line of the sheet
     */
    record Words(String list, String title, String howTo) {}

    /**
     * @param frozen columns that stay in sight
     */
    ListSheet(
            SXSSFWorkbook workbook,
            String name,
            Words words,
            List<ListColumn> columns,
            int frozen,
            WorklistStyles styles,
            WorklistHeader header) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.columns = columns;
        this.words = words;
        SheetTop.write(
                sheet,
                workbook.getXSSFWorkbook().getSheet(name),
                words.title(),
                words.howTo(),
                columns,
                frozen,
                styles,
                header);
    }

    /**
     * Adds one row.
     *
     * @return the fingerprint of its facts
     */
    String add(ListRow row, String rowKey) {
        Row cells = sheet.createRow(nextRow++);
        List<String> facts = new ArrayList<>();
        int lines = 1;
        for (int index = 0; index < columns.size(); index++) {
            ListColumn column = columns.get(index);
            Object value = value(column, row, rowKey);
            Cell cell = cells.createCell(index);
            cell.setCellStyle(styles.data(column.kind(), column.type(), value));
            CaseSheet.setValue(cell, value);
            if (column.kind() == Kind.FACT) {
                String text = value == null ? "" : value.toString();
                facts.add(text);
                lines = Math.max(lines, SheetLayout.lines(text, column.width()));
            }
        }
        SheetLayout.height(cells, lines);
        return FactDigest.of(facts);
    }

    private static Object value(ListColumn column, ListRow row, String rowKey) {
        return switch (column.kind()) {
            case FACT -> row.value(column.field());
            case STAFF -> null;
            case KEY -> rowKey;
        };
    }

    int rows() {
        return nextRow - SheetLayout.FIRST_DATA_ROW;
    }

    /** Sets what needs the last row to be known; says so in words where there is none. */
    void finish(String whenEmpty) {
        if (rows() == 0) {
            SheetLayout.text(sheet.createRow(nextRow), 0, whenEmpty, styles.plain);
            return;
        }
        var structure = workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
        CellRules rules = new CellRules(structure, words.list(), nextRow - 1);
        for (int index = 0; index < columns.size(); index++) {
            limit(rules, index, columns.get(index));
        }
        structure.setAutoFilter(new CellRangeAddress(SheetLayout.HEADER_ROW, nextRow - 1, 0, columns.size() - 1));
    }

    private static void limit(CellRules rules, int index, ListColumn column) {
        if (column.kind() != Kind.STAFF) {
            rules.facts(index, index);
        } else if (column.list() != null) {
            rules.list(index, column.list());
        } else if (column.type() == Type.DATE) {
            rules.date(index, "Give a date, for example 31/12/2026, or leave the cell empty.");
        } else if (column.title().equals(ReviewWorkbook.ANSWERED_BY)) {
            rules.textUpTo(index, ReviewWorkbook.LONGEST_INITIALS, "Give your initials, 20 characters at most.");
        } else {
            rules.textUpTo(index, ReviewWorkbook.LONGEST_NOTE, "This takes 500 characters at most.");
        }
    }
}
