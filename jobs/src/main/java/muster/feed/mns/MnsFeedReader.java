package muster.feed.mns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import muster.feed.FileContext;
import muster.feed.MessageReader;
import muster.feed.NhsNumber;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;

/** Reads one signal, which is one file and one line: a row to land, or a refusal with its reason (rulings 3). */
public final class MnsFeedReader implements MessageReader {

    private static final String EVENT_TYPES = "mns_event_type";
    private static final String IGNORE = "IGNORE";
    private static final String NHS_NUMBER = "nhs_number";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final long LINE = 1;

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] message = in.readNBytes(context.settings().maxMessageBytes() + 1);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(message);
            read(message, HexFormat.of().formatHex(digest), context, sink);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void read(byte[] message, String sha256, FileContext context, RowSink sink) throws IOException {
        context.totals().row();
        JsonGuard.Read read = new JsonGuard(context.settings()).read(message);
        if (read.reason() != null) {
            refuse(sink, read.reason(), null);
            return;
        }
        Signal signal = SignalReader.read(read.root());
        String handling =
                signal.type() == null ? null : context.codes().get(EVENT_TYPES).code(signal.type());
        if (handling == null) {
            refuse(sink, Reason.UNKNOWN_EVENT, "event_type");
        } else if (handling.equals(IGNORE)) {
            sink.refuse(LINE, Outcome.SKIPPED, List.of(Reason.EVENT_IGNORED), "event_type");
        } else if (signal.id() == null) {
            refuse(sink, Reason.MANDATORY_MISSING, "signal_id");
        } else if (numberFault(signal.number(), context) != null) {
            refuse(sink, numberFault(signal.number(), context), NHS_NUMBER);
        } else {
            land(signal, sha256, context.businessDate(), sink);
        }
    }

    private static void refuse(RowSink sink, Reason reason, String field) throws IOException {
        sink.refuse(LINE, Outcome.REJECTED, List.of(reason), field);
    }

    private static Reason numberFault(String number, FileContext context) {
        if (number == null || context.settings().noNumber().contains(number.toLowerCase(Locale.ROOT))) {
            return Reason.MANDATORY_MISSING;
        }
        if (!number.matches("[0-9]{10}")) {
            return Reason.NHS_FORMAT;
        }
        if (!NhsNumber.isValid(number)) {
            return Reason.NHS_CHECK_DIGIT;
        }
        return context.rejectTestNumbers() && number.startsWith("9") ? Reason.TEST_NUMBER : null;
    }

    /** A signal without a time of its own, or from the future, counts from the beginning of the night's day. */
    private static void land(Signal signal, String sha256, LocalDate businessDate, RowSink sink) throws IOException {
        boolean timed = signal.time() != null
                && !signal.time().atZone(LONDON).toLocalDate().isAfter(businessDate);
        Instant time = timed ? signal.time() : businessDate.atStartOfDay(LONDON).toInstant();
        sink.row(
                LINE,
                Arrays.asList(
                        signal.id(),
                        sha256,
                        signal.type().toLowerCase(Locale.ROOT),
                        signal.number(),
                        time,
                        signal.status(),
                        signal.encounter(),
                        signal.version(),
                        signal.source()),
                timed ? List.of() : List.of(Reason.TIMESTAMP_INVALID),
                timed ? null : "event_date_time");
    }
}
