package muster.acceptance.slow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of a layout.
 *
 * @param name as the feed reference writes it
 * @param kind what it holds
 * @param most most characters; 0 for no bound of its own
 * @param mandatory an empty value refuses the row, or warns for what a register row may lack
 * @param codes pairs {@code sent=meant} of a coded column
 */
record SlowColumn(String name, String kind, int most, boolean mandatory, List<String> codes) {

    /** Reads {@code NAME kind[most][!] [codes]} for each column, one after the other, separated by semicolons. */
    static List<SlowColumn> layout(String text) {
        List<SlowColumn> columns = new ArrayList<>();
        for (String part : text.split(";")) {
            String[] words = part.strip().split("\\s+");
            String kind = words[1].replaceAll("[0-9!]", "");
            String most = words[1].replaceAll("[^0-9]", "");
            columns.add(new SlowColumn(
                    words[0],
                    kind,
                    most.isEmpty() ? 0 : Integer.parseInt(most),
                    words[1].endsWith("!"),
                    words.length > 2 ? Arrays.asList(words[2].split(",")) : List.of()));
        }
        return columns;
    }
}
