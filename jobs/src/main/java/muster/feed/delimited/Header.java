package muster.feed.delimited;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/** Which field of the file holds which column, found by the header line. */
final class Header {

    private static final String ANY_YEAR = "##";

    private final List<String> titles;
    private final int width;
    private final int[] fieldOfColumn;

    /** @throws FileRefusedException HEADER_MISMATCH */
    Header(FeedDefinition feed, List<String> titles) {
        this.titles = titles;
        this.width = titles.size();
        this.fieldOfColumn =
                feed.layout().header() == HeaderPolicy.EXACT_ORDER ? exactOrder(feed, titles) : byName(feed, titles);
    }

    /** The columns of a form without a header, by their positions. */
    Header(FeedDefinition feed) {
        this.titles = List.of();
        this.width = feed.layout().width();
        this.fieldOfColumn = feed.columns().stream()
                .mapToInt(column -> column.position() == null ? -1 : column.position() - 1)
                .toArray();
    }

    /**
     * The texts of the first record that is not blank.
     *
     * @throws FileRefusedException FILE_EMPTY
     */
    static List<String> firstRecord(RecordScanner scanner, Slice slice) throws IOException {
        while (scanner.next()) {
            scanner.unescape();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < scanner.fields(); i++) {
                slice.set(scanner.buffer(), scanner.start(i), scanner.end(i), scanner.nonAscii(i));
                texts.add(slice.string());
            }
            if (texts.stream().anyMatch(text -> !text.isEmpty())) {
                return texts;
            }
        }
        throw new FileRefusedException(Reason.FILE_EMPTY, "The file has no header.");
    }

    private static int[] exactOrder(FeedDefinition feed, List<String> titles) {
        int[] fields = new int[feed.columns().size()];
        Arrays.fill(fields, -1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            FeedColumn column = feed.columns().get(i);
            if (column.header() != null && column.evidenceOf() == null) {
                fields[i] = expected.size();
                expected.add(column.header());
            }
        }
        if (!expected.equals(titles)) {
            throw new FileRefusedException(
                    Reason.HEADER_MISMATCH, "The header differs from the " + expected.size() + " titles of the feed.");
        }
        return fields;
    }

    private static int[] byName(FeedDefinition feed, List<String> titles) {
        HeaderPolicy policy = feed.layout().header();
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = folded(titles.get(i), policy);
            if (!title.isEmpty() && positions.put(title, i) != null) {
                throw new FileRefusedException(Reason.HEADER_MISMATCH, "A title stands twice in the header.");
            }
        }
        int[] fields = new int[feed.columns().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = position(feed.columns().get(i), positions, policy);
        }
        return fields;
    }

    private static int position(FeedColumn column, Map<String, Integer> positions, HeaderPolicy policy) {
        if (column.header() == null) {
            return -1;
        }
        Integer position = find(folded(column.header(), policy), positions);
        for (String alias : column.aliases()) {
            Integer other = find(folded(alias, policy), positions);
            if (policy != HeaderPolicy.BY_STEM && position != null && other != null && !position.equals(other)) {
                throw new FileRefusedException(
                        Reason.HEADER_MISMATCH, "Two titles for the one column " + column.header() + ".");
            }
            position = position == null ? other : position;
        }
        if (position == null && column.columnRequired()) {
            throw new FileRefusedException(
                    Reason.HEADER_MISMATCH, "The mandatory column " + column.header() + " is missing.");
        }
        return position == null ? -1 : position;
    }

    /** The field of a title; where {@code ##} stands for a year, the latest one. */
    private static Integer find(String title, Map<String, Integer> positions) {
        if (!title.contains(ANY_YEAR)) {
            return positions.get(title);
        }
        Pattern pattern = Pattern.compile(title.replace(ANY_YEAR, "[0-9]{2}"));
        return positions.keySet().stream()
                .filter(name -> pattern.matcher(name).matches())
                .max(Comparator.naturalOrder())
                .map(positions::get)
                .orElse(null);
    }

    private static String folded(String title, HeaderPolicy policy) {
        return switch (policy) {
            case BY_NAME, EXACT_ORDER, NONE -> title;
            case BY_NAME_ANY_CASE, BY_STEM -> title.toLowerCase(Locale.ROOT);
        };
    }

    /** Number of fields that every line must have. */
    int width() {
        return width;
    }

    /** Field that holds a landing column, or -1. */
    int field(int column) {
        return fieldOfColumn[column];
    }

    /** A title for reports, made safe: only those of the definition's own columns are repeated. */
    String title(FeedDefinition feed, int field) {
        for (int i = 0; i < fieldOfColumn.length; i++) {
            if (fieldOfColumn[i] == field) {
                FeedColumn column = feed.columns().get(i);
                return column.header() == null ? column.name() : column.header();
            }
        }
        return null;
    }

    /** True when the record is the header line again. */
    boolean repeats(RecordScanner record, Slice slice) {
        if (titles.isEmpty() || record.fields() != titles.size()) {
            return false;
        }
        for (int i = 0; i < titles.size(); i++) {
            slice.set(record.buffer(), record.start(i), record.end(i), record.nonAscii(i));
            if (slice.length() != titles.get(i).length() || !slice.string().equalsIgnoreCase(titles.get(i))) {
                return false;
            }
        }
        return true;
    }
}
