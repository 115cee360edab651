package muster.linkage.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.linkage.bench.InventedPerson.Home;
import muster.linkage.bench.InventedRecord.Register;

/**
 * Persons and records out of files of known truth, by a column mapping. The persons get numbers, as PDS would have them; the
 * records have none.
 *
 * @param persons in the order of their file
 * @param records of another file, or of the same
 */
public record MappedSet(List<InventedPerson> persons, List<InventedRecord> records) {

    private static final String NOT_REQUIRED = "07";

    /**
     * Reads both.
     *
     * @param original its rows that are originals become persons
     * @param duplicates its other rows become records; may be the same file
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file lacks a column of the mapping, or an identifier does not fit it
     */
    public static MappedSet read(ColumnMapping mapping, Path original, Path duplicates) throws IOException {
        Reader reader = new Reader(mapping);
        reader.rows(original, reader::person);
        reader.rows(duplicates, reader::record);
        if (reader.persons.isEmpty()) {
            throw new IllegalArgumentException("no row of the first file is an original by the mapping");
        }
        return new MappedSet(reader.persons, reader.records);
    }

    /** What a row says, by column. */
    private record Row(long line, Map<String, String> cells) {
        /** The columns joined with spaces; null where all are empty. */
        String text(List<String> columns) {
            String joined = columns.stream()
                    .map(cells::get)
                    .filter(Objects::nonNull)
                    .filter(cell -> !cell.isEmpty())
                    .collect(Collectors.joining(" "));
            return joined.isEmpty() ? null : joined;
        }
    }

    private static final class Reader {

        private final ColumnMapping mapping;
        private final Pattern person;
        private final Pattern original;
        private final Pattern copy;
        private final DateTimeFormatter birthDate;
        private final NumberSeries numbers = new NumberSeries();
        private final List<InventedPerson> persons = new ArrayList<>();
        private final List<InventedRecord> records = new ArrayList<>();
        private final Map<String, Integer> known = new HashMap<>();

        Reader(ColumnMapping mapping) {
            this.mapping = mapping;
            this.person = Pattern.compile(mapping.record().person());
            this.original = Pattern.compile(mapping.record().original());
            this.copy = Pattern.compile(mapping.record().copy());
            this.birthDate =
                    DateTimeFormatter.ofPattern(mapping.birthDateFormat()).withResolverStyle(ResolverStyle.STRICT);
        }

        void rows(Path file, Consumer<Row> each) throws IOException {
            try (CsvReader<CsvRecord> lines = CsvReader.builder().ofCsvRecord(file)) {
                List<String> header = null;
                for (CsvRecord line : lines) {
                    List<String> cells =
                            line.getFields().stream().map(String::strip).toList();
                    if (header == null) {
                        header = cells;
                        complete(header);
                    } else if (cells.size() == header.size()) {
                        Map<String, String> byName = new HashMap<>();
                        for (int i = 0; i < cells.size(); i++) {
                            byName.put(header.get(i), cells.get(i));
                        }
                        each.accept(new Row(line.getStartingLineNumber(), byName));
                    } else {
                        throw new IllegalArgumentException(
                                "line " + line.getStartingLineNumber() + " has not as many cells as the header");
                    }
                }
            }
        }

        private void complete(List<String> header) {
            ColumnMapping.Columns columns = mapping.columns();
            List<String> wanted = new ArrayList<>(List.of(mapping.record().column()));
            wanted.addAll(columns.givenName());
            wanted.addAll(columns.familyName());
            wanted.addAll(columns.birthDate());
            wanted.addAll(columns.address());
            wanted.addAll(columns.postcode());
            wanted.removeAll(header);
            if (!wanted.isEmpty()) {
                throw new IllegalArgumentException("a file lacks the columns " + wanted);
            }
        }

        private void person(Row row) {
            if (!original.matcher(identifier(row)).matches()) {
                return;
            }
            known.put(group(person, row), persons.size() + 1);
            Home home = home(row);
            persons.add(new InventedPerson(
                    persons.size() + 1,
                    numbers.next(),
                    row.text(mapping.columns().familyName()),
                    null,
                    null,
                    row.text(mapping.columns().givenName()),
                    null,
                    birth(row),
                    null,
                    home,
                    home,
                    null,
                    0));
        }

        private void record(Row row) {
            if (original.matcher(identifier(row)).matches()) {
                return;
            }
            records.add(new InventedRecord(
                    known.getOrDefault(group(person, row), 0),
                    Register.CHIS,
                    null,
                    null,
                    NOT_REQUIRED,
                    row.text(mapping.columns().familyName()),
                    row.text(mapping.columns().givenName()),
                    birth(row),
                    null,
                    home(row),
                    null,
                    "BENCH" + group(copy, row)));
        }

        private String identifier(Row row) {
            return row.cells().get(mapping.record().column());
        }

        private String group(Pattern pattern, Row row) {
            Matcher matcher = pattern.matcher(identifier(row));
            if (!matcher.matches()) {
                throw new IllegalArgumentException("line " + row.line() + ": the identifier does not fit the mapping");
            }
            return matcher.group(1);
        }

        private Home home(Row row) {
            return new Home(
                    row.text(mapping.columns().address()),
                    row.text(mapping.columns().postcode()));
        }

        /** A date that is none is missing, as intake has it. */
        private LocalDate birth(Row row) {
            String text = row.text(mapping.columns().birthDate());
            try {
                return text == null ? null : LocalDate.parse(text, birthDate);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
