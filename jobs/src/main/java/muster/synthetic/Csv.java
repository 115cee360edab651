package muster.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Cells of our own CSV dialect ({@code feeds.md} 1.6): comma, quotes only where needed, CRLF. */
final class Csv {
    private final StringBuilder line = new StringBuilder(400);

    Csv add(String value) {
        if (line.length() > 0) {
            line.append(',');
        }
        append(value);
        return this;
    }

    /** The first cell, which may be empty. */
    static Csv row(String first) {
        Csv row = new Csv();
        row.append(first);
        if (first.isEmpty()) {
            throw new IllegalArgumentException("the first cell is never empty in these layouts");
        }
        return row;
    }

    /** A row's cells as they stand in it, with their quotes. */
    static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < row.length(); at++) {
            if (row.charAt(at) == '"') {
                quoted = !quoted;
            } else if (row.charAt(at) == ',' && !quoted) {
                cells.add(row.substring(start, at));
                start = at + 1;
            }
        }
        cells.add(row.substring(start));
        return cells;
    }

    /** What a cell says, without the quotes that carry it. */
    static String bare(String cell) {
        return cell.length() > 1 && cell.startsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    Csv add(LocalDate date) {
        return add(date == null ? "" : date.toString());
    }

    Csv add(int number) {
        return add(Integer.toString(number));
    }

    Csv blanks(int count) {
        for (int i = 0; i < count; i++) {
            line.append(',');
        }
        return this;
    }

    private void append(String value) {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0) {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            line.append(value);
        }
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
