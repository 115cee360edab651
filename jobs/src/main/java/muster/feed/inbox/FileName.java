package muster.feed.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.definition.feed.FeedDefinition;

/**
 * What a file name says, by the named groups of its feed's pattern.
 *
 * @param groups the groups by name
 * @param asAtDate the date the name tells; null for none
 */
record FileName(Map<String, String> groups, LocalDate asAtDate) {

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    /** The name taken apart; null where it does not follow the pattern or gives no real date. */
    static FileName of(FeedDefinition feed, String name, int maxLength, LocalDate businessDate) {
        Matcher matcher = feed.files().compiled().matcher(name);
        if (!fits(feed, name, maxLength) || !matcher.matches()) {
            return null;
        }
        Map<String, String> groups = new TreeMap<>();
        Matcher names = GROUP.matcher(feed.files().pattern());
        while (names.find()) {
            groups.put(names.group(1), matcher.group(names.group(1)));
        }
        try {
            return new FileName(groups, feed.files().dateInName(groups, businessDate));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a name has the shape of the feed's names, whatever date it tells. */
    static boolean fits(FeedDefinition feed, String name, int maxLength) {
        return name.length() <= maxLength
                && feed.files().compiled().matcher(name).matches();
    }

    String sender() {
        return groups.get("sender");
    }

    Long sequenceNumber() {
        String number = groups.get("sequence");
        return number == null ? null : Long.valueOf(number);
    }

    String type() {
        return groups.get("type");
    }

    /** True where the name lacks the group or has that value in it. */
    boolean saysNothingBut(String group, String value) {
        String said = groups.get(group);
        return said == null || said.equalsIgnoreCase(value);
    }
}
