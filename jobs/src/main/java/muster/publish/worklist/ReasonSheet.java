package muster.publish.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The very hidden sheet Lists: the words of the drop-downs, the code of each, and the last day on which a case may
 * be looked at again. Drop-downs point at its named ranges, since a literal list ends at 255 characters.
 */
final class ReasonSheet {

    static final String SHEET = "Lists";
    static final String RESPONSES = "response_reasons";
    static final String RESPONSE_LIMITS = "response_limits";
    static final String CLOSURES = "closure_reasons";
    /** Position of the last day inside {@link #RESPONSE_LIMITS}, as VLOOKUP counts. */
    static final int LIMIT_POSITION = 3;

    private static final List<String> HEADERS =
            List.of("What happened", "Code", "Look again by", "Close because", "Code", "Review after (months)");
    private static final int CLOSURE_COLUMN = 3;

    private ReasonSheet() {}

    static void write(SXSSFWorkbook workbook, WorklistStyles styles, WorklistReasons reasons, LocalDate runDate) {
        Sheet sheet = workbook.createSheet(SHEET);
        Row header = sheet.createRow(0);
        for (int column = 0; column < HEADERS.size(); column++) {
            text(header, column, HEADERS.get(column), styles);
        }
        int rows = Math.max(reasons.responses().size(), reasons.closures().size());
        for (int index = 0; index < rows; index++) {
            Row row = sheet.createRow(index + 1);
            if (index < reasons.responses().size()) {
                response(row, reasons.responses().get(index), reasons, runDate, styles);
            }
            if (index < reasons.closures().size()) {
                closure(row, reasons.closures().get(index), styles);
            }
        }
        name(workbook, RESPONSES, "$A$2:$A$" + (reasons.responses().size() + 1));
        name(workbook, RESPONSE_LIMITS, "$A$2:$C$" + (reasons.responses().size() + 1));
        name(workbook, CLOSURES, "$D$2:$D$" + (reasons.closures().size() + 1));
        workbook.setSheetVisibility(workbook.getSheetIndex(SHEET), SheetVisibility.VERY_HIDDEN);
    }

    private static void response(
            Row row, Reason reason, WorklistReasons reasons, LocalDate runDate, WorklistStyles styles) {
        text(row, 0, reason.words(), styles);
        text(row, 1, reason.code(), styles);
        Optional<LocalDate> limit = reason.lookAgainBy(runDate, reasons.calendar());
        Cell cell = row.createCell(2);
        cell.setCellStyle(styles.data(WorklistColumn.Kind.FACT, WorklistColumn.Type.DATE, null));
        limit.ifPresent(cell::setCellValue);
    }

    private static void closure(Row row, Reason reason, WorklistStyles styles) {
        text(row, CLOSURE_COLUMN, reason.words(), styles);
        text(row, CLOSURE_COLUMN + 1, reason.code(), styles);
        if (reason.reviewMonths() != null) {
            row.createCell(CLOSURE_COLUMN + 2).setCellValue(reason.reviewMonths());
        }
    }

    private static void text(Row row, int column, String value, WorklistStyles styles) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(styles.data(WorklistColumn.Kind.FACT, WorklistColumn.Type.TEXT, value));
    }

    private static void name(SXSSFWorkbook workbook, String name, String range) {
        Name created = workbook.createName();
        created.setNameName(name);
        created.setRefersToFormula(SHEET + "!" + range);
    }
}
