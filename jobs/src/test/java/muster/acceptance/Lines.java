package muster.acceptance;

import java.util.List;

/** Texts of delimited files. */
final class Lines {

    private Lines() {}

    static String csv(List<String> columns, List<Row> rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append("\r\n");
        rows.forEach(row -> text.append(row.line(",", false)).append("\r\n"));
        return text.toString();
    }
}
