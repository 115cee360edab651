package muster.publish.worklist;

import java.util.List;
import muster.publish.worklist.WorklistColumn.Kind;
import muster.publish.worklist.WorklistColumn.Type;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Sheet Details: further facts on every case of the file, in the order of the case sheets (reports.md 5.2). */
final class DetailsSheet {

    private static final String SHEET = "Details";

    private final SXSSFSheet sheet;
    private final XSSFSheet structure;
    private final WorklistStyles styles;
    private final List<DetailsColumn> columns;
    private int nextRow = SheetLayout.FIRST_DATA_ROW;

    DetailsSheet(SXSSFWorkbook workbook, WorklistStyles styles, WorklistHeader header) {
        this.sheet = workbook.createSheet(SHEET);
        this.structure = workbook.getXSSFWorkbook().getSheet(SHEET);
        this.styles = styles;
        this.columns = DetailsColumn.layout(header.restricted());
        SheetLayout.text(sheet.createRow(0), 0, "Details of the cases on sheets Worklist and Baseline", styles.title);
        sheet.getRow(0).setHeightInPoints(SheetLayout.TITLE_HEIGHT);
        SheetLayout.text(
                sheet.createRow(1),
                0,
                "Facts from last night's run, in the same order. Nothing to fill in.",
                styles.plain);
        writeHeaders();
        sheet.createFreezePane(1, SheetLayout.FIRST_DATA_ROW);
        SheetLayout.print(structure, PaperSize.A3_PAPER, true, header);
        SheetLayout.repeatHeader(structure);
        SheetLayout.protect(structure);
    }

    void add(WorklistRow row) {
        Row cells = sheet.createRow(nextRow++);
        int lines = 1;
        for (int index = 0; index < columns.size(); index++) {
            DetailsColumn column = columns.get(index);
            Object value = column.value(row);
            Type type = value instanceof Integer ? Type.INTEGER : Type.TEXT;
            Cell cell = cells.createCell(index);
            cell.setCellStyle(styles.data(Kind.FACT, type, value));
            CaseSheet.setValue(cell, value);
            if (value instanceof String text) {
                lines = Math.max(lines, SheetLayout.lines(text, column.width()));
            }
        }
        SheetLayout.height(cells, lines);
    }

    void finish() {
        if (nextRow == SheetLayout.FIRST_DATA_ROW) {
            SheetLayout.text(sheet.createRow(nextRow), 0, "No cases are on this list.", styles.plain);
        } else {
            structure.setAutoFilter(new CellRangeAddress(SheetLayout.HEADER_ROW, nextRow - 1, 0, columns.size() - 1));
        }
    }

    private void writeHeaders() {
        Row headers = sheet.createRow(SheetLayout.HEADER_ROW);
        SheetLayout.height(headers, 2);
        for (int index = 0; index < columns.size(); index++) {
            SheetLayout.text(headers, index, columns.get(index).title(), styles.factHeader);
            SheetLayout.width(sheet, index, columns.get(index).width());
        }
    }
}
