package muster.definition;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One code list: a CSV of {@code config/codes} whose columns {@code config/schema/code_lists.yaml} describes. It is
 * loaded to the table {@code definition.<name>} with the same columns.
 *
 * @param name file name without its ending, and name of the table
 * @param columns in order
 * @param key columns that make a row unique
 * @param rows values by column: String, Integer, BigDecimal, Boolean, LocalDate, or absent where the cell is empty
 */
public record CodeList(String name, List<CodeListColumn> columns, List<String> key, List<Map<String, Object>> rows) {

    public CodeList {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rows = rows.stream().map(Map::copyOf).toList();
    }

    /** The values of one text column. */
    public List<String> values(String column) {
        return rows.stream()
                .map(row -> (String) row.get(column))
                .filter(value -> value != null)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The values of one text column on the rows whose yes/no column says yes. */
    public List<String> valuesWhere(String column, String yesColumn) {
        return rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.get(yesColumn)))
                .map(row -> (String) row.get(column))
                .toList();
    }
}
