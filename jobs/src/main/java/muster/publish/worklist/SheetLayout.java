package muster.publish.worklist;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What every printed sheet of the workbook has in common (reports.md 5.3 and 5.4). */
final class SheetLayout {

    /** Row 4 holds the headers; data begin in row 5 (counted from 0 here). */
    static final int HEADER_ROW = 3;

    static final int FIRST_DATA_ROW = 4;
    /** Points of the row that holds a sheet's title. */
    static final float TITLE_HEIGHT = 22;

    private static final double MARGIN_INCHES = 10 / 25.4;
    private static final double EDGE_INCHES = 4 / 25.4;
    private static final int WIDTH_UNITS = 256;
    private static final double POINTS_ABOVE = 4;
    private static final double POINTS_A_LINE = 13;
    private static final double WIDE_LETTERS = 1.12;
    private static final double TALLEST_ROW = 409;

    private SheetLayout() {}

    static void width(Sheet sheet, int column, int characters) {
        sheet.setColumnWidth(column, characters * WIDTH_UNITS);
    }

    static Cell text(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
        return cell;
    }

    /** Lines that a wrapped text takes in a column of so many characters. */
    static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> Math.max(1, (int) Math.ceil(line.length() * WIDE_LETTERS / width)))
                .sum();
    }

    /** Sets the height that the spreadsheet program would not set by itself. */
    static void height(Row row, int lines) {
        row.setHeightInPoints((float) Math.min(TALLEST_ROW, POINTS_ABOVE + POINTS_A_LINE * Math.max(1, lines)));
    }

    /** Landscape or portrait, one page wide, with marking, file name and page number at the foot. */
    static void print(XSSFSheet sheet, PaperSize paper, boolean landscape, WorklistHeader header) {
        sheet.getPrintSetup().setPaperSize(paper);
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.TOP, MARGIN_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, MARGIN_INCHES);
        sheet.setMargin(PageMargin.HEADER, EDGE_INCHES);
        sheet.setMargin(PageMargin.FOOTER, EDGE_INCHES);
        sheet.getHeader().setLeft(printable(header.serviceName()));
        sheet.getHeader().setRight(printable(editionLine(header)));
        sheet.getFooter().setLeft(printable(header.marking()));
        sheet.getFooter().setCenter("&F");
        sheet.getFooter().setRight("Page &P of &N");
    }

    static void repeatHeader(XSSFSheet sheet) {
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    }

    /**
     * Keeps headers and columns in place and claims no secrecy. Data cells are unlocked, because Excel sorts a
     * protected range only where nothing in it is locked.
     */
    static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    static String editionLine(WorklistHeader header) {
        return "Run " + header.runId() + ", definitions " + header.definitionsVersion() + ", list v"
                + header.listVersion();
    }

    /** In headers and footers an ampersand begins a code. */
    private static String printable(String text) {
        return text.replace("&", "&&");
    }
}
