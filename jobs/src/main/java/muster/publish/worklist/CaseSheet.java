package muster.publish.worklist;

import java.time.LocalDate;
import java.util.List;
import muster.publish.worklist.WorklistColumn.Kind;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Sheet Worklist or Baseline: one row for each open case, with columns for staff to fill in (reports.md 5.2, 5.3). */
final class CaseSheet {

    private static final int FROZEN_COLUMNS = 2;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final WorklistStyles styles;
    private final WorklistHeader header;
    private final List<WorklistColumn> columns;
    private int nextRow = SheetLayout.FIRST_DATA_ROW;

    CaseSheet(SXSSFWorkbook workbook, String name, String title, WorklistStyles styles, WorklistHeader header) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.header = header;
        this.columns = WorklistColumn.layout(header.restricted());
        SheetTop.write(
                sheet,
                workbook.getXSSFWorkbook().getSheet(name),
                title,
                SheetTop.daily(header),
                columns,
                FROZEN_COLUMNS,
                styles,
                header);
    }

    /** Adds one case; its key goes to the hidden column. */
    void add(WorklistRow row, String rowKey) {
        Row cells = sheet.createRow(nextRow++);
        int lines = 1;
        for (int index = 0; index < columns.size(); index++) {
            WorklistColumn column = columns.get(index);
            Object value = column.kind() == Kind.KEY ? rowKey : column.value(row, header);
            Cell cell = cells.createCell(index);
            cell.setCellStyle(styles.data(column.kind(), column.type(), value));
            setValue(cell, value);
            if (value instanceof String text && column.kind() != Kind.KEY) {
                lines = Math.max(lines, SheetLayout.lines(text, column.width()));
            }
        }
        SheetLayout.height(cells, lines);
    }

    int rows() {
        return nextRow - SheetLayout.FIRST_DATA_ROW;
    }

    /** Sets what needs the last row to be known; says so in words where no case stands on the sheet. */
    void finish(String textWhenEmpty) {
        if (rows() == 0) {
            SheetLayout.text(sheet.createRow(nextRow), 0, textWhenEmpty, styles.plain);
        } else {
            CaseSheetRules.apply(workbook.getXSSFWorkbook().getSheet(sheet.getSheetName()), columns, lastRow(), header);
        }
    }

    static void setValue(Cell cell, Object value) {
        if (value instanceof String text) {
            cell.setCellValue(text);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        }
    }

    private int lastRow() {
        return nextRow - 1;
    }

    /** The cells of some neighbouring columns, over all rows of cases. */
    static CellRangeAddress cells(int firstColumn, int lastColumn, int lastRow) {
        return new CellRangeAddress(SheetLayout.FIRST_DATA_ROW, lastRow, firstColumn, lastColumn);
    }
}
