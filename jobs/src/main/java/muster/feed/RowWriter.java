package muster.feed;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Takes the typed values of one row, in the order of the definition's columns. */
public interface RowWriter {

    /** No value. */
    void nothing() throws IOException;

    /** Text as UTF-8 bytes, with no NUL among them. */
    void text(byte[] utf8, int from, int to) throws IOException;

    /** Text. */
    void text(String value) throws IOException;

    /** A date as days since 1 January 1970. */
    void date(long epochDay) throws IOException;

    /** A whole number for an {@code integer} column. */
    void integer(int value) throws IOException;

    /** A whole number for a {@code long} column. */
    void bigint(long value) throws IOException;

    /** True or false. */
    void bool(boolean value) throws IOException;

    /** An instant as microseconds since 1970-01-01T00:00Z. */
    void timestamp(long epochMicros) throws IOException;

    /** Several texts in their order, each of which may be null. */
    void texts(List<String> values) throws IOException;

    /**
     * A value by its Java type: String, a list of strings, LocalDate, Integer, Long, Boolean, Instant, OffsetDateTime or null.
     *
     * @throws IllegalArgumentException for any other type
     */
    default void value(Object value) throws IOException {
        if (value == null) {
            nothing();
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof LocalDate date) {
            date(date.toEpochDay());
        } else if (value instanceof Integer number) {
            integer(number);
        } else if (value instanceof Long number) {
            bigint(number);
        } else if (value instanceof Boolean truth) {
            bool(truth);
        } else if (value instanceof Instant instant) {
            timestamp(Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000L));
        } else if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>(list.size());
            list.forEach(text -> texts.add((String) text));
            texts(texts);
        } else if (value instanceof OffsetDateTime time) {
            value(time.toInstant());
        } else {
            throw new IllegalArgumentException(
                    "No landing type for " + value.getClass().getName());
        }
    }
}
