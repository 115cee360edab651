package muster.publish.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.definition.CodeList;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The very hidden sheet Lists of a declared list: the words of each drop-down, one column each, named as its code list. A
 * literal list in the sheet itself would end at 255 characters.
 */
final class DropDowns {

    private static final String SHEET = "Lists";

    private DropDowns() {}

    /**
     * Writes the sheet.
     *
     * @param codeLists the code lists of the columns' drop-downs, by name
     */
    static void write(
            SXSSFWorkbook workbook, WorklistStyles styles, List<ListColumn> columns, Map<String, CodeList> codeLists) {
        Map<String, String> headers = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> column.list() != null)
                .forEach(column -> headers.put(column.list(), column.title()));
        Sheet sheet = workbook.createSheet(SHEET);
        int column = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            int last = words(sheet, column, header.getValue(), codeLists.get(header.getKey()), styles);
            name(workbook, header.getKey(), column, last);
            column++;
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(SHEET), SheetVisibility.VERY_HIDDEN);
    }

    private static int words(Sheet sheet, int column, String header, CodeList list, WorklistStyles styles) {
        SheetLayout.text(row(sheet, 0), column, header, styles.plain);
        int row = 1;
        for (var choice : list.rows()) {
            SheetLayout.text(row(sheet, row++), column, (String) choice.get("meaning"), styles.plain);
        }
        return row;
    }

    private static Row row(Sheet sheet, int number) {
        Row there = sheet.getRow(number);
        return there == null ? sheet.createRow(number) : there;
    }

    private static void name(SXSSFWorkbook workbook, String list, int column, int lastRow) {
        String letter = CellReference.convertNumToColString(column);
        Name name = workbook.createName();
        name.setNameName(list);
        name.setRefersToFormula(SHEET + "!$" + letter + "$2:$" + letter + "$" + lastRow);
    }
}
