package muster.publish.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Files as the page shows them: one line each, or one for a whole feed whose messages come in a file each. */
final class FeedRows {

    private static final int MOST_LINES_OF_A_FEED = 20;
    private static final double PERCENT = 100.0;

    private FeedRows() {}

    /** One line of the table of feeds. */
    record FeedRow(
            String name,
            String feed,
            String sender,
            long read,
            long applied,
            long warned,
            long noChange,
            long other,
            long rejected,
            String state) {

        String rejectedPercent() {
            return read == 0 ? "" : String.format(Locale.UK, "%.1f", rejected * PERCENT / read);
        }
    }

    static List<FeedRow> of(List<FileLine> files) {
        Map<String, List<FileLine>> byFeed =
                files.stream().collect(Collectors.groupingBy(FileLine::feed, LinkedHashMap::new, Collectors.toList()));
        List<FeedRow> rows = new ArrayList<>();
        byFeed.forEach((feed, ofFeed) -> {
            if (ofFeed.size() > MOST_LINES_OF_A_FEED) {
                rows.add(together(feed, ofFeed));
                ofFeed.stream()
                        .filter(FileLine::needsAttention)
                        .map(FeedRows::alone)
                        .limit(MOST_LINES_OF_A_FEED)
                        .forEach(rows::add);
            } else {
                ofFeed.forEach(file -> rows.add(alone(file)));
            }
        });
        return rows;
    }

    private static FeedRow alone(FileLine file) {
        return new FeedRow(
                file.name(),
                file.feed(),
                file.sender(),
                file.read(),
                file.applied(),
                file.warned(),
                file.noChange(),
                other(file),
                file.rejected(),
                file.reason().isEmpty() ? file.state() : file.state() + ": " + file.reason());
    }

    private static FeedRow together(String feed, List<FileLine> files) {
        Map<String, Long> states = files.stream()
                .collect(Collectors.groupingBy(FileLine::state, LinkedHashMap::new, Collectors.counting()));
        return new FeedRow(
                String.format(Locale.UK, "%,d files", files.size()),
                feed,
                "",
                files.stream().mapToLong(FileLine::read).sum(),
                files.stream().mapToLong(FileLine::applied).sum(),
                files.stream().mapToLong(FileLine::warned).sum(),
                files.stream().mapToLong(FileLine::noChange).sum(),
                files.stream().mapToLong(FeedRows::other).sum(),
                files.stream().mapToLong(FileLine::rejected).sum(),
                states.entrySet().stream()
                        .map(state -> state.getKey() + " " + state.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private static long other(FileLine file) {
        return file.stale() + file.duplicate() + file.skipped();
    }
}
