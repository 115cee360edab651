package muster.publish.worklist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import muster.definition.CodeList;
import muster.definition.DefinitionLoader;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;

/** Invented rows of the lists for owners of cases, and the files they make. */
public final class InventedOwnerList {

    private static final Definitions SHIPPED = DefinitionLoader.load(null);
    private static final List<String> COLUMNS = List.of(
            "row_id",
            "exception_id",
            "case_number",
            "child_key",
            "item_code",
            "baseline",
            "daily",
            "severity",
            "person_family_name",
            "person_given_name",
            "nhs_number",
            "person_birth_date",
            "missing",
            "since_date",
            "due_from_date",
            "due_by_date",
            "offers",
            "last_offered_date",
            "is_item",
            "arrival",
            "notified_date",
            "address",
            "postcode",
            "practice_code",
            "practice_name",
            "blood_spot_seen",
            "hearing_seen",
            "reason",
            "request");

    private InventedOwnerList() {}

    static OutputDefinition output(String list) {
        return SHIPPED.output(list);
    }

    static Map<String, String> words(String list) {
        return SHIPPED.wording(SHIPPED.output(list).wording()).texts();
    }

    /** The file of one list with three rows, as shipped. */
    public static byte[] workbook(Path temporary, String list) {
        return write(temporary, list, true, rows(3), key -> {});
    }

    static byte[] write(
            Path temporary, String list, boolean whole, List<OwnerRow> rows, Consumer<IssuedListKey> issued) {
        OutputDefinition output = SHIPPED.output(list);
        Map<String, CodeList> dropDowns = output.sheets().get(0).columns().stream()
                .map(OutputDefinition.Column::list)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Function.identity(), SHIPPED::codeList));
        OwnerWorkbook writer = new OwnerWorkbook(
                output, SHIPPED.wording(output.wording()).texts(), dropDowns, whole, InventedWorklist.KEY, temporary);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(InventedWorklist.header(false), rows.iterator(), issued, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static List<OwnerRow> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(number, Map.of()))
                .toList();
    }

    /** A case of a child of some months, with these columns otherwise. */
    static OwnerRow row(int number, Map<String, Object> otherwise) {
        Map<String, Object> columns = new HashMap<>();
        COLUMNS.forEach(column -> columns.put(column, null));
        columns.put("row_id", "case-" + number);
        columns.put("case_number", (long) number);
        columns.put("child_key", 100L + number);
        columns.put("item_code", "VAC-1Y-MMR");
        columns.put("baseline", false);
        columns.put("person_family_name", "Sample");
        columns.put("person_given_name", "Leo");
        columns.put("nhs_number", "9990000069");
        columns.put("person_birth_date", LocalDate.of(2025, 12, 1));
        columns.put("missing", "MMR or MMRV, first dose");
        columns.put("since_date", LocalDate.of(2026, 12, 1));
        columns.put("is_item", true);
        columns.put("request", "Invite");
        columns.putAll(otherwise);
        return new OwnerRow(InventedWorklist.DAY, columns);
    }
}
