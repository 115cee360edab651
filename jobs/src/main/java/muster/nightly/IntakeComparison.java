package muster.nightly;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds what a night made of its files and lines (the export {@code intake}, {@code rulings.md} 3) against the answer key of a
 * synthesised home: every line and file that is not simply applied, with its outcome and deciding reason, and nothing else.
 *
 * @param agreed entries of the key that the night has
 * @param missed entries of the key that it lacks, as file, line, outcome and reason
 * @param unexpected what the night has and the key does not
 * @param unread files of the key that the night did not look at: nothing here reads their feed yet
 */
public record IntakeComparison(int agreed, Set<String> missed, Set<String> unexpected, Set<String> unread) {
    private static final Set<String> COUNTS = Set.of("READ", "APPLIED");

    /** Whether both say the same. */
    public boolean exact() {
        return missed.isEmpty() && unexpected.isEmpty();
    }

    /**
     * Compares one night.
     *
     * @param truth {@code truth/intake.csv}
     * @param exported the night's export {@code intake}
     * @throws IOException if either cannot be read
     */
    public static IntakeComparison of(LocalDate night, Path truth, Path exported) throws IOException {
        Set<String> lookedAt = new HashSet<>();
        Set<String> found = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(exported)) {
            for (NamedCsvRecord row : rows) {
                lookedAt.add(row.getField("file_name"));
                if (!COUNTS.contains(row.getField("outcome"))) {
                    found.add(entry(row));
                }
            }
        }
        int agreed = 0;
        Set<String> missed = new TreeSet<>();
        Set<String> unread = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(truth)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getField("night").equals(night.toString())) {
                    continue;
                }
                if (!lookedAt.contains(row.getField("file_name"))) {
                    unread.add(row.getField("file_name"));
                } else if (found.remove(entry(row))) {
                    agreed++;
                } else if (row.getField("check").equals("MUST")) {
                    missed.add(entry(row));
                }
            }
        }
        return new IntakeComparison(agreed, missed, new TreeSet<>(found), unread);
    }

    /** File, line, outcome, deciding reason and rows; none of them tells of a person. */
    private static String entry(NamedCsvRecord row) {
        String reasons = row.getField("reason_code");
        int further = reasons.indexOf(';');
        return String.join(
                " ",
                row.getField("file_name"),
                row.getField("line_number"),
                row.getField("outcome"),
                further < 0 ? reasons : reasons.substring(0, further),
                row.getField("rows"));
    }
}
