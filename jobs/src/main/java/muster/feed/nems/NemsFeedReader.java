package muster.feed.nems;

import java.io.ByteArrayInputStream;
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
import muster.definition.feed.FeedDefinition;
import muster.feed.FileContext;
import muster.feed.MessageReader;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;

/** Reads one NEMS message, which is one file and one line: an event to land, or a refusal with its reasons (rulings 3). */
public final class NemsFeedReader implements MessageReader {

    private static final String LIMITS = "/config/feeds/nems_limits.yaml";
    private static final long LINE = 1;

    private final ParserLimits limits;
    private volatile Columns columns;

    /** What gives each landing column of a definition; null for one that a message never fills. */
    private record Columns(FeedDefinition definition, List<NemsRows.Column> inOrder) {}

    /** A reader with the limits that the program ships. */
    public NemsFeedReader() {
        this.limits = shipped();
    }

    /** A reader with the limits of an installation, a document of the shape of {@code nems_limits.yaml}. */
    public NemsFeedReader(byte[] limits) {
        this.limits = ParserLimitsFile.read(new ByteArrayInputStream(limits));
    }

    @Override
    public void read(Path file, FileContext context, RowSink sink) throws IOException {
        byte[] message = bytes(file, context);
        read(message, NemsParser.sha256(message), context, sink);
    }

    @Override
    public void read(byte[] message, String sha256, FileContext context, RowSink sink) throws IOException {
        context.totals().row();
        NemsResult result = NemsParser.parse(message, sha256, limits);
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

    private void land(NemsEvent event, FileContext context, RowSink sink) throws IOException {
        if (context.rejectTestNumbers()
                && event.nhsNumber() != null
                && event.nhsNumber().startsWith("9")) {
            sink.refuse(LINE, Outcome.REJECTED, List.of(Reason.TEST_NUMBER), "nhs_number");
            return;
        }
        RowWriter row = sink.begin(LINE);
        for (NemsRows.Column column : columns(context.definition())) {
            if (column == null) {
                row.nothing();
            } else {
                row.value(column.value().apply(event));
            }
        }
        String field =
                event.warnings().isEmpty() ? null : event.warnings().get(0).field();
        sink.end(reasons(event.warningCodes()), field);
    }

    private List<NemsRows.Column> columns(FeedDefinition definition) {
        Columns known = columns;
        if (known == null || known.definition() != definition) {
            Map<String, NemsRows.Column> byName = new HashMap<>();
            NemsRows.COLUMNS.forEach(column -> byName.put(column.name(), column));
            List<NemsRows.Column> inOrder = new ArrayList<>();
            for (FeedColumn column : definition.columns()) {
                inOrder.add(byName.get(column.name()));
            }
            known = new Columns(definition, inOrder);
            columns = known;
        }
        return known.inOrder();
    }

    private static List<Reason> reasons(List<String> codes) {
        return codes.stream().map(Reason::valueOf).distinct().toList();
    }

    private static ParserLimits shipped() {
        try (InputStream in = NemsFeedReader.class.getResourceAsStream(LIMITS)) {
            return ParserLimitsFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The limits of NEMS messages cannot be read.", e);
        }
    }
}
