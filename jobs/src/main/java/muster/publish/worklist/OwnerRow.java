package muster.publish.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of a list for the owner of cases (reports.md 6). What it holds it has by the column names of
 * {@code publish.list_row}; what a cell shows is made of that.
 *
 * @param businessDate day of the list, on which ages are told
 * @param columns text, {@link LocalDate}, {@link Integer}, {@link Long} or {@link Boolean}, by column; a null is an empty column
 */
public record OwnerRow(LocalDate businessDate, Map<String, Object> columns) implements ListRow {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
    private static final String SEEN = "seen";
    private static final String NOT_SEEN = "not seen";

    public OwnerRow {
        columns = Collections.unmodifiableMap(new HashMap<>(columns));
    }

    /** Whether it was raised at the first load and so stands on sheet Baseline. */
    boolean baseline() {
        return Boolean.TRUE.equals(column("baseline"));
    }

    /** What the row is, for good. */
    String rowId() {
        return text("row_id");
    }

    /** What is kept of the row once it has been sent. */
    IssuedListKey issued(String rowKey, String factsDigest) {
        Object exceptionId = column("exception_id");
        return new IssuedListKey(
                rowKey,
                rowId(),
                exceptionId == null ? null : exceptionId.toString(),
                (Long) column("child_key"),
                text("item_code"),
                factsDigest);
    }

    @Override
    public Object value(String field) {
        return switch (field) {
            case "case_ref" -> column("case_number") == null ? "" : CaseRef.of((Long) column("case_number"));
            case "child_name" -> WorklistWords.child(text("person_family_name"), text("person_given_name"));
            case "nhs_number" -> WorklistWords.nhsNumber(text("nhs_number"));
            case "age" -> WorklistWords.age(date("person_birth_date"), businessDate);
            case "address" -> joined(", ", text("address"), text("postcode"));
            case "gp_practice" ->
                text("practice_code") == null
                        ? ""
                        : WorklistWords.practice(text("practice_code"), text("practice_name"));
            case "contact" -> joined("\n", arrival(), text("missing"));
            case "invitations" -> invitations();
            case "screening" -> screening();
            default -> column(field);
        };
    }

    private String arrival() {
        return text("arrival") == null ? null : text("arrival") + ", notified " + DAY.format(date("notified_date"));
    }

    private String invitations() {
        if (!Boolean.TRUE.equals(column("is_item"))) {
            return "";
        }
        Integer offers = (Integer) column("offers");
        if (offers == null || offers == 0) {
            return "None";
        }
        LocalDate last = date("last_offered_date");
        return last == null ? offers.toString() : offers + ", last " + DAY.format(last);
    }

    /** Whether a result was seen, never the result. */
    private String screening() {
        return joined(", ", screen("Blood spot", column("blood_spot_seen")), screen("hearing", column("hearing_seen")));
    }

    private static String screen(String name, Object seen) {
        return seen == null ? null : name + " " + (Boolean.TRUE.equals(seen) ? SEEN : NOT_SEEN);
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(between));
    }

    private String text(String name) {
        return (String) column(name);
    }

    private LocalDate date(String name) {
        return (LocalDate) column(name);
    }

    private Object column(String name) {
        if (!columns.containsKey(name)) {
            throw new IllegalArgumentException("A list has no field '" + name + "'");
        }
        return columns.get(name);
    }

    /** Nothing here may lead to a child from a log (SG-14). */
    @Override
    public String toString() {
        return "OwnerRow[" + columns.get("case_number") + "]";
    }
}
