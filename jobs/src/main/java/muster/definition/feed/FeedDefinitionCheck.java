package muster.definition.feed;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import muster.definition.feed.FeedColumn.ColumnType;
import muster.definition.feed.FeedColumn.WhenBad;
import muster.definition.feed.FeedDefinition.RowCheck;
import muster.definition.feed.FeedFiles.ControlPolicy;

/** The cross-references of a feed's definition: columns, code lists, identifiers that become SQL. */
final class FeedDefinitionCheck {

    private FeedDefinitionCheck() {}

    /** @throws IllegalArgumentException naming the feed, the key and what to mend */
    static void check(FeedDefinition feed, Map<String, CodeList> codes) {
        identifier(feed, feed.landingTable());
        Set<String> names = new HashSet<>();
        for (FeedColumn column : feed.columns()) {
            identifier(feed, column.name());
            demand(names.add(column.name()), feed, "columns: " + column.name() + " stands twice");
            codeLists(feed, column, codes);
            kept(feed, column);
        }
        for (FeedColumn column : feed.columns()) {
            reference(feed, names, "evidence_of", column.evidenceOf());
        }
        feed.key().forEach(key -> reference(feed, names, "key", key));
        reference(feed, names, "organisation_column", feed.organisationColumn());
        reference(feed, names, "source_system_column", feed.sourceSystemColumn());
        if (feed.exclusive() != null) {
            feed.exclusive().columns().forEach(column -> reference(feed, names, "exclusive", column));
            reference(feed, names, "exclusive", feed.exclusive().from());
            reference(feed, names, "exclusive", feed.exclusive().to());
        }
        for (RowCheck check : feed.checks()) {
            reference(feed, names, "checks", check.column());
            reference(feed, names, "checks", check.other());
        }
        pattern(feed);
        demand(
                feed.files().control() == ControlPolicy.NONE || feed.files().controlFeed() != null,
                feed,
                "files: control_feed is missing");
    }

    private static void kept(FeedDefinition feed, FeedColumn column) {
        demand(
                column.whenBad() != WhenBad.KEEP || column.type().sqlType().equals("text"),
                feed,
                "columns: " + column.name() + ": only a text can be kept as sent (when_bad)");
    }

    private static void codeLists(FeedDefinition feed, FeedColumn column, Map<String, CodeList> codes) {
        demand(
                column.type() != ColumnType.CODE || column.codes() != null,
                feed,
                "columns: " + column.name() + " is a code without a code list");
        for (String list : new String[] {column.codes(), column.codesFull()}) {
            demand(
                    list == null || codes.containsKey(list),
                    feed,
                    "columns: " + column.name() + ": config/feeds/codes/" + list + ".csv is missing");
        }
    }

    private static void pattern(FeedDefinition feed) {
        try {
            feed.files().compiled();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Feed " + feed.feed() + ": files: pattern: " + e.getDescription(), e);
        }
    }

    private static void identifier(FeedDefinition feed, String name) {
        demand(
                name != null && name.matches("[a-z][a-z0-9_]{0,62}"),
                feed,
                name + " cannot be the name of a table or column");
    }

    private static void reference(FeedDefinition feed, Set<String> names, String key, String column) {
        demand(column == null || names.contains(column), feed, key + ": there is no column " + column);
    }

    private static void demand(boolean met, FeedDefinition feed, String mend) {
        if (!met) {
            throw new IllegalArgumentException("Feed " + feed.feed() + ": " + mend + ".");
        }
    }
}
