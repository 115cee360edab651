package muster.feed.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;

/** What a reader handed over, line by line, with the invariants of every reader checked on the way. */
public final class Taken implements RowSink, RowWriter {

    private final int columns;
    private final List<String> row = new ArrayList<>();
    private long open = -1;
    private final Map<Outcome, Integer> outcomes = new TreeMap<>();

    /** {@code line|value|value…|WARNING;WARNING|field}, absent values as {@code ~}. */
    public final List<String> rows = new ArrayList<>();
    /** {@code line OUTCOME REASON;REASON field}. */
    public final List<String> refused = new ArrayList<>();

    public Taken(int columns) {
        this.columns = columns;
    }

    /** Lines that were handed over, by outcome; a typed row counts as APPLIED. */
    public Map<Outcome, Integer> outcomes() {
        return outcomes;
    }

    /** All lines handed over. */
    public int lines() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A value of a row, by the position of its column. */
    public String value(int rowIndex, int column) {
        return rows.get(rowIndex).split("\\|", -1)[column + 1];
    }

    @Override
    public RowWriter begin(long lineNumber) {
        open = lineNumber;
        row.clear();
        return this;
    }

    @Override
    public void end(List<Reason> warnings, String field) {
        require(open >= 1, "A row ends that was not begun.");
        require(row.size() == columns, "A row has " + row.size() + " values for " + columns + " columns.");
        require(warnings.isEmpty() == (field == null) || !warnings.isEmpty(), "A field without a warning.");
        rows.add(open + "|" + String.join("|", row) + "|" + join(warnings) + "|" + field);
        outcomes.merge(Outcome.APPLIED, 1, Integer::sum);
        open = -1;
    }

    @Override
    public void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field) {
        require(!reasons.isEmpty(), "A line is refused without a reason.");
        require(outcome == Outcome.REJECTED || outcome == Outcome.SKIPPED, "A line ends as " + outcome + ".");
        require(open < 0 || open == lineNumber, "Another line is refused than was begun.");
        refused.add(lineNumber + " " + outcome + " " + join(reasons) + " "
                + (field == null || field.isEmpty() ? "null" : field));
        outcomes.merge(outcome, 1, Integer::sum);
        open = -1;
    }

    private static String join(List<Reason> reasons) {
        return String.join(";", reasons.stream().map(Reason::name).toList());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    @Override
    public void nothing() {
        row.add("~");
    }

    @Override
    public void text(byte[] utf8, int from, int to) {
        text(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void text(String value) {
        require(value.indexOf('\0') < 0, "A text holds NUL.");
        row.add(value);
    }

    @Override
    public void texts(List<String> values) {
        row.add("[" + values + "]");
    }

    @Override
    public void date(long epochDay) {
        row.add("d" + epochDay);
    }

    @Override
    public void integer(int value) {
        row.add("i" + value);
    }

    @Override
    public void bigint(long value) {
        row.add("l" + value);
    }

    @Override
    public void bool(boolean value) {
        row.add("b" + value);
    }

    @Override
    public void timestamp(long epochMicros) {
        row.add("t" + epochMicros);
    }
}
