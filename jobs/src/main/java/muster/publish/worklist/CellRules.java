package muster.publish.worklist;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What the cells below the header of a returned sheet accept (reports.md 5.4). */
final class CellRules {

    private static final String FACT = "This column is a fact from the run. Record what you did in the green columns.";

    private final XSSFSheet sheet;
    private final XSSFDataValidationHelper helper;
    private final String title;
    private final int lastRow;

    /**
     * @param title what the box is called that refuses an entry
     * @param lastRow last row of the list
     */
    CellRules(XSSFSheet sheet, String title, int lastRow) {
        this.sheet = sheet;
        this.helper = new XSSFDataValidationHelper(sheet);
        this.title = title;
        this.lastRow = lastRow;
    }

    /** Refuses typing over these columns, but not pasting: the reader believes no fact that comes back. */
    void facts(int first, int last) {
        refuse(helper.createCustomConstraint("FALSE"), first, last, FACT, false);
    }

    /** One of the words of a named range, or nothing. */
    void list(int column, String range) {
        refuse(
                helper.createFormulaListConstraint(range),
                column,
                column,
                "Choose from the list, or leave the cell empty.",
                true);
    }

    void textUpTo(int column, int characters, String text) {
        refuse(
                helper.createTextLengthConstraint(
                        DataValidationConstraint.OperatorType.LESS_OR_EQUAL, Integer.toString(characters), null),
                column,
                column,
                text,
                true);
    }

    /** A date, or nothing. */
    void date(int column, String text) {
        formula(
                column,
                "ISNUMBER(" + CellReference.convertNumToColString(column) + (SheetLayout.FIRST_DATA_ROW + 1) + ")",
                text);
    }

    /** What the formula of the first row of the list says, or nothing. */
    void formula(int column, String formula, String text) {
        refuse(helper.createCustomConstraint(formula), column, column, text, true);
    }

    private void refuse(DataValidationConstraint constraint, int first, int last, String text, boolean emptyAllowed) {
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(SheetLayout.FIRST_DATA_ROW, lastRow, first, last));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(title, text);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(emptyAllowed);
        // In this library true shows the arrow of a list.
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }
}
