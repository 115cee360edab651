package muster.publish;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The as-at date of each feed that an output rests on, in words: absence of data is never to be read as absence of care
 * (RP-13).
 *
 * @param feeds the feeds in the order of the output's definition, each sender by itself
 */
public record DataDates(List<FeedDate> feeds) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final int NAMED = 3;

    public DataDates {
        feeds = List.copyOf(feeds);
    }

    /** Nothing to rest on. */
    public static DataDates none() {
        return new DataDates(List.of());
    }

    /** Whether any feed is late, held or beyond its limit. */
    public boolean anyStale() {
        return feeds.stream().anyMatch(FeedDate::stale);
    }

    /** Names of the feeds that are late, held or beyond their limit. */
    public List<String> staleFeeds() {
        return feeds.stream()
                .filter(FeedDate::stale)
                .map(FeedDate::feed)
                .distinct()
                .toList();
    }

    /** What is stale, of whom and since when; empty where nothing is. Senders are organisation codes. */
    public String staleWords() {
        return byTitle().entrySet().stream()
                .filter(feed -> feed.getValue().stream().anyMatch(FeedDate::stale))
                .map(feed -> feed.getKey() + stale(feed.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Every feed with the date of its oldest and newest list. */
    public String dateWords() {
        return byTitle().entrySet().stream()
                .map(feed -> feed.getKey() + " " + dates(feed.getValue()))
                .collect(Collectors.joining("; "));
    }

    private Map<String, List<FeedDate>> byTitle() {
        return feeds.stream().collect(Collectors.groupingBy(FeedDate::title, LinkedHashMap::new, Collectors.toList()));
    }

    private static String stale(List<FeedDate> senders) {
        List<FeedDate> stale = senders.stream().filter(FeedDate::stale).toList();
        List<String> named = new ArrayList<>(stale.stream()
                .map(FeedDate::sender)
                .filter(sender -> !sender.isEmpty())
                .limit(NAMED)
                .toList());
        if (!named.isEmpty() && stale.size() > named.size()) {
            named.add((stale.size() - named.size()) + " more");
        }
        LocalDate since = stale.stream()
                .map(FeedDate::staleSince)
                .min(LocalDate::compareTo)
                .orElseThrow();
        String of = named.isEmpty() ? "" : " of " + String.join(", ", named);
        return of + " stale since " + DAY.format(since);
    }

    private static String dates(List<FeedDate> senders) {
        List<LocalDate> dates = senders.stream()
                .map(FeedDate::asAt)
                .filter(date -> date != null)
                .sorted()
                .toList();
        if (dates.isEmpty()) {
            return "none received";
        }
        LocalDate oldest = dates.get(0);
        LocalDate newest = dates.get(dates.size() - 1);
        return oldest.equals(newest) ? DAY.format(newest) : DAY.format(oldest) + " to " + DAY.format(newest);
    }
}
