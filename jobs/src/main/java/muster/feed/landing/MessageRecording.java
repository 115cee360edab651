package muster.feed.landing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;

/**
 * What a reader hands over of one message, kept until its turn comes: messages are parsed side by side and written in
 * their order.
 */
public final class MessageRecording implements RowSink, RowWriter {

    /** Something handed over, to be handed on. */
    private interface Handed<T> {
        void to(T taker) throws IOException;
    }

    private final List<Handed<RowWriter>> values = new ArrayList<>();
    private Handed<RowSink> line = sink -> {};
    private long lineNumber;

    /** Hands the line on. */
    public void replay(RowSink sink) throws IOException {
        line.to(sink);
    }

    @Override
    public RowWriter begin(long number) {
        lineNumber = number;
        values.clear();
        return this;
    }

    @Override
    public void end(List<Reason> warnings, String field) {
        line = sink -> {
            RowWriter row = sink.begin(lineNumber);
            for (Handed<RowWriter> value : values) {
                value.to(row);
            }
            sink.end(warnings, field);
        };
    }

    @Override
    public void refuse(long number, Outcome outcome, List<Reason> reasons, String field) {
        line = sink -> sink.refuse(number, outcome, reasons, field);
    }

    @Override
    public void nothing() {
        values.add(RowWriter::nothing);
    }

    @Override
    public void text(byte[] utf8, int from, int to) {
        byte[] kept = Arrays.copyOfRange(utf8, from, to);
        values.add(row -> row.text(kept, 0, kept.length));
    }

    @Override
    public void text(String value) {
        values.add(row -> row.text(value));
    }

    @Override
    public void date(long epochDay) {
        values.add(row -> row.date(epochDay));
    }

    @Override
    public void integer(int value) {
        values.add(row -> row.integer(value));
    }

    @Override
    public void bigint(long value) {
        values.add(row -> row.bigint(value));
    }

    @Override
    public void bool(boolean value) {
        values.add(row -> row.bool(value));
    }

    @Override
    public void timestamp(long epochMicros) {
        values.add(row -> row.timestamp(epochMicros));
    }

    @Override
    public void texts(List<String> texts) {
        List<String> kept = new ArrayList<>(texts);
        values.add(row -> row.texts(kept));
    }
}
