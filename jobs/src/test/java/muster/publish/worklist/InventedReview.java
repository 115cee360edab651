package muster.publish.worklist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import muster.definition.DefinitionLoader;
import muster.definition.Definitions;
import muster.definition.OutputDefinition;

/** Invented pairs of records and the list that asks about them, for the tests of what goes out and comes back. */
public final class InventedReview {

    private static final Definitions SHIPPED = DefinitionLoader.load(null);

    private InventedReview() {}

    /** All outputs as shipped. */
    public static List<OutputDefinition> outputs() {
        return SHIPPED.outputs();
    }

    /** The workbook of a list of so many pairs, and every key told to the consumer. */
    public static byte[] workbook(Path temporary, int pairs, Consumer<IssuedReviewKey> issued) {
        ReviewWorkbook writer = new ReviewWorkbook(
                SHIPPED.output("review").sheets().get(0),
                SHIPPED.codeList("review_answer"),
                InventedWorklist.KEY,
                temporary);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(InventedWorklist.header(false), rows(pairs).iterator(), issued, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A worklist of cases: another list than the review. */
    public static byte[] worklist(Path temporary) {
        WorklistWorkbook writer = new WorklistWorkbook(InventedWorklist.reasons(), InventedWorklist.KEY, temporary);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(
                    InventedWorklist.header(false), InventedWorklist.rows(2).iterator(), key -> {}, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<ReviewRow> rows(int pairs) {
        List<ReviewRow> rows = new ArrayList<>();
        for (int n = 1; n <= pairs; n++) {
            rows.add(row(n));
        }
        return rows;
    }

    private static ReviewRow row(int n) {
        LocalDate born = InventedWorklist.DAY.minusDays(n * 170L);
        boolean confirmed = n % 4 == 1;
        boolean byPerson = n % 7 == 0;
        return new ReviewRow(
                1000 + n,
                10 + n,
                n % 3 == 0 ? "Practice X81010, 34-" + n : "CHIS RXA, register NORTH, CH-00" + n,
                new ReviewRow.Side(
                        "Sample-Ash",
                        n % 2 == 0 ? "Jon" : "=Noor",
                        born,
                        n % 3 == 0 ? "99900000" : null,
                        "Flat 2, 19 Quay Street, Eastvale",
                        "NX1 4AB"),
                "PDS",
                new ReviewRow.Side(
                        "Sample",
                        n % 2 == 0 ? "Jonathan" : "Idris",
                        n % 5 == 0 ? born.plusDays(1) : born,
                        "99900" + String.format("%05d", n * 7),
                        "19 Quay Street, Eastvale",
                        "NX1 4AB"),
                byPerson ? "SECOND_PERSON" : n % 2 == 0 ? "CONTESTED" : "GIVEN_NAME",
                confirmed || byPerson ? "KH: same child (the mother rang), after the night of 13 January 2027." : null,
                byPerson
                        ? null
                        : "The same postcode and house now or before: +14.6\nThe same birth date: +12.4\n"
                                + "One part of a double family name: +3.6\nThe same sex: +1.0\n"
                                + (n % 2 == 0
                                        ? "A short or other form of the given name: +2.9"
                                        : "Another given name: -7.3"),
                byPerson ? null : "birth date and a postcode now or before",
                byPerson ? null : new BigDecimal("8.35"),
                byPerson ? null : 2);
    }
}
