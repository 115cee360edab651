package muster.publish.worklist;

import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Sheet Instructions of a list for the owner of cases: the points that {@code config/messages} gives it, in order. */
final class OwnerGuide extends GuideSheet {

    private static final int[] WIDTHS = {58, 26, 38};
    private static final String POINT = "guide_";

    private OwnerGuide(SXSSFWorkbook workbook, WorklistStyles styles) {
        super(workbook, styles, WIDTHS);
    }

    /**
     * Writes the sheet.
     *
     * @param texts the list's words: each whose name begins {@code guide_} is a point, its first line the heading
     */
    static void write(SXSSFWorkbook workbook, WorklistStyles styles, WorklistHeader header, Map<String, String> texts) {
        OwnerGuide guide = new OwnerGuide(workbook, styles);
        new TreeMap<>(texts)
                .tailMap(POINT).entrySet().stream()
                        .takeWhile(text -> text.getKey().startsWith(POINT))
                        .forEach(text -> guide.point(text.getValue()));
        guide.finish(header);
    }

    private void point(String text) {
        String[] lines = text.lines().toArray(String[]::new);
        String[] rest = new String[lines.length - 1];
        System.arraycopy(lines, 1, rest, 0, rest.length);
        point(lines[0], rest);
    }
}
