package muster.linkage.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Files of the kind of the FEBRL data sets: invented originals, and duplicates of them with several errors each, as FEBRL's own
 * generators make them by their published settings. The generator of version 0.2, whose columns the sets have that everybody
 * compares on, gives every kind of error in every field its chance. That of version 0.4.2 makes as many errors in each duplicate
 * as it is told, at most so many in one field: 4 and 2 for set 4 ({@code generate.py dataset4.csv 5000 5000 1 2 4 uniform}), 6 and
 * 4 for set 3; that is much harder. Its columns age and phone_number, which took a tenth of the errors, are left out, so the
 * others have more. Unlike FEBRL's persons, who have nothing to do with one another, these children are those of
 * {@link Population}, with their twins, brothers and cousins.
 */
public final class DirtySet {

    /**
     * What to write.
     *
     * @param originals persons
     * @param duplicates of them
     * @param mostOfOne how many duplicates one original may have: 1, or more by Zipf's law, few originals having many
     * @param mostOfField errors that one field may have; of no meaning where errors come by chance
     * @param errors that each duplicate has; none asked for: by chance
     * @param seed the same seed gives the same bytes
     */
    public record Request(int originals, int duplicates, int mostOfOne, int mostOfField, int errors, long seed) {}

    /** The columns, in the order of the files. */
    enum Field {
        GIVEN_NAME,
        SURNAME,
        STREET_NUMBER,
        ADDRESS_1,
        ADDRESS_2,
        SUBURB,
        POSTCODE,
        STATE,
        DATE_OF_BIRTH,
        SOC_SEC_ID
    }

    private static final String[] TOWNS = {"Northby", "Eastham", "Southwell Green", "Westcote", "Middleton Cross"};
    private static final String[] COUNTIES = {"nsh", "esx", "wsh", "mid"};
    private static final int IDENTIFIERS = 9_000_000;

    private final SplittableRandom random;
    private final FieldErrors errors;
    private final Request request;
    private final List<Map<Field, String>> originals = new ArrayList<>();

    private DirtySet(Request request) {
        this.request = request;
        this.random = new SplittableRandom(request.seed() ^ 0x9E3779B97F4A7C15L);
        this.errors = new FieldErrors(random.split(), request.errors() == 0 ? "0.2" : "0.4.2");
    }

    /**
     * Writes both files.
     *
     * @throws IOException if one cannot be written
     * @throws IllegalArgumentException if there are more duplicates than the originals may have
     */
    public static void write(Request request, Path original, Path duplicates) throws IOException {
        if (request.duplicates() > (long) request.originals() * request.mostOfOne()) {
            throw new IllegalArgumentException("more duplicates than the originals may have");
        }
        new DirtySet(request).write(original, duplicates);
    }

    private void write(Path original, Path duplicates) throws IOException {
        for (InventedPerson person : Population.of(request.seed(), request.originals(), LinkBench.night())) {
            originals.add(original(person));
        }
        Files.createDirectories(original.toAbsolutePath().getParent());
        try (CsvWriter out = CsvWriter.builder().build(original)) {
            header(out);
            for (int i = 0; i < originals.size(); i++) {
                row(out, "rec-" + i + "-org", originals.get(i));
            }
        }
        int[] copies = copies();
        Files.createDirectories(duplicates.toAbsolutePath().getParent());
        try (CsvWriter out = CsvWriter.builder().build(duplicates)) {
            header(out);
            for (int i = 0; i < copies.length; i++) {
                for (int copy = 0; copy < copies[i]; copy++) {
                    row(out, "rec-" + i + "-dup-" + copy, spoilt(originals.get(i)));
                }
            }
        }
    }

    private Map<Field, String> original(InventedPerson person) {
        String line = person.home().line();
        int flat = line.indexOf(", ");
        String street = flat < 0 ? line : line.substring(flat + 2);
        int space = street.indexOf(' ');
        Map<Field, String> cells = new EnumMap<>(Field.class);
        cells.put(Field.GIVEN_NAME, person.given());
        cells.put(Field.SURNAME, person.family());
        cells.put(Field.STREET_NUMBER, street.substring(0, space));
        cells.put(Field.ADDRESS_1, street.substring(space + 1));
        cells.put(Field.ADDRESS_2, flat < 0 ? "" : line.substring(0, flat));
        int place = Math.floorMod(person.home().postcode().hashCode(), TOWNS.length * COUNTIES.length);
        cells.put(Field.SUBURB, TOWNS[place % TOWNS.length]);
        cells.put(Field.POSTCODE, person.home().postcode());
        cells.put(Field.STATE, COUNTIES[place / TOWNS.length]);
        cells.put(Field.DATE_OF_BIRTH, person.birth().toString().replace("-", ""));
        cells.put(Field.SOC_SEC_ID, Integer.toString(1_000_000 + random.nextInt(IDENTIFIERS)));
        errors.forget(cells);
        return cells;
    }

    /** How many duplicates each original has; by Zipf's law where it may have several. */
    private int[] copies() {
        int[] copies = new int[originals.size()];
        int left = request.duplicates();
        if (request.mostOfOne() == 1) {
            for (int i = 0; left > 0; i++, left--) {
                copies[i] = 1;
            }
            return copies;
        }
        while (left > 0) {
            int i = random.nextInt(copies.length);
            int wanted = Math.min(left, zipf(request.mostOfOne()));
            if (copies[i] == 0) {
                copies[i] = wanted;
                left -= wanted;
            } else if (copies[i] < request.mostOfOne()) {
                copies[i]++;
                left--;
            }
        }
        return copies;
    }

    private int zipf(int most) {
        double total = 0;
        for (int n = 1; n <= most; n++) {
            total += 1.0 / n;
        }
        double drawn = random.nextDouble() * total;
        int n = 1;
        while (n < most && drawn > 1.0 / n) {
            drawn -= 1.0 / n;
            n++;
        }
        return n;
    }

    private Map<Field, String> spoilt(Map<Field, String> original) {
        return request.errors() == 0 ? spoiltByChance(original) : spoiltSoOften(original);
    }

    private Map<Field, String> spoiltByChance(Map<Field, String> original) {
        Map<Field, String> cells = new EnumMap<>(original);
        cells.replaceAll((field, value) -> errors.chanced(
                field, value, originals.get(random.nextInt(originals.size())).get(field)));
        errors.swap(cells, Integer.MAX_VALUE, new ArrayList<>());
        return cells;
    }

    private Map<Field, String> spoiltSoOften(Map<Field, String> original) {
        Map<Field, String> cells = new EnumMap<>(original);
        List<Field> made = new ArrayList<>();
        if (request.errors() > 1) {
            errors.swap(cells, request.errors(), made);
        }
        while (made.size() < request.errors()) {
            Field field = errors.drawn();
            int here = 1 + random.nextInt(request.mostOfField());
            for (int i = 0; i < here && made.size() < request.errors(); i++) {
                Map<Field, String> other = originals.get(random.nextInt(originals.size()));
                String before = cells.get(field);
                String after = errors.spoilt(field, before, other.get(field));
                if (Collections.frequency(made, field) < request.mostOfField() && !after.equals(before)) {
                    cells.put(field, after);
                    made.add(field);
                }
            }
        }
        return cells;
    }

    private static void header(CsvWriter out) {
        List<String> names = new ArrayList<>(List.of("rec_id"));
        for (Field field : Field.values()) {
            names.add(field.name().toLowerCase(Locale.ROOT));
        }
        out.writeRecord(names);
    }

    private static void row(CsvWriter out, String identifier, Map<Field, String> cells) {
        List<String> row = new ArrayList<>(List.of(identifier));
        for (Field field : Field.values()) {
            row.add(cells.get(field));
        }
        out.writeRecord(row);
    }
}
