package muster.publish.worklist;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Sheet Instructions: how to work the list, and what the file is (reports.md 5.6 and 0.2). */
final class InstructionsSheet extends GuideSheet {

    private static final int[] WIDTHS = {58, 26, 38};

    private InstructionsSheet(SXSSFWorkbook workbook, WorklistStyles styles) {
        super(workbook, styles, WIDTHS);
    }

    static void write(SXSSFWorkbook workbook, WorklistStyles styles, WorklistHeader header, WorklistReasons reasons) {
        InstructionsSheet writer = new InstructionsSheet(workbook, styles);
        writer.howTo(header);
        writer.choices(reasons);
        writer.rest(header);
        writer.finish(header);
    }

    private void howTo(WorklistHeader header) {
        point(
                "1. What this list is",
                header.restricted()
                        ? "Restricted records with an open problem, for their named holder alone. It says nothing about where a child is."
                        : "Children whose care has a gap that last night's data show. Each row is one problem of one child.");
        point(
                "2. Work from the top",
                "Rows stand in order of priority, then of the day by which someone must act.",
                "Sheet Baseline holds what the first load found; its clocks start later. Work it the same way.");
        point("3. Green columns only", "Blue columns are facts. Changes to them are ignored when the list comes back.");
    }

    private void choices(WorklistReasons reasons) {
        point(
                "4. What happened, Look again on, Close because",
                "What happened: you did something, and the record will follow. The case sleeps until Look again on.",
                "Close because: nothing more will come, for a reason that explains the gap. Worked by is needed.",
                "A case whose record arrives closes by itself. Use one of the two, never both in one row.");
        table("What happened", "Look again on, at the latest", "Remember");
        reasons.responses().forEach(reason -> line(reason, limit(reason, "No pause: the case goes on")));
        nextRow++;
        table("Close because", "Looked at again after", "Remember");
        reasons.closures().forEach(reason -> line(reason, limit(reason, "Not again")));
        nextRow++;
    }

    private void rest(WorklistHeader header) {
        point(
                "5. Save and return by " + header.returnBy(),
                "Put the saved file into your team's folder. Any file name will do.",
                "A row you delete stays open; it is on tomorrow's list again.");
        point("6. Sort and filter as you like", "Do not add or rename columns. To print on A4, filter first.");
        point("7. A printed list holds personal data", "Keep it with you, and shred it when done.");
        point("8. Whom to ring", header.contact());
        point(
                "9. Something wrong with a child's details?",
                "Tell the system the details come from. This sheet cannot change them.");
    }

    private static String limit(Reason reason, String otherwise) {
        return reason.limitInWords().isEmpty() ? otherwise : reason.limitInWords();
    }

    private void table(String first, String second, String third) {
        Row row = sheet.createRow(nextRow++);
        SheetLayout.text(row, 0, first, styles.staffHeader);
        SheetLayout.text(row, 1, second, styles.staffHeader);
        SheetLayout.text(row, 2, third, styles.staffHeader);
    }

    private void line(Reason reason, String limit) {
        Row row = sheet.createRow(nextRow++);
        SheetLayout.text(row, 0, reason.words(), styles.wrapped);
        SheetLayout.text(row, 1, limit, styles.wrapped);
        SheetLayout.text(row, 2, remember(reason), styles.wrapped);
        SheetLayout.height(row, SheetLayout.lines(reason.words(), WIDTHS[0]));
    }

    private static String remember(Reason reason) {
        if (reason.tellsLead()) {
            return "The lead is told the same night";
        }
        return reason.noteRequired() ? "Notes must say more" : "";
    }
}
