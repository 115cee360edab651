package muster.feed.nems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;

/**
 * Reads the NEMS feed: one message a file, so one line a file. A refused message is a refused line; an event that is
 * known and not used is a skipped one (rulings 3).
 */
public final class NemsFeedReader implements FeedReader {

    private static final String WARNINGS = "warning_codes";
    private static final long LINE = 1;

    private final ParserLimits limits;

    /** @param limits bounds and code lists of {@code config/feeds/nems_limits.yaml} */
    public NemsFeedReader(ParserLimits limits) {
        this.limits = limits;
    }

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        NemsResult result = NemsParser.parse(bytes(file, context), limits);
        if (result instanceof NemsEvent event) {
            result = NemsParser.asAt(event, context.businessDate());
        }
        if (result instanceof NemsEvent event) {
            take(event, context, sink);
        } else if (result instanceof NemsResult.Refusal refusal) {
            sink.refuse(LINE, Outcome.REJECTED, reasons(refusal.reasonCodes()), refusal.field());
        } else {
            sink.refuse(LINE, Outcome.SKIPPED, List.of(Reason.EVENT_IGNORED), "event_code");
        }
    }

    /** One byte more than a message may have, so that the parser sees that there is more. */
    private static byte[] bytes(Path file, FileContext context) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(context.settings().maxMessageBytes() + 1);
        }
    }

    private static void take(NemsEvent event, FileContext context, RowSink sink) throws IOException {
        if (context.rejectTestNumbers() && event.nhsNumber() != null && event.nhsNumber().startsWith("9")) {
            sink.refuse(LINE, Outcome.REJECTED, List.of(Reason.TEST_NUMBER), "nhs_number");
            return;
        }
        List<Object> values = new ArrayList<>();
        for (NemsRows.Cell cell : NemsRows.cells(event)) {
            if (!cell.column().equals(WARNINGS)) {
                values.add(cell.value());
            }
        }
        String field = event.warnings().isEmpty() ? null : event.warnings().get(0).field();
        sink.row(LINE, values, reasons(event.warningCodes()), field);
    }

    private static List<Reason> reasons(List<String> codes) {
        return codes.stream().map(Reason::valueOf).distinct().toList();
    }
}
