package muster.definition;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a code list and checks each cell against the column's description. */
final class CodeListReader {

    private final String path;
    private final CodeListSchema schema;
    private final List<DefinitionProblem> problems;
    private final Set<List<String>> keys = new HashSet<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private CodeListReader(String path, CodeListSchema schema, List<DefinitionProblem> problems) {
        this.path = path;
        this.schema = schema;
        this.problems = problems;
    }

    /**
     * A list, its file and the line of each of its rows.
     *
     * @param path of the file below {@code config/}
     * @param list the rows
     * @param lines 1-based, one for each row
     */
    record Read(String path, CodeList list, List<Integer> lines) {}

    /** Reads one file; what is wrong goes to {@code problems}, and sound rows are returned all the same. */
    static Read read(String path, byte[] bytes, CodeListSchema schema, List<DefinitionProblem> problems) {
        CodeListReader reader = new CodeListReader(path, schema, problems);
        reader.parse(bytes);
        return new Read(path, new CodeList(schema.name(), schema.columns(), schema.key(), reader.rows), reader.lines);
    }

    private void parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<CsvRecord> records =
                    CsvReader.builder().ofCsvRecord(text).stream().toList();
            if (records.isEmpty()) {
                problem(1, "The file is empty.", "Write at least its header.");
            } else if (header(records.get(0))) {
                records.stream().skip(1).forEach(record -> row(records.get(0).getFields(), record));
            }
        } catch (CharacterCodingException e) {
            problem(1, "The file is not UTF-8.", "Save it as CSV UTF-8.");
        } catch (CsvParseException e) {
            problem(1, "Not CSV: " + e.getMessage() + ".", "Check the quotes.");
        }
    }

    private boolean header(CsvRecord header) {
        List<String> expected =
                schema.columns().stream().map(CodeListColumn::name).toList();
        boolean right = new HashSet<>(header.getFields()).equals(new HashSet<>(expected))
                && header.getFieldCount() == expected.size();
        if (!right) {
            problem(1, "The header is not that of this list.", "The columns are " + String.join(",", expected) + ".");
        }
        return right;
    }

    private void row(List<String> header, CsvRecord record) {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            problem(
                    line,
                    "The row has " + record.getFieldCount() + " fields, not " + header.size() + ".",
                    "Quote values that contain a comma.");
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.getField(i));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (CodeListColumn column : schema.columns()) {
            Object value = value(column, cells.get(column.name()), line);
            if (value != null) {
                row.put(column.name(), value);
            }
        }
        if (!keys.add(schema.key().stream().map(cells::get).toList())) {
            problem(line, "The key " + String.join(",", schema.key()) + " stands twice.", "Keep one of the rows.");
        }
        rows.add(row);
        lines.add(line);
    }

    private Object value(CodeListColumn column, String cell, int line) {
        if (cell.isEmpty()) {
            if (column.required()) {
                problem(line, "'" + column.name() + "' is empty.", "Fill it: " + column.means());
            }
            return null;
        }
        if (!column.oneOf().isEmpty() && !column.oneOf().contains(cell)) {
            problem(
                    line,
                    "'" + cell + "' is not a value of '" + column.name() + "'.",
                    "Use one of " + String.join(", ", column.oneOf()) + ".");
        }
        if (column.pattern() != null && !cell.matches(column.pattern())) {
            problem(
                    line,
                    "'" + cell + "' does not look like '" + column.name() + "'.",
                    "It must match " + column.pattern() + ".");
        }
        try {
            return typed(column.type(), cell);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problem(
                    line,
                    "'" + cell + "' in '" + column.name() + "' is of the wrong type.",
                    "Write "
                            + switch (column.type()) {
                                case YES_NO -> "Y or N.";
                                case DATE -> "a date, YYYY-MM-DD.";
                                case DECIMAL -> "a number with a decimal point.";
                                default -> "a whole number.";
                            });
            return null;
        }
    }

    private static Object typed(CodeListColumn.Type type, String cell) {
        return switch (type) {
            case TEXT -> cell;
            case INTEGER -> Integer.valueOf(cell);
            case DECIMAL -> new BigDecimal(cell);
            case DATE -> LocalDate.parse(cell);
            case YES_NO ->
                switch (cell) {
                    case "Y" -> Boolean.TRUE;
                    case "N" -> Boolean.FALSE;
                    default -> throw new IllegalArgumentException("neither Y nor N");
                };
        };
    }

    private void problem(int line, String what, String mend) {
        problems.add(new DefinitionProblem(path, line, what, mend));
    }
}
