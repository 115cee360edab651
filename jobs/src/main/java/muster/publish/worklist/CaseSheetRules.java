package muster.publish.worklist;

import java.time.LocalDate;
import java.util.List;
import muster.publish.worklist.WorklistColumn.Kind;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;

/** What cells of a case sheet accept, how they look, and the filter (reports.md 5.2 to 5.4). */
final class CaseSheetRules {

    private static final int DUE_SOON_DAYS = 3;
    static final int LONGEST_INITIALS = 20;
    static final int LONGEST_NOTE = 500;
    private static final String ASLEEP_FILL = "EDEFF0";
    private static final String DUE_FILL = "FCE3D6";
    private static final String DUE_SOON_FILL = "FFF4CC";
    private static final String TITLE = "Failsafe worklist";

    private final XSSFSheet sheet;
    private final List<WorklistColumn> columns;
    private final int lastRow;
    private final LocalDate runDate;
    private final CellRules cells;

    private CaseSheetRules(XSSFSheet sheet, List<WorklistColumn> columns, int lastRow, LocalDate runDate) {
        this.sheet = sheet;
        this.columns = columns;
        this.lastRow = lastRow;
        this.runDate = runDate;
        this.cells = new CellRules(sheet, TITLE, lastRow);
    }

    /** Applies all of them to the rows of cases. */
    static void apply(XSSFSheet sheet, List<WorklistColumn> columns, int lastRow, WorklistHeader header) {
        CaseSheetRules rules = new CaseSheetRules(sheet, columns, lastRow, header.businessDate());
        rules.refuseTypingOverFacts();
        rules.limitStaffColumns();
        rules.colourRows();
        sheet.setAutoFilter(new CellRangeAddress(SheetLayout.HEADER_ROW, lastRow, 0, columns.size() - 1));
    }

    private void refuseTypingOverFacts() {
        int key = columns.indexOf(WorklistColumn.ROW_KEY);
        cells.facts(0, lastFact());
        cells.facts(key, key);
    }

    private void limitStaffColumns() {
        cells.list(columns.indexOf(WorklistColumn.WHAT_HAPPENED), ReasonSheet.RESPONSES);
        cells.list(columns.indexOf(WorklistColumn.CLOSE_BECAUSE), ReasonSheet.CLOSURES);
        cells.formula(
                columns.indexOf(WorklistColumn.LOOK_AGAIN_ON),
                lookAgainRule(),
                "Give a date from the day of this list on, and no later than the limit for what happened"
                        + " (sheet Instructions).");
        cells.textUpTo(
                columns.indexOf(WorklistColumn.WORKED_BY),
                LONGEST_INITIALS,
                "Give your initials, 20 characters at most.");
        cells.textUpTo(columns.indexOf(WorklistColumn.NOTES), LONGEST_NOTE, "Notes take 500 characters at most.");
    }

    /** A date from the run date on, up to the last day of the response beside it; any such day without a response. */
    private String lookAgainRule() {
        String day = cell(WorklistColumn.LOOK_AGAIN_ON, false);
        String response = cell(WorklistColumn.WHAT_HAPPENED, false);
        return "AND(ISNUMBER(" + day + ")," + day + ">=" + date(runDate) + "," + day + "<=IFERROR(VLOOKUP(" + response
                + "," + ReasonSheet.RESPONSE_LIMITS + "," + ReasonSheet.LIMIT_POSITION + ",FALSE),DATE(9999,12,31)))";
    }

    /** The run date is written into the rules, so that a printed copy and a file opened later agree. */
    private void colourRows() {
        String closed = cell(WorklistColumn.CLOSE_BECAUSE, true);
        String day = cell(WorklistColumn.LOOK_AGAIN_ON, true);
        String due = cell(WorklistColumn.DUE_BY, true);
        var formatting = sheet.getSheetConditionalFormatting();
        var rules = new XSSFConditionalFormattingRule[] {
            colour(
                    "OR(" + closed + "<>\"\",AND(ISNUMBER(" + day + ")," + day + ">" + date(runDate) + "))",
                    ASLEEP_FILL),
            colour(due + "<=" + date(runDate), DUE_FILL),
            colour(due + "<=" + date(runDate.plusDays(DUE_SOON_DAYS)), DUE_SOON_FILL)
        };
        formatting.addConditionalFormatting(new CellRangeAddress[] {CaseSheet.cells(0, lastFact(), lastRow)}, rules);
        for (CTConditionalFormatting group : sheet.getCTWorksheet().getConditionalFormattingList()) {
            group.getCfRuleList().forEach(rule -> rule.setStopIfTrue(true));
        }
    }

    private XSSFConditionalFormattingRule colour(String formula, String fill) {
        XSSFConditionalFormattingRule rule =
                sheet.getSheetConditionalFormatting().createConditionalFormattingRule(formula);
        PatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(WorklistStyles.colour(fill));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        return rule;
    }

    private int lastFact() {
        return (int) columns.stream()
                        .filter(column -> column.kind() == Kind.FACT)
                        .count()
                - 1;
    }

    private String cell(WorklistColumn column, boolean columnFixed) {
        String letter = CellReference.convertNumToColString(columns.indexOf(column));
        return (columnFixed ? "$" : "") + letter + (SheetLayout.FIRST_DATA_ROW + 1);
    }

    private static String date(LocalDate day) {
        return "DATE(" + day.getYear() + "," + day.getMonthValue() + "," + day.getDayOfMonth() + ")";
    }
}
