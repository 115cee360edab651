package muster.feed.inbox;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import muster.definition.feed.FeedFiles.FileType;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/**
 * What the control file beside a data file declares ({@code feeds.md} 1.8, rulings 2): one header, one data row.
 *
 * @param feed code of the feed
 * @param sender ODS code of the sender
 * @param asAtDate the date the list speaks of
 * @param sequenceNumber the sender's number of the file
 * @param type full or delta
 * @param rows data rows
 * @param hashTotal sum of the last four digits of every NHS number
 * @param children distinct children
 * @param sha256 digest of the data file, in lower case
 */
record ControlFile(
        String feed,
        String sender,
        LocalDate asAtDate,
        long sequenceNumber,
        FileType type,
        long rows,
        long hashTotal,
        long children,
        String sha256) {

    private static final String SUFFIX = ".ctl.csv";
    private static final String LAYOUT_VERSION = "1";
    private static final int MOST_BYTES = 1 << 16;

    /** Name of the control file of a data file: {@code X.csv} has {@code X.ctl.csv}. */
    static String nameFor(String dataFile) {
        int dot = dataFile.lastIndexOf('.');
        return (dot < 0 ? dataFile : dataFile.substring(0, dot)) + SUFFIX;
    }

    /** True for the name of a control file. */
    static boolean isName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /** @throws FileRefusedException CONTROL_TOTAL where the file is not one well-formed row */
    static ControlFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            throw refused("The control file is no ordinary small file.");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = csv.stream().toList();
            if (rows.size() != 1) {
                throw refused("The control file has " + rows.size() + " data rows instead of one.");
            }
            return of(rows.get(0));
        } catch (CsvParseException | DateTimeException | IllegalArgumentException | NoSuchElementException e) {
            throw refused("The control file cannot be read.");
        }
    }

    private static ControlFile of(NamedCsvRecord row) {
        if (!field(row, "LAYOUT_VERSION").equals(LAYOUT_VERSION)) {
            throw refused("The control file is of another layout version.");
        }
        OffsetDateTime.parse(field(row, "EXTRACT_DATETIME"));
        return new ControlFile(
                field(row, "FEED"),
                field(row, "SENDER_ODS_CODE"),
                LocalDate.parse(field(row, "AS_AT_DATE")),
                Long.parseLong(field(row, "SEQUENCE_NUMBER")),
                FileType.valueOf(field(row, "FILE_TYPE")),
                Long.parseLong(field(row, "RECORD_COUNT")),
                Long.parseLong(field(row, "NHS_NUMBER_HASH_TOTAL")),
                Long.parseLong(field(row, "DISTINCT_CHILD_COUNT")),
                field(row, "SHA256").toLowerCase(Locale.ROOT));
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.getField(name).strip();
    }

    private static FileRefusedException refused(String message) {
        return new FileRefusedException(Reason.CONTROL_TOTAL, message);
    }

    /** @throws FileRefusedException CONTROL_TOTAL where name, feed or content say otherwise */
    void agreeWith(String controlFeed, FileName name, String digest) {
        boolean agrees = feed.equals(controlFeed)
                && name.saysNothingBut("sender", sender)
                && name.saysNothingBut("type", type.name())
                && (name.asAtDate() == null || name.asAtDate().equals(asAtDate))
                && (name.sequenceNumber() == null || name.sequenceNumber() == sequenceNumber);
        if (!agrees) {
            throw refused("The control file and the file name disagree.");
        }
        if (!sha256.equals(digest)) {
            throw refused("The content is not the one whose digest the control file gives.");
        }
    }
}
