package muster.publish.worklist;

import java.util.ArrayList;
import java.util.List;
import muster.publish.worklist.WorklistColumn.Kind;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Sheet Review: one row for each pair of records that a person is asked about, with columns for the answer. */
final class ReviewSheet {

    private static final int FROZEN_COLUMNS = 1;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final WorklistStyles styles;
    private final List<ReviewColumn> columns;
    private int nextRow = SheetLayout.FIRST_DATA_ROW;

    ReviewSheet(
            SXSSFWorkbook workbook,
            String name,
            String title,
            List<ReviewColumn> columns,
            WorklistStyles styles,
            WorklistHeader header) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.columns = columns;
        SheetTop.write(
                sheet, workbook.getXSSFWorkbook().getSheet(name), title, columns, FROZEN_COLUMNS, styles, header);
    }

    /**
     * Adds one pair.
     *
     * @return the fingerprint of its facts
     */
    String add(ReviewRow row, String rowKey) {
        Row cells = sheet.createRow(nextRow++);
        List<String> facts = new ArrayList<>();
        int lines = 1;
        for (int index = 0; index < columns.size(); index++) {
            ReviewColumn column = columns.get(index);
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

    private static Object value(ReviewColumn column, ReviewRow row, String rowKey) {
        return switch (column.kind()) {
            case FACT -> row.value(column.field());
            case STAFF -> null;
            case KEY -> rowKey;
        };
    }

    int rows() {
        return nextRow - SheetLayout.FIRST_DATA_ROW;
    }

    /** Sets what needs the last row to be known; says so in words where nobody is asked anything. */
    void finish() {
        if (rows() == 0) {
            SheetLayout.text(sheet.createRow(nextRow), 0, "No records are for you to look at today.", styles.plain);
            return;
        }
        var structure = workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
        CellRules rules = new CellRules(structure, "Review list", nextRow - 1);
        for (int index = 0; index < columns.size(); index++) {
            limit(rules, index, columns.get(index));
        }
        structure.setAutoFilter(new CellRangeAddress(SheetLayout.HEADER_ROW, nextRow - 1, 0, columns.size() - 1));
    }

    private static void limit(CellRules rules, int index, ReviewColumn column) {
        if (column.kind() != Kind.STAFF) {
            rules.facts(index, index);
        } else if (column.list() != null) {
            rules.list(index, column.list());
        } else if (column.title().equals(ReviewWorkbook.ANSWERED_BY)) {
            rules.textUpTo(index, ReviewWorkbook.LONGEST_INITIALS, "Give your initials, 20 characters at most.");
        } else {
            rules.textUpTo(index, ReviewWorkbook.LONGEST_NOTE, "This takes 500 characters at most.");
        }
    }
}
