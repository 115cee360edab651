package muster.feed.gpr4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import muster.feed.FileRefusedException;
import muster.feed.Outcome;
import muster.feed.Reason;
import muster.feed.RowSink;
import muster.feed.RowWriter;

/** Passes lines on and refuses the file once too many of them are refused; the note says which lines and why. */
final class RefusalLimit implements RowSink {

    private final RowSink sink;
    private final Integer most;
    private final List<String> refused = new ArrayList<>();

    /** @param most so many refused records refuse the file; null for no limit */
    RefusalLimit(RowSink sink, Integer most) {
        this.sink = sink;
        this.most = most;
    }

    @Override
    public RowWriter begin(long lineNumber) throws IOException {
        return sink.begin(lineNumber);
    }

    @Override
    public void end(List<Reason> warnings, String field) throws IOException {
        sink.end(warnings, field);
    }

    @Override
    public void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field) throws IOException {
        refuse(lineNumber, outcome, reasons, field, List.of());
    }

    @Override
    public void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field, List<String> key)
            throws IOException {
        sink.refuse(lineNumber, outcome, reasons, field, key);
        if (most != null && outcome == Outcome.REJECTED) {
            refused.add("line " + lineNumber + " " + reasons.get(0));
            if (refused.size() >= most) {
                throw new FileRefusedException(
                        Reason.LIMIT_EXCEEDED, "Too many invalid records: " + String.join(", ", refused) + ".");
            }
        }
    }

    @Override
    public void remark(Reason reason) throws IOException {
        sink.remark(reason);
    }
}
