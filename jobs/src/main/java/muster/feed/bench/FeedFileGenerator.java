package muster.feed.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.Format;
import muster.definition.feed.FeedColumn.Role;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinitions;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.NhsNumber;

/**
 * Writes a well-formed file of any delimited feed from its definition alone, row by row, for measuring. The people are
 * invented: NHS numbers go up from 900 000 0000.
 */
final class FeedFileGenerator {

    private static final long FIRST_NUMBER = 900_000_000L;
    private static final int DAYS = 6_000;
    private static final String[] NAMES = {"Adeyemi", "Brown", "Chowdhury", "Davies", "Evans", "Fernandez", "Green"};

    private final FeedDefinition feed;
    private final FeedDefinitions definitions;
    private final LocalDate latest;
    private long nine = FIRST_NUMBER;

    /** @param latest no date in the file lies after it */
    FeedFileGenerator(FeedDefinitions definitions, FeedDefinition feed, LocalDate latest) {
        this.definitions = definitions;
        this.feed = feed;
        this.latest = latest;
    }

    /** The columns that are fields of the file, in its order. */
    static List<FeedColumn> fields(FeedDefinition feed) {
        List<FeedColumn> fields = new ArrayList<>();
        for (FeedColumn column : feed.columns()) {
            if (column.header() != null && column.evidenceOf() == null) {
                fields.add(column);
            }
        }
        return fields;
    }

    void write(Path file, long rows) throws IOException {
        List<FeedColumn> fields = fields(feed);
        char delimiter = feed.layout().delimiter();
        StringBuilder line = new StringBuilder();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
            for (FeedColumn column : fields) {
                line.append(line.isEmpty() ? "" : delimiter).append(column.header());
            }
            flush(line, out);
            for (long row = 1; row <= rows; row++) {
                for (int i = 0; i < fields.size(); i++) {
                    if (i > 0) {
                        line.append(delimiter);
                    }
                    line.append(value(fields.get(i), row));
                }
                flush(line, out);
            }
        }
    }

    private static void flush(StringBuilder line, OutputStream out) throws IOException {
        line.append("\r\n");
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        line.setLength(0);
    }

    private String value(FeedColumn column, long row) {
        return switch (column.type()) {
            case NHS_NUMBER -> column.role() == Role.NHS_NUMBER ? nextNumber() : "";
            case CODE -> code(column, row);
            case DATE -> date(column, row);
            case TIMESTAMP ->
                column.format() == Format.COMPACT
                        ? latest.minusDays(row % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE) + "T10300000"
                        : latest.minusDays(row % DAYS) + "T10:30:00+00:00";
            case INTEGER, LONG -> String.valueOf(column.min() == null ? row % 100 : column.min());
            case BOOLEAN -> "TRUE";
            case TIME -> "10:30";
            case POSTCODE -> "ZZ" + row % 9 + " " + row % 10 + "ZZ";
            case ORGANISATION -> "A" + (10_000 + row % 90);
            case TEXT_LIST -> "";
            case TEXT -> text(column, row);
        };
    }

    private String nextNumber() {
        String number;
        do {
            number = NhsNumber.ofNine(nine++);
        } while (number == null);
        return number;
    }

    private String code(FeedColumn column, long row) {
        boolean full = feed.files().controlFeed() != null && column.codesFull() != null;
        List<String> codes = definitions
                .codes()
                .get(full ? column.codesFull() : column.codes())
                .codes();
        return codes.get(column.whenMissing() == FeedColumn.WhenMissing.REFUSE ? 0 : (int) (row % codes.size()));
    }

    /** Empty where a second date could contradict a first. */
    private String date(FeedColumn column, long row) {
        boolean wanted = column.columnRequired() || column.whenMissing() != FeedColumn.WhenMissing.ALLOW;
        if (!wanted) {
            return "";
        }
        LocalDate day = latest.minusDays(row % DAYS);
        return column.format() == Format.COMPACT ? day.format(DateTimeFormatter.BASIC_ISO_DATE) : day.toString();
    }

    private String text(FeedColumn column, long row) {
        if (column.role() == Role.LOCAL_IDENTIFIER || feed.key().contains(column.name())) {
            return "K" + row;
        }
        String text = NAMES[(int) (row % NAMES.length)];
        return column.max() != null && column.max() < text.length() ? text.substring(0, column.max()) : text;
    }

    /** The kind of file that is written. */
    FileType type() {
        return feed.files().controlFeed() == null ? feed.files().defaultType() : FileType.F;
    }
}
