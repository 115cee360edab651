package muster.feed.delimited;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedLayout.HeaderPolicy;
import muster.feed.FileRefusedException;
import muster.feed.Reason;

/** Which field of the file holds which column, found by the header line. */
final class Header {

    private final List<String> titles;
    private final int[] fieldOfColumn;

    /** @throws FileRefusedException HEADER_MISMATCH */
    Header(FeedDefinition feed, List<String> titles) {
        this.titles = titles;
        this.fieldOfColumn = feed.layout().header() == HeaderPolicy.EXACT_ORDER
                ? exactOrder(feed, titles)
                : byName(feed, titles);
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
        boolean anyCase = feed.layout().header() == HeaderPolicy.BY_NAME_ANY_CASE;
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < titles.size(); i++) {
            String title = folded(titles.get(i), anyCase);
            if (!title.isEmpty() && positions.put(title, i) != null) {
                throw new FileRefusedException(Reason.HEADER_MISMATCH, "A title stands twice in the header.");
            }
        }
        int[] fields = new int[feed.columns().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = position(feed.columns().get(i), positions, anyCase);
        }
        return fields;
    }

    private static int position(FeedColumn column, Map<String, Integer> positions, boolean anyCase) {
        if (column.header() == null) {
            return -1;
        }
        Integer position = positions.get(folded(column.header(), anyCase));
        for (String alias : column.aliases()) {
            Integer other = positions.get(folded(alias, anyCase));
            if (position != null && other != null && !position.equals(other)) {
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

    private static String folded(String title, boolean anyCase) {
        return anyCase ? title.toLowerCase(Locale.ROOT) : title;
    }

    /** Number of fields that every line must have. */
    int width() {
        return titles.size();
    }

    /** Field that holds a landing column, or -1. */
    int field(int column) {
        return fieldOfColumn[column];
    }

    /** A title for reports, made safe: only those of the definition's own columns are repeated. */
    String title(FeedDefinition feed, int field) {
        for (int i = 0; i < fieldOfColumn.length; i++) {
            if (fieldOfColumn[i] == field) {
                return feed.columns().get(i).header();
            }
        }
        return null;
    }

    /** True when the record is the header line again. */
    boolean repeats(RecordScanner record, Slice slice) {
        if (record.fields() != titles.size()) {
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
