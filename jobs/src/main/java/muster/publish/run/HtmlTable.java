package muster.publish.run;

import java.util.List;
import java.util.Locale;

/** Writes tables that a screen reader can follow: a caption, headers with scope, and escaped text. */
final class HtmlTable {

    private static final String RIGHT = " class=\"n\"";

    private final StringBuilder html;
    private final List<Column> columns;

    /** One column: its header, and whether it holds numbers. */
    record Column(String title, boolean number) {

        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    private HtmlTable(StringBuilder html, List<Column> columns) {
        this.html = html;
        this.columns = columns;
    }

    /** Opens a table and writes its headers. */
    static HtmlTable open(StringBuilder html, String caption, Column... columns) {
        html.append("<table><caption>").append(escape(caption)).append("</caption>\n<thead><tr>");
        for (Column column : columns) {
            html.append("<th scope=\"col\"")
                    .append(column.number() ? RIGHT : "")
                    .append('>')
                    .append(escape(column.title()))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody>\n");
        return new HtmlTable(html, List.of(columns));
    }

    /** One row; the first cell names it. */
    HtmlTable row(Object... cells) {
        return row("", cells);
    }

    /** The row of totals. */
    HtmlTable total(Object... cells) {
        return row(" class=\"total\"", cells);
    }

    void close() {
        html.append("</tbody></table>\n");
    }

    private HtmlTable row(String attribute, Object... cells) {
        html.append("<tr").append(attribute).append('>');
        for (int index = 0; index < cells.length; index++) {
            String tag = index == 0 ? "th" : "td";
            html.append('<')
                    .append(tag)
                    .append(index == 0 ? " scope=\"row\"" : "")
                    .append(columns.get(index).number() ? RIGHT : "")
                    .append('>')
                    .append(cell(cells[index]))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>\n");
        return this;
    }

    private static String cell(Object value) {
        return value instanceof Long count ? String.format(Locale.UK, "%,d", count) : escape(String.valueOf(value));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
