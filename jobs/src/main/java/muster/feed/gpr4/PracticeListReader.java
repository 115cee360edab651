package muster.feed.gpr4;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.delimited.RecordRows;
import muster.feed.delimited.TextEncoding;

/**
 * Reads the list of one practice as GP systems write it for the national list reconciliation ({@code feeds.md} 4.1): a
 * line {@code 503\*}, then two lines for each patient, fields between tildes. What a field may hold stands in the feed's
 * definition, by position: 1 to 16 of line 1, 17 to 27 of line 2.
 *
 * <p>Lines are paired by adjacency; a line without its other half refuses that patient only. All records of a file are of
 * one extract: cipher as in the file name, record date and time as in the first record. A record date other than that of
 * the file name is remarked (rulings 2).
 */
public final class PracticeListReader implements FeedReader {

    private static final byte[] HEADER = "503\\*".getBytes(StandardCharsets.US_ASCII);
    private static final String CIPHER_GROUP = "cipher";
    private static final int CIPHER = 3;
    private static final int DATE = 4;
    private static final int TIME = 5;
    private static final int RECORD_NUMBER = 6;
    private static final String TIME_FORM = "([01][0-9]|2[0-3])[0-5][0-9]";

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        if (Files.size(file) == 0) {
            throw new FileRefusedException(Reason.FILE_EMPTY, "The file has no header.");
        }
        try (ListLines lines = new ListLines(TextEncoding.of(file).open(file), context.settings())) {
            new Reading(context, lines, sink).run();
        }
    }

    /** The state of reading one file. */
    private static final class Reading {
        private final FileContext context;
        private final ListLines lines;
        private final RowSink sink;
        private final ListRecord record;
        private final RecordRows rows;
        private final String cipher;
        private boolean open;
        private boolean startsPatient;
        private String date;
        private String time;

        Reading(FileContext context, ListLines lines, RowSink sink) {
            this.context = context;
            this.lines = lines;
            this.sink = new RefusalLimit(sink, context.definition().refusedFromRejected());
            this.record = new ListRecord(context.settings());
            this.rows = new RecordRows(context, record, this.sink);
            this.cipher = context.nameGroups().getOrDefault(CIPHER_GROUP, "").toUpperCase(Locale.ROOT);
        }

        void run() throws IOException {
            if (!lines.next() || !isHeader()) {
                throw new FileRefusedException(Reason.HEADER_MISMATCH, "The first line is not the format's header.");
            }
            while (lines.next()) {
                if (!lines.isBlank()) {
                    line();
                }
            }
            if (open) {
                unpaired();
            }
            remarkDate();
        }

        private boolean isHeader() {
            return Arrays.equals(lines.bytes(), 0, lines.length(), HEADER, 0, HEADER.length);
        }

        private void line() throws IOException {
            boolean starts = ListRecord.startsPatient(lines);
            if (open && !starts) {
                open = false;
                record.add(lines);
                patient();
                return;
            }
            if (open) {
                unpaired();
            }
            record.begin(lines);
            open = starts;
            startsPatient = starts;
            if (!open) {
                unpaired();
            }
        }

        /** A line whose other half is missing: the patient is refused at the line that is there. */
        private void unpaired() throws IOException {
            open = false;
            refuse(Reason.FIELD_COUNT);
        }

        private void refuse(Reason reason) throws IOException {
            context.totals().row();
            List<String> key = startsPatient ? List.of(record.text(RECORD_NUMBER)) : List.of();
            sink.refuse(record.line(), Outcome.REJECTED, List.of(reason), null, key);
        }

        private void patient() throws IOException {
            if (!record.isComplete()) {
                refuse(Reason.FIELD_COUNT);
            } else if (!record.isMarked()) {
                refuse(Reason.UNKNOWN_CODE);
            } else if (!record.text(CIPHER).toUpperCase(Locale.ROOT).equals(cipher)) {
                rows.refuse(Reason.UNKNOWN_CODE, CIPHER);
            } else if (!isOfTheExtract(DATE, date)) {
                rows.refuse(Reason.DATE_FORMAT, DATE);
            } else if (!isOfTheExtract(TIME, time)) {
                rows.refuse(Reason.TIMESTAMP_INVALID, TIME);
            } else {
                noteExtract();
                rows.take();
            }
        }

        /** The first record that has a date and time says what the extract's are. */
        private void noteExtract() {
            if (date == null && isDate(record.text(DATE)) && record.text(TIME).matches(TIME_FORM)) {
                date = record.text(DATE);
                time = record.text(TIME);
            }
        }

        private static boolean isDate(String text) {
            try {
                LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }

        /** Date and time are those of the first record. */
        private boolean isOfTheExtract(int field, String first) {
            return first == null || first.equals(record.text(field));
        }

        private void remarkDate() throws IOException {
            LocalDate named = context.definition().files().dateInName(context.nameGroups(), context.businessDate());
            if (date != null && named != null && !date.equals(named.format(DateTimeFormatter.BASIC_ISO_DATE))) {
                sink.remark(Reason.FILE_DATE);
            }
        }
    }
}
