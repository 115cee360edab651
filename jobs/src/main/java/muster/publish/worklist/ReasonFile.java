package muster.publish.worklist;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code config/codes/response_reason.csv} and {@code closure_reason.csv}. */
public final class ReasonFile {

    private ReasonFile() {}

    /**
     * The reasons in the order of the file, which is their order in the drop-down.
     *
     * @throws IllegalArgumentException if a line lacks its code or words, or a number is none
     */
    public static List<Reason> read(InputStream csv) throws IOException {
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return lines.stream().map(ReasonFile::reason).toList();
        }
    }

    private static Reason reason(NamedCsvRecord line) {
        String dayType = line.getField("day_type");
        return new Reason(
                mandatory(line, "code"),
                mandatory(line, "words"),
                number(line, "default_days"),
                dayType.isEmpty() ? null : Reason.DayType.valueOf(dayType),
                number(line, "review_months"),
                line.getField("note_required").equals("Y"),
                line.getField("tells_lead").equals("Y"),
                mandatory(line, "source"));
    }

    private static String mandatory(NamedCsvRecord line, String column) {
        String value = line.getField(column);
        if (value.isBlank()) {
            throw new IllegalArgumentException("Line " + line.getStartingLineNumber() + ": " + column + " is empty");
        }
        return value;
    }

    private static Integer number(NamedCsvRecord line, String column) {
        String value = line.getField(column);
        return value.isEmpty() ? null : Integer.valueOf(value);
    }
}
