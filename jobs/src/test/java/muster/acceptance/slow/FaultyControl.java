package muster.acceptance.slow;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Control files as a careful sender makes them: counted over the very text that is sent (feeds 1.8, rulings 2). */
final class FaultyControl {

    private static final String HEADER = "FEED,SENDER_ODS_CODE,LAYOUT_VERSION,AS_AT_DATE,EXTRACT_DATETIME,"
            + "SEQUENCE_NUMBER,FILE_TYPE,RECORD_COUNT,NHS_NUMBER_HASH_TOTAL,DISTINCT_CHILD_COUNT,SHA256\r\n";

    private FaultyControl() {}

    static String of(SlowLayout layout, String sender, LocalDate asAt, long sequence, char type, byte[] body) {
        int rows = 0;
        long hash = 0;
        Set<String> children = new TreeSet<>();
        var lines = SlowText.lines(SlowText.decoded(body), ',', false);
        var titles = lines.get(0).fields;
        for (SlowText.Line line : lines.subList(1, lines.size())) {
            boolean instruction = line.fields.get(0).equals("Required");
            if (line.blank() || instruction || line.fields.equals(titles)) {
                continue;
            }
            rows++;
            String number = at(titles.indexOf("NHS_NUMBER"), line);
            String digits = number.replaceAll("[^0-9]", "");
            hash += digits.isEmpty() ? 0 : Long.parseLong(digits.substring(Math.max(0, digits.length() - 4)));
            String local = at(titles.indexOf(layout.local()), line);
            boolean none = Set.of("", "0", "none", "null", "0000000000").contains(number.toLowerCase(Locale.ROOT));
            if (!none || !local.isEmpty()) {
                children.add(none ? "local " + local : number.replaceAll("[ \u00A0-]", ""));
            }
        }
        return HEADER
                + "%s,%s,1,%s,%sT21:15:00+00:00,%06d,%s,%d,%d,%d,%s\r\n"
                        .formatted(
                                layout.control(),
                                sender,
                                asAt,
                                asAt,
                                sequence,
                                type,
                                rows,
                                hash,
                                children.size(),
                                SlowFile.sha256(body));
    }

    private static String at(int field, SlowText.Line line) {
        return field < 0 || field >= line.fields.size() ? "" : SlowText.trimmed(line.fields.get(field));
    }

    /** The same control file with one of its figures wrong by one. */
    static String off(String control, int field) {
        String[] lines = control.split("\r\n");
        String[] values = lines[1].split(",");
        values[field] = String.valueOf(Long.parseLong(values[field]) + 1);
        return lines[0] + "\r\n" + String.join(",", values) + "\r\n";
    }
}
