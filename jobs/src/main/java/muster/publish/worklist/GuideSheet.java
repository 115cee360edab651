package muster.publish.worklist;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Sheet Instructions of any list: numbered points, tables of choices, and what the file is (reports.md 5.6 and 0.2). */
class GuideSheet {

    static final String SHEET = "Instructions";

    final WorklistStyles styles;
    final SXSSFSheet sheet;
    int nextRow;
    private final XSSFSheet structure;

    GuideSheet(SXSSFWorkbook workbook, WorklistStyles styles, int... widths) {
        this.sheet = workbook.createSheet(SHEET);
        this.structure = workbook.getXSSFWorkbook().getSheet(SHEET);
        this.styles = styles;
        for (int column = 0; column < widths.length; column++) {
            SheetLayout.width(sheet, column, widths[column]);
        }
        text("How to use this list", styles.title);
        sheet.getRow(0).setHeightInPoints(SheetLayout.TITLE_HEIGHT);
        nextRow++;
    }

    /** Writes what the file is, and sets how the sheet prints. */
    final void finish(WorklistHeader header) {
        about(header);
        SheetLayout.print(structure, PaperSize.A4_PAPER, false, header);
        SheetLayout.protect(structure);
    }

    private void about(WorklistHeader header) {
        text("About this file", styles.bold);
        fact("List for", header.recipientName() + " (" + header.recipientCode() + ")");
        fact("Date of the list", WorklistWords.prose(header.businessDate()));
        fact("Service", header.serviceName());
        fact("Marking", header.marking());
        fact("Run", header.runId());
        fact("Version of the list", Integer.toString(header.listVersion()));
        fact("Definitions", header.definitionsVersion());
        fact("Children known to the service", String.format("%,d", header.childrenIn()));
        fact("Children accounted for", String.format("%,d", header.childrenAccounted()));
    }

    final void point(String heading, String... lines) {
        text(heading, styles.bold);
        for (String line : lines) {
            text(line, styles.plain);
        }
        nextRow++;
    }

    private void fact(String name, String value) {
        Row row = sheet.createRow(nextRow++);
        SheetLayout.text(row, 0, name, styles.plain);
        SheetLayout.text(row, 1, value, styles.plain);
    }

    final void text(String text, CellStyle style) {
        SheetLayout.text(sheet.createRow(nextRow++), 0, text, style);
    }
}
