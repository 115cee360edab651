package muster.publish.worklist;

import java.util.Map;
import muster.definition.CodeList;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Sheet Instructions of a review list. */
final class ReviewGuide extends GuideSheet {

    private static final int[] WIDTHS = {58, 26, 38};

    private ReviewGuide(SXSSFWorkbook workbook, WorklistStyles styles) {
        super(workbook, styles, WIDTHS);
    }

    static void write(SXSSFWorkbook workbook, WorklistStyles styles, WorklistHeader header, CodeList answers) {
        ReviewGuide guide = new ReviewGuide(workbook, styles);
        guide.howTo();
        guide.answers(answers);
        guide.rest(header);
        guide.finish(header);
    }

    private void howTo() {
        point(
                "1. What this list is",
                "Each row is a record of a register beside a child that is held already. The data alone do not",
                "tell whether they are one child: you are asked.");
        point(
                "2. What stands side by side",
                "\"The record\" is what the register sent. \"Held already\" is what PDS says, or the register by",
                "which the other child is known. Where PDS no longer holds an address, the last postcode is shown.");
        point(
                "3. How far they agree",
                "Each line is one field and what it weighs. One point more doubles the odds that they are one child;",
                "a line with a minus speaks against it. Column Worked out by gives the sum, beginning with the odds",
                "before any field is looked at. Twins share everything but the given name: never go by birth date",
                "and address alone.");
        point("4. Green columns only", "Blue columns are facts. Changes to them are ignored when the list comes back.");
    }

    private void answers(CodeList answers) {
        point(
                "5. Same child?, Answered by, Reason / notes",
                "Answer what you know from the records and from those you ask. Give your own initials.",
                "Two children are made one only when two different people say so: the first answer puts the row",
                "on the next list again, with what was said, for somebody else. Different children takes one",
                "person, and you are not asked again until a record changes.");
        Row head = sheet.createRow(nextRow++);
        SheetLayout.text(head, 0, "Answer", styles.staffHeader);
        SheetLayout.text(head, 1, "What follows", styles.staffHeader);
        SheetLayout.text(head, 2, "Remember", styles.staffHeader);
        for (Map<String, Object> answer : answers.rows()) {
            Row row = sheet.createRow(nextRow++);
            SheetLayout.text(row, 0, (String) answer.get("meaning"), styles.wrapped);
            SheetLayout.text(row, 1, follows((String) answer.get("verdict")), styles.wrapped);
            SheetLayout.text(
                    row,
                    2,
                    Boolean.TRUE.equals(answer.get("note_required")) ? "A reason must be given" : "",
                    styles.wrapped);
        }
        nextRow++;
    }

    private static String follows(String verdict) {
        if (verdict == null) {
            return "It is asked again";
        }
        return verdict.equals("SAME") ? "They become one child" : "They stay apart";
    }

    private void rest(WorklistHeader header) {
        point(
                "6. Save and return by " + header.returnBy(),
                "Put the saved file into the folder for returned lists. Any file name will do. A report tells what",
                "became of each row. A row you leave empty, or delete, is asked again.");
        point("7. Sort and filter as you like", "Do not add or rename columns. To print on A4, filter first.");
        point("8. A printed list holds personal data", "Keep it with you, and shred it when done.");
        point("9. Whom to ring", header.contact());
        point(
                "10. Answered wrongly?",
                "Ring the person above: an answer can be taken back, and everything stands again as it was.");
    }
}
