package muster.publish.worklist;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import muster.publish.worklist.WorklistColumn.Kind;
import muster.publish.worklist.WorklistColumn.Type;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook (reports.md 0.8 and 5.3): Arial 10, top aligned, dates and counts centred. */
final class WorklistStyles {

    private static final String FACT_HEADER = "003087";
    private static final String STAFF_HEADER = "006747";
    private static final String STAFF_FILL = "F0F7F3";
    private static final String TEXT_COLOUR = "212B32";
    private static final String RULE_COLOUR = "AEB7BD";
    private static final String WHITE = "FFFFFF";
    private static final String FONT = "Arial";
    private static final short POINTS = 10;
    private static final short TITLE_POINTS = 14;

    final XSSFCellStyle title;
    final XSSFCellStyle plain;
    final XSSFCellStyle bold;
    final XSSFCellStyle boldWrapped;
    final XSSFCellStyle wrapped;
    final XSSFCellStyle factHeader;
    final XSSFCellStyle staffHeader;
    private final Map<Type, XSSFCellStyle> facts = new EnumMap<>(Type.class);
    private final Map<Type, XSSFCellStyle> staff = new EnumMap<>(Type.class);
    private final XSSFCellStyle factHeaderCentred;
    private final XSSFCellStyle staffHeaderCentred;
    private final XSSFCellStyle quotedFact;
    private final XSSFWorkbook workbook;

    WorklistStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        setDefaultFont();
        title = textStyle(font(true, TITLE_POINTS, TEXT_COLOUR));
        plain = textStyle(font(false, POINTS, TEXT_COLOUR));
        bold = textStyle(font(true, POINTS, TEXT_COLOUR));
        boldWrapped = textStyle(font(true, POINTS, TEXT_COLOUR));
        boldWrapped.setWrapText(true);
        wrapped = textStyle(font(false, POINTS, TEXT_COLOUR));
        wrapped.setWrapText(true);
        factHeader = header(FACT_HEADER, HorizontalAlignment.LEFT);
        staffHeader = header(STAFF_HEADER, HorizontalAlignment.LEFT);
        factHeaderCentred = header(FACT_HEADER, HorizontalAlignment.CENTER);
        staffHeaderCentred = header(STAFF_HEADER, HorizontalAlignment.CENTER);
        for (Type type : Type.values()) {
            facts.put(type, data(type, null));
            staff.put(type, data(type, STAFF_FILL));
        }
        quotedFact = data(Type.TEXT, null);
        quotedFact.setQuotePrefixed(true);
    }

    /** The style of a column's header: green over what staff fill in, aligned as the cells below it. */
    XSSFCellStyle header(Kind kind, Type type) {
        boolean centred = type != Type.TEXT;
        if (kind == Kind.STAFF) {
            return centred ? staffHeaderCentred : staffHeader;
        }
        return centred ? factHeaderCentred : factHeader;
    }

    /** The style of a data cell. Text that a spreadsheet could take for a formula is marked as text for good. */
    XSSFCellStyle data(Kind kind, Type type, Object value) {
        if (kind == Kind.STAFF) {
            return staff.get(type);
        }
        return value instanceof String text && FormulaText.isRisky(text) ? quotedFact : facts.get(type);
    }

    static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), new DefaultIndexedColorMap());
    }

    private void setDefaultFont() {
        XSSFFont first = workbook.getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints(POINTS);
    }

    private XSSFCellStyle header(String fill, HorizontalAlignment alignment) {
        XSSFCellStyle style = textStyle(font(true, POINTS, WHITE));
        style.setAlignment(alignment);
        style.setWrapText(true);
        fill(style, fill);
        return style;
    }

    private XSSFCellStyle data(Type type, String fill) {
        XSSFCellStyle style = textStyle(font(false, POINTS, TEXT_COLOUR));
        style.setWrapText(true);
        style.setLocked(false);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(RULE_COLOUR));
        style.setDataFormat(workbook.createDataFormat().getFormat(format(type)));
        style.setAlignment(type == Type.TEXT ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER);
        if (fill != null) {
            fill(style, fill);
        }
        return style;
    }

    private static String format(Type type) {
        return switch (type) {
            case TEXT -> "@";
            case DATE -> "dd/mm/yyyy";
            case INTEGER -> "0";
        };
    }

    private XSSFCellStyle textStyle(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(HorizontalAlignment.LEFT);
        return style;
    }

    private static void fill(XSSFCellStyle style, String hex) {
        style.setFillForegroundColor(colour(hex));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFFont font(boolean isBold, short points, String hex) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(points);
        font.setBold(isBold);
        font.setColor(colour(hex));
        return font;
    }
}
