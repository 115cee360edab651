package muster.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The rows of one table of the schema {@code definition}. Table and column names are constants of the program or of its
 * own schema files, never of the configuration.
 */
final class TableRows {

    private final String table;
    private final List<String> columns;
    private final List<Object[]> rows = new ArrayList<>();

    TableRows(String table, String... columns) {
        this(table, List.of(columns));
    }

    TableRows(String table, List<String> columns) {
        this.table = Objects.requireNonNull(table);
        this.columns = List.copyOf(columns);
        for (String name : this.columns) {
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("not a column name: " + name);
            }
        }
    }

    TableRows add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(table + " has " + columns.size() + " columns, not " + values.length);
        }
        rows.add(values);
        return this;
    }

    String table() {
        return table;
    }

    List<Object[]> rows() {
        return rows;
    }

    String delete() {
        return "delete from definition." + quoted(table);
    }

    String insert() {
        String names = columns.stream().map(TableRows::quoted).collect(Collectors.joining(", "));
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into definition." + quoted(table) + " (" + names + ") values (" + marks + ")";
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
