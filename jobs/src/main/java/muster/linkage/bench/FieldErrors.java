package muster.linkage.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import muster.linkage.bench.DirtySet.Field;

/** One error in one field, of a kind drawn by chance. */
final class FieldErrors {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    /** Letters that sound alike, either way round. */
    private static final List<String[]> SOUNDS = pairs(
            "ph f ck k y i ie y z s c k tt t ll l nn n ee ea ou u gh g v w ks x qu kw ch sh a e dg j mm m wr r kn n");

    /** Letters that a scanner takes for one another. */
    private static final List<String[]> SHAPES = pairs("o 0 l 1 m rn s 5 b 8 g 9 u v e c n h z 2 i l d cl w vv q g");

    private final SplittableRandom random;

    FieldErrors(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Puts one error into a row.
     *
     * @param other the value of the field in another row, for a field replaced by a wrong one
     */
    void spoil(Map<Field, String> cells, Field field, String other) {
        String value = cells.get(field);
        int kind = random.nextInt(100);
        boolean name = field == Field.GIVEN_NAME || field == Field.SURNAME;
        boolean digits = field == Field.STREET_NUMBER || field == Field.DATE_OF_BIRTH || field == Field.SOC_SEC_ID;
        if (kind < 8 && name) {
            cells.put(field, cells.get(field == Field.SURNAME ? Field.GIVEN_NAME : Field.SURNAME));
            cells.put(field == Field.SURNAME ? Field.GIVEN_NAME : Field.SURNAME, value);
        } else if (kind < 16 && field == Field.DATE_OF_BIRTH && value.length() == 8) {
            cells.put(field, value.substring(0, 4) + value.substring(6) + value.substring(4, 6));
        } else if (kind < 22) {
            cells.put(field, "");
        } else if (kind < 26) {
            cells.put(field, other);
        } else if (value.length() > 1) {
            cells.put(field, digits ? typed(value, DIGITS) : text(value, kind));
        }
    }

    private String text(String value, int kind) {
        if (kind < 34) {
            return spaced(value);
        }
        if (kind < 48) {
            return mistaken(value, SOUNDS);
        }
        return kind < 58 ? mistaken(value, SHAPES) : typed(value, LETTERS);
    }

    /** A word split in two, or two words joined. */
    private String spaced(String value) {
        int space = value.indexOf(' ');
        if (space > 0) {
            return value.substring(0, space) + value.substring(space + 1);
        }
        int at = 1 + random.nextInt(value.length() - 1);
        return value.substring(0, at) + ' ' + value.substring(at);
    }

    /** The first pair, from a place drawn by chance, of which one occurs; a typing error where none does. */
    private String mistaken(String value, List<String[]> pairs) {
        int start = random.nextInt(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            String[] pair = pairs.get((start + i) % pairs.size());
            for (int way = 0; way < 2; way++) {
                int at = value.toLowerCase(Locale.ROOT).indexOf(pair[way]);
                if (at >= 0) {
                    return value.substring(0, at) + pair[1 - way] + value.substring(at + pair[way].length());
                }
            }
        }
        return typed(value, LETTERS);
    }

    /** A letter put in, left out, or another, or two changed round. */
    private String typed(String value, String keys) {
        int at = random.nextInt(value.length() - 1);
        char key = keys.charAt(random.nextInt(keys.length()));
        String before = value.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + key + value.substring(at);
            case 1 -> before + value.substring(at + 1);
            case 2 -> before + key + value.substring(at + 1);
            default -> before + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
        };
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
