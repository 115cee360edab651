package muster.publish.commissioner;

import java.util.List;
import java.util.Locale;

/**
 * A commissioner report ready to be laid out: every number is already text and already controlled. Lists are in the
 * order printed.
 *
 * @param area the area
 * @param areaDescription what kind of area it is, with its code
 * @param context where the figures come from
 * @param title area and period in words
 * @param status provisional or final, and how fresh the data is
 * @param lead the sentences a hurried reader reads, the first of them the most important
 * @param headlines the large numbers
 * @param actions what needs action; empty where the figures shown ask for nothing
 * @param firstPage measures of page 1
 * @param allMeasures every measure of the area
 * @param stripHeading range of the pictures' axis, heading of their column
 * @param key what shapes and shorthand mean
 * @param notes how the figures were made
 */
public record CommissionerReport(
        ReportArea area,
        String areaDescription,
        ReportContext context,
        String title,
        String status,
        List<String> lead,
        List<HeadlineCount> headlines,
        List<ActionRow> actions,
        List<CoverageRow> firstPage,
        List<CoverageRow> allMeasures,
        String stripHeading,
        String key,
        List<Note> notes) {
    public CommissionerReport {
        lead = List.copyOf(lead);
        headlines = List.copyOf(headlines);
        actions = List.copyOf(actions);
        firstPage = List.copyOf(firstPage);
        allMeasures = List.copyOf(allMeasures);
        notes = List.copyOf(notes);
    }

    /** The name of the report's file (reports 0.10, rulings 7). */
    public String fileName() {
        return "muster_commissioner-report_%s-%s_%s_%s_v%d.pdf"
                .formatted(
                        area.key().type(),
                        area.key().code(),
                        context.period().code(),
                        context.snapshot(),
                        context.reportVersion())
                .toLowerCase(Locale.ROOT);
    }
}
