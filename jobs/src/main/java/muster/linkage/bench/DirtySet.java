package muster.linkage.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Files of the kind of the FEBRL data sets: invented originals, and duplicates of them with several errors each. The errors are
 * those that FEBRL's generator describes: typing errors, split and joined words, sounds and letters mistaken, fields changed
 * round, values missing or replaced. The children are those of {@link Population}, with their twins, brothers and cousins.
 */
public final class DirtySet {

    /**
     * What to write.
     *
     * @param originals persons
     * @param duplicates of them
     * @param mostOfOne how many duplicates one original may have: 1, or more by Zipf's law, few originals having many
     * @param mostErrors each duplicate has from one error to this many
     * @param seed the same seed gives the same bytes
     */
    public record Request(int originals, int duplicates, int mostOfOne, int mostErrors, long seed) {}

    /** The columns, in the order of the files. */
    enum Field {
        GIVEN_NAME(20),
        SURNAME(25),
        STREET_NUMBER(8),
        ADDRESS_1(15),
        ADDRESS_2(5),
        SUBURB(7),
        POSTCODE(9),
        STATE(1),
        DATE_OF_BIRTH(8),
        SOC_SEC_ID(2);

        private final int share;

        Field(int share) {
            this.share = share;
        }
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
        this.errors = new FieldErrors(random.split());
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
        Map<Field, String> cells = new EnumMap<>(original);
        int wanted = 1 + random.nextInt(request.mostErrors());
        for (int i = 0; i < wanted; i++) {
            Field field = drawn();
            Map<Field, String> other = originals.get(random.nextInt(originals.size()));
            errors.spoil(cells, field, other.get(field));
        }
        return cells;
    }

    private Field drawn() {
        int left = random.nextInt(100);
        for (Field field : Field.values()) {
            left -= field.share;
            if (left < 0) {
                return field;
            }
        }
        throw new IllegalStateException("the shares of the fields are not a hundred");
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
