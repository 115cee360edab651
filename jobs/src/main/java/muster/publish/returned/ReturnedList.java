package muster.publish.returned;

import java.util.List;
import java.util.Map;

/**
 * What staff sent back.
 *
 * @param outputId the list it is: an output of {@code config/outputs} with columns for staff
 * @param rows its rows with content, in the order of the file
 */
public record ReturnedList(String outputId, List<Row> rows) {

    public ReturnedList {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number its number in the sheet, or the line of a CSV file, from 1
     * @param key the row key; empty where it was deleted
     * @param answers the staff columns by header, without blanks around them; empty where nothing stands
     * @param factsDigest fingerprint of the fact columns as they came back, in the order of the list; never used for
     *     anything but to tell that a fact was changed by hand
     */
    public record Row(int number, String key, Map<String, String> answers, String factsDigest) {

        public Row {
            answers = Map.copyOf(answers);
        }

        /** What stands in a staff column; empty for nothing. */
        public String answer(String header) {
            return answers.getOrDefault(header, "");
        }

        /** Whether staff filled in nothing at all. */
        public boolean untouched() {
            return answers.values().stream().allMatch(String::isEmpty);
        }
    }
}
