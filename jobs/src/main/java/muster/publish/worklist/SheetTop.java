package muster.publish.worklist;

import java.util.List;
import muster.publish.worklist.WorklistColumn.Kind;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The first four rows of a sheet that goes out and comes back, how it prints, and what is locked (reports.md 5.2 to 5.4). */
final class SheetTop {

    /** Characters that an A4 sheet on its side still shows legibly. */
    private static final int WIDEST_ON_A4 = 175;

    private SheetTop() {}

    /**
     * Writes them.
     *
     * @param howTo second line: how to use the list
     * @param structure the same sheet as the library's workbook holds it
     * @param frozen columns that stay in sight
     */
    static void write(
            SXSSFSheet sheet,
            XSSFSheet structure,
            String title,
            String howTo,
            List<? extends SheetColumn> columns,
            int frozen,
            WorklistStyles styles,
            WorklistHeader header) {
        SheetLayout.text(sheet.createRow(0), 0, title, styles.title);
        sheet.getRow(0).setHeightInPoints(SheetLayout.TITLE_HEIGHT);
        SheetLayout.text(sheet.createRow(1), 0, howTo, styles.plain);
        if (!header.data().feeds().isEmpty()) {
            writeDates(sheet, columns, styles, header);
        }
        Row headers = sheet.createRow(SheetLayout.HEADER_ROW);
        SheetLayout.height(headers, 2);
        for (int index = 0; index < columns.size(); index++) {
            SheetColumn column = columns.get(index);
            SheetLayout.text(headers, index, column.title(), styles.header(column.kind(), column.type()));
            SheetLayout.width(sheet, index, column.width());
            sheet.setColumnHidden(index, column.kind() == Kind.KEY);
        }
        sheet.createFreezePane(frozen, SheetLayout.FIRST_DATA_ROW);
        SheetLayout.print(structure, paper(columns), true, header);
        SheetLayout.repeatHeader(structure);
        SheetLayout.protect(structure);
    }

    /** A narrow list is legible on the paper that every office has. */
    private static PaperSize paper(List<? extends SheetColumn> columns) {
        return width(columns) <= WIDEST_ON_A4 ? PaperSize.A4_PAPER : PaperSize.A3_PAPER;
    }

    private static int width(List<? extends SheetColumn> columns) {
        return shown(columns).stream().mapToInt(SheetColumn::width).sum();
    }

    private static List<? extends SheetColumn> shown(List<? extends SheetColumn> columns) {
        return columns.stream().filter(column -> column.kind() != Kind.KEY).toList();
    }

    /** One cell over all columns that show: a text that ran out of its cell would make the printed page as wide as itself. */
    private static void writeDates(
            SXSSFSheet sheet, List<? extends SheetColumn> columns, WorklistStyles styles, WorklistHeader header) {
        Row row = sheet.createRow(2);
        SheetLayout.text(row, 0, data(header), header.data().anyStale() ? styles.boldWrapped : styles.wrapped);
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, shown(columns).size() - 1));
        SheetLayout.height(row, SheetLayout.lines(data(header), width(columns)));
    }

    /** How to use a list that is worked every day. */
    static String daily(WorklistHeader header) {
        return "Green columns are for you to fill in. Blue columns are facts from last night's run: changes to them are"
                + " ignored. Return by " + header.returnBy() + " to update tonight. How to use: sheet "
                + GuideSheet.SHEET + ".";
    }

    /** What is stale comes first: a child may be absent from a list because the list is old. */
    private static String data(WorklistHeader header) {
        String dates = "Data as at: " + header.data().dateWords() + ".";
        return header.data().anyStale() ? "STALE DATA: " + header.data().staleWords() + ". " + dates : dates;
    }
}
