package muster.feed;

import java.io.IOException;
import java.util.List;

/**
 * Takes what a reader finds in a file, line by line: typed rows for the landing table, or refused lines.
 *
 * <p>{@code SKIPPED} and {@code REJECTED} lines are refused here. Warnings travel with the typed row, since only the
 * step after landing knows whether the row is applied.
 */
public interface RowSink {

    /**
     * Begins a typed row; its values follow in the order of the definition's columns, then {@link #end}.
     *
     * @param lineNumber physical line on which the record begins, the header being line 1
     */
    RowWriter begin(long lineNumber) throws IOException;

    /** Ends the row begun last. {@code warnings} may be empty; {@code field} is the first warning's, or null. */
    void end(List<Reason> warnings, String field) throws IOException;

    /** Forgets the row begun last and records its line as refused; the deciding reason comes first. */
    void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field) throws IOException;

    /**
     * The same for a line whose own key can be told: its record is refused, not gone from its sender's list.
     *
     * @param key the values of the definition's key columns, in their order
     */
    default void refuse(long lineNumber, Outcome outcome, List<Reason> reasons, String field, List<String> key)
            throws IOException {
        refuse(lineNumber, outcome, reasons, field);
    }

    /** A warning about the file as a whole; {@code POPULATION_DROP} and {@code FILE_DATE} are such. */
    default void remark(Reason reason) throws IOException {}

    /** A whole row at once, for readers where speed is no concern: values in the order of the definition's columns. */
    default void row(long lineNumber, List<?> values, List<Reason> warnings, String field) throws IOException {
        RowWriter writer = begin(lineNumber);
        for (Object value : values) {
            writer.value(value);
        }
        end(warnings, field);
    }
}
