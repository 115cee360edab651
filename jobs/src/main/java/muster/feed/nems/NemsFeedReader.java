package muster.feed.nems;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.definition.feed.FeedColumn;
import muster.feed.FeedReader;
import muster.feed.FileContext;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;

/** Reads one NEMS message, which is one file and one line: an event to land, or a refusal with its reasons (rulings 3). */
public final class NemsFeedReader implements FeedReader {

    private static final String LIMITS = "/config/feeds/nems_limits.yaml";
    private static final long LINE = 1;

    private final ParserLimits limits = limits();

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        context.totals().row();
        NemsResult result = NemsParser.parse(bytes(file, context), limits);
        if (result instanceof NemsEvent event) {
            result = NemsParser.asAt(event, context.businessDate());
        }
        if (result instanceof NemsEvent event) {
            land(event, context, sink);
        } else if (result instanceof NemsResult.Refusal refusal) {
            sink.refuse(LINE, Outcome.REJECTED, reasons(refusal.reasonCodes()), refusal.field());
        } else {
            sink.refuse(LINE, Outcome.SKIPPED, List.of(Reason.EVENT_IGNORED), null);
        }
    }

    /** One byte more than a message may have, so that the parser sees that there is more. */
    private static byte[] bytes(Path file, FileContext context) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(context.settings().maxMessageBytes() + 1);
        }
    }

    private static void land(NemsEvent event, FileContext context, RowSink sink) throws IOException {
        if (context.rejectTestNumbers()
                && event.nhsNumber() != null
                && event.nhsNumber().startsWith("9")) {
            sink.refuse(LINE, Outcome.REJECTED, List.of(Reason.TEST_NUMBER), "nhs_number");
            return;
        }
        Map<String, Object> values = new HashMap<>();
        NemsRows.cells(event).forEach(cell -> values.put(cell.column(), cell.value()));
        List<Object> row = new ArrayList<>();
        for (FeedColumn column : context.definition().columns()) {
            row.add(values.get(column.name()));
        }
        String field =
                event.warnings().isEmpty() ? null : event.warnings().get(0).field();
        sink.row(LINE, row, reasons(event.warningCodes()), field);
    }

    private static List<Reason> reasons(List<String> codes) {
        return codes.stream().map(Reason::valueOf).distinct().toList();
    }

    private static ParserLimits limits() {
        try (InputStream in = NemsFeedReader.class.getResourceAsStream(LIMITS)) {
            return ParserLimitsFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The limits of NEMS messages cannot be read.", e);
        }
    }
}
