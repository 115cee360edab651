package muster.linkage.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import muster.linkage.bench.DirtySet.Field;

/**
 * How often which field has an error of which kind, and one error at a time ({@code config/bench/febrl_error.csv}: for the
 * generator of FEBRL 0.2 the chance of each kind, for that of 0.4.2 the share of each among a record's errors; percent).
 */
final class FieldErrors {

    private static final String TABLE = "/config/bench/febrl_error.csv";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    /** Spellings of one sound, either way round, for the generator's lists of misspelt words. */
    private static final List<String[]> SOUNDS = pairs(
            "ph f ck k y i ie y z s c k tt t ll l nn n ee ea ou u gh g v w ks x qu kw ch sh a e dg j mm m wr r kn n");

    /** Kinds of errors; the columns of the table, in the order in which several befall one field. */
    enum Kind {
        MISSPELT,
        REPLACED,
        SUBSTITUTED,
        INSERTED,
        DELETED,
        TRANSPOSED,
        WORDS_SWAPPED,
        SPACE_INSERTED,
        SPACE_DELETED,
        MISSING,
        INVENTED
    }

    /** One line of the table; all shares in percent. */
    private record Odds(double selected, Map<Kind, Double> kinds, Field swappedWith, double swapped) {}

    private final SplittableRandom random;
    private final Map<Field, Odds> odds = new EnumMap<>(Field.class);

    /** Reads the lines of one generator. */
    FieldErrors(SplittableRandom random, String generator) {
        this.random = random;
        try (InputStream table = Objects.requireNonNull(FieldErrors.class.getResourceAsStream(TABLE), TABLE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("generator").equals(generator)) {
                    odds.put(field(row.getField("field")), odds(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Odds odds(NamedCsvRecord row) {
        Map<Kind, Double> kinds = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            kinds.put(kind, Double.valueOf(row.getField(kind.name().toLowerCase(Locale.ROOT))));
        }
        String other = row.getField("swapped_with");
        return new Odds(
                Double.parseDouble(row.getField("selected")),
                kinds,
                other.isEmpty() ? null : field(other),
                Double.parseDouble(row.getField("swapped")));
    }

    private static Field field(String name) {
        return Field.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Some values are missing in the originals too. */
    void forget(Map<Field, String> cells) {
        odds.forEach((field, of) -> {
            if (percent(of.kinds().get(Kind.MISSING))) {
                cells.put(field, "");
            }
        });
    }

    /**
     * Changes fields round, seldom, as the generator does before anything else.
     *
     * @param most how many errors may be made; a swap is two
     * @param made takes the fields that were changed
     */
    void swap(Map<Field, String> cells, int most, List<Field> made) {
        odds.forEach((field, of) -> {
            Field other = of.swappedWith();
            if (other != null && made.size() + 2 <= most && percent(of.swapped())) {
                String value = cells.get(field);
                if (!value.isEmpty() && !cells.get(other).isEmpty()) {
                    cells.put(field, cells.get(other));
                    cells.put(other, value);
                    made.add(field);
                    made.add(other);
                }
            }
        });
    }

    /** A field to have an error. */
    Field drawn() {
        double left = random.nextDouble()
                * odds.values().stream().mapToDouble(Odds::selected).sum();
        for (Map.Entry<Field, Odds> of : odds.entrySet()) {
            left -= of.getValue().selected();
            if (left < 0) {
                return of.getKey();
            }
        }
        return Field.SURNAME;
    }

    /**
     * A field after every kind of error had its chance.
     *
     * @param other the value of the field in another row, for a field replaced by a wrong one
     */
    String chanced(Field field, String value, String other) {
        String now = value;
        for (Map.Entry<Kind, Double> kind : odds.get(field).kinds().entrySet()) {
            if (percent(kind.getValue()) && (value.isEmpty() == (kind.getKey() == Kind.INVENTED))) {
                now = spoilt(kind.getKey(), now, other);
            }
        }
        return now;
    }

    /**
     * Puts one error into a field.
     *
     * @param other the value of the field in another row, for a field replaced by a wrong one
     * @return the field with the error; as it was where the kind that was drawn cannot be made of it
     */
    String spoilt(Field field, String value, String other) {
        return spoilt(kind(odds.get(field).kinds()), value, other);
    }

    private String spoilt(Kind kind, String value, String other) {
        if (value.isEmpty()) {
            return kind == Kind.INVENTED ? other : value;
        }
        return switch (kind) {
            case MISSING -> "";
            case REPLACED -> other;
            case INVENTED -> value;
            case MISSPELT -> misspelt(value);
            case WORDS_SWAPPED -> wordsSwapped(value);
            case SPACE_DELETED -> value.replaceFirst(" ", "");
            default -> value.length() < 2 ? value : typed(value, kind);
        };
    }

    private Kind kind(Map<Kind, Double> kinds) {
        double left = random.nextDouble()
                * kinds.values().stream().mapToDouble(Double::doubleValue).sum();
        for (Map.Entry<Kind, Double> kind : kinds.entrySet()) {
            left -= kind.getValue();
            if (left < 0) {
                return kind.getKey();
            }
        }
        return Kind.SUBSTITUTED;
    }

    /** The first pair, from a place drawn by chance, of which one occurs. */
    private String misspelt(String value) {
        int start = random.nextInt(SOUNDS.size());
        for (int i = 0; i < SOUNDS.size(); i++) {
            String[] pair = SOUNDS.get((start + i) % SOUNDS.size());
            for (int way = 0; way < 2; way++) {
                int at = value.toLowerCase(Locale.ROOT).indexOf(pair[way]);
                if (at >= 0) {
                    return value.substring(0, at) + pair[1 - way] + value.substring(at + pair[way].length());
                }
            }
        }
        return value;
    }

    private static String wordsSwapped(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(space + 1) + ' ' + value.substring(0, space);
    }

    private String typed(String value, Kind kind) {
        int at = place(value.length() - (kind == Kind.TRANSPOSED ? 1 : 0));
        String before = value.substring(0, at);
        String after = value.substring(at + 1);
        return switch (kind) {
            case INSERTED -> before + key(value.charAt(at)) + value.substring(at);
            case DELETED -> before + after;
            case TRANSPOSED -> before + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
            case SPACE_INSERTED -> (before + ' ' + value.substring(at)).strip();
            default -> before + key(value.charAt(at)) + after;
        };
    }

    /** Errors come past the middle of a word, seldom at its beginning. */
    private int place(int length) {
        long drawn = Math.round(random.nextGaussian(length / 2 + 1, 1));
        return (int) Math.max(0, Math.min(length - 1, drawn));
    }

    /** Another key of the same kind. */
    private char key(char instead) {
        String keys = Character.isDigit(instead) ? DIGITS : LETTERS;
        return keys.charAt(random.nextInt(keys.length()));
    }

    private boolean percent(double share) {
        return random.nextDouble() * 100 < share;
    }

    private static List<String[]> pairs(String text) {
        String[] words = text.split(" ");
        List<String[]> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            pairs.add(new String[] {words[i], words[i + 1]});
        }
        return pairs;
    }
}
