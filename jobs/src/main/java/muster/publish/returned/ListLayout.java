package muster.publish.returned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.definition.OutputDefinition;
import muster.definition.OutputDefinition.Column;
import muster.definition.OutputDefinition.ColumnKind;
import muster.publish.worklist.FactDigest;

/**
 * A sheet that goes out with columns for staff, as its output declares it: by its headers a returned sheet is known,
 * whatever the sheet or the file is called and however its columns were moved.
 *
 * @param outputId the output
 * @param columns its columns, in order
 */
record ListLayout(String outputId, List<Column> columns) {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    /** The sheets of these outputs that staff fill in and that carry a key. */
    static List<ListLayout> of(List<OutputDefinition> outputs) {
        List<ListLayout> layouts = new ArrayList<>();
        for (OutputDefinition output : outputs) {
            for (OutputDefinition.Sheet sheet : output.sheets()) {
                ListLayout layout = new ListLayout(output.id(), sheet.columns());
                if (!layout.of(ColumnKind.STAFF).isEmpty()
                        && layout.of(ColumnKind.HIDDEN).size() == 1) {
                    layouts.add(layout);
                }
            }
        }
        return layouts;
    }

    private List<Column> of(ColumnKind kind) {
        return columns.stream().filter(column -> column.kind() == kind).toList();
    }

    /** Where each column stands, if this row is the list's header: key and staff columns must all be there, once. */
    Optional<Positions> match(List<String> cells) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int index = 0; index < cells.size(); index++) {
            String header = plain(cells.get(index));
            if (!header.isEmpty() && positions.put(header, index) != null && needed(header)) {
                return Optional.empty();
            }
        }
        boolean complete = columns.stream()
                .filter(column -> column.kind() != ColumnKind.FACT)
                .allMatch(column -> positions.containsKey(column.header()));
        return complete ? Optional.of(new Positions(positions)) : Optional.empty();
    }

    private boolean needed(String header) {
        return columns.stream()
                .anyMatch(column ->
                        column.kind() != ColumnKind.FACT && column.header().equals(header));
    }

    private static String plain(String cell) {
        return cell.replace('\u00a0', ' ').replaceAll("\\p{Cntrl}", " ").strip();
    }

    /** The columns as they came back. */
    final class Positions {
        private final Map<String, Integer> byHeader;

        private Positions(Map<String, Integer> byHeader) {
            this.byHeader = byHeader;
        }

        /** How many of the list's columns came back. */
        long columns() {
            return columns.stream()
                    .filter(column -> byHeader.containsKey(column.header()))
                    .count();
        }

        ReturnedList.Row row(int number, List<String> cells) {
            Map<String, String> answers = new LinkedHashMap<>();
            for (Column column : of(ColumnKind.STAFF)) {
                answers.put(column.header(), plain(cell(cells, column)));
            }
            List<String> facts = of(ColumnKind.FACT).stream()
                    .map(column -> isoDate(cell(cells, column)))
                    .toList();
            String key = plain(cell(cells, of(ColumnKind.HIDDEN).get(0)));
            return new ReturnedList.Row(number, key, answers, FactDigest.of(facts));
        }

        private String cell(List<String> cells, Column column) {
            Integer index = byHeader.get(column.header());
            return index == null || index >= cells.size() ? "" : cells.get(index);
        }
    }

    /** A CSV file that a spreadsheet program saved shows dates as the list did. */
    private static String isoDate(String cell) {
        Matcher date = DAY_FIRST.matcher(cell.strip());
        return date.matches()
                ? String.format(
                        "%s-%02d-%02d", date.group(3), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)))
                : cell;
    }
}
