package muster.publish.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import muster.publish.FeedDate;

/** The freshness of the feeds for people: each feed in one row, its senders by name only where they are not fresh. */
final class FreshnessRows {

    /** One row, in words. */
    record Row(String feed, String sender, String asAt, String state, String staleSince, String held) {}

    private FreshnessRows() {}

    static List<Row> of(List<FeedDate> feeds) {
        Map<String, List<FeedDate>> byFeed =
                feeds.stream().collect(Collectors.groupingBy(FeedDate::feed, LinkedHashMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byFeed.values().forEach(senders -> {
            List<FeedDate> fresh =
                    senders.stream().filter(feed -> !feed.stale()).toList();
            if (!fresh.isEmpty()) {
                rows.add(fresh(fresh));
            }
            senders.stream().filter(FeedDate::stale).map(FreshnessRows::stale).forEach(rows::add);
        });
        return rows;
    }

    private static Row fresh(List<FeedDate> senders) {
        FeedDate first = senders.get(0);
        String sender = senders.size() == 1 ? first.sender() : senders.size() + " senders";
        String asAt = senders.stream()
                .map(FeedDate::asAt)
                .filter(date -> date != null)
                .min(LocalDate::compareTo)
                .map(LocalDate::toString)
                .orElse("never");
        return new Row(first.feed(), sender, asAt, words(first.state()), "", "");
    }

    private static Row stale(FeedDate feed) {
        return new Row(
                feed.feed(),
                feed.sender(),
                feed.asAt() == null ? "never" : feed.asAt().toString(),
                words(feed.state()),
                feed.staleSince().toString(),
                feed.held());
    }

    private static String words(FeedDate.State state) {
        String words = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
