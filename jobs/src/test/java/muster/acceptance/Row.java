package muster.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of a delimited layout, its values by column name in the layout's order; a column not set is empty. */
final class Row {

    private final Map<String, String> values = new LinkedHashMap<>();

    Row(List<String> columns) {
        columns.forEach(column -> values.put(column, ""));
    }

    Row with(String column, String value) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column);
        }
        values.put(column, value);
        return this;
    }

    String get(String column) {
        return values.get(column);
    }

    String line(String delimiter, boolean quoted) {
        return values.values().stream()
                .map(value -> quoted || value.contains(delimiter) || value.matches("(?s).*[\"\r\n].*")
                        ? '"' + value.replace("\"", "\"\"") + '"'
                        : value)
                .collect(Collectors.joining(delimiter));
    }
}
