package muster.definition.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import muster.definition.feed.FeedColumn.ColumnType;
import muster.definition.feed.FeedColumn.WhenBad;
import muster.definition.feed.FeedDefinition.RowCheck;
import muster.definition.feed.FeedDefinition.RowCheckKind;
import muster.definition.feed.FeedFiles.ControlPolicy;
import muster.definition.feed.FeedFiles.NameDate;

/** The cross-references of a feed's definition: columns, code lists, identifiers that become SQL. */
final class FeedDefinitionCheck {

    /** Something wrong, with the place in the file as a JSON pointer. */
    record Fault(String pointer, String what) {}

    private static final Pattern PLACE = Pattern.compile("[a-z_]+\\.[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

    private final FeedDefinition feed;
    private final Map<String, CodeList> codes;
    private final Set<String> names = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private FeedDefinitionCheck(FeedDefinition feed, Map<String, CodeList> codes) {
        this.feed = feed;
        this.codes = codes;
    }

    /** Everything that is wrong; empty when all is well. */
    static List<Fault> faults(FeedDefinition feed, Map<String, CodeList> codes) {
        FeedDefinitionCheck check = new FeedDefinitionCheck(feed, codes);
        check.columns();
        check.references();
        check.files();
        for (int i = 0; i < feed.variants().size(); i++) {
            check.variant("/layouts/" + i, feed.in(feed.variants().get(i)));
        }
        return check.faults;
    }

    private void columns() {
        demand(identifier(feed.landingTable()), "/landing_table", "This cannot be the name of a table.");
        for (int i = 0; i < feed.columns().size(); i++) {
            FeedColumn column = feed.columns().get(i);
            String at = "/columns/" + i;
            demand(identifier(column.name()), at, "This cannot be the name of a column.");
            demand(names.add(column.name()), at, "The column " + column.name() + " stands twice.");
            demand(column.type() != ColumnType.CODE || column.codes() != null, at, "A code needs a code list.");
            demand(
                    column.type() != ColumnType.TEXT_LIST || feed.layout() == null,
                    at,
                    "A field of a delimited file holds one value, no text_list.");
            codeList(column.codes(), at);
            codeList(column.codesFull(), at);
            demand(
                    column.whenBad() != WhenBad.KEEP || column.type().sqlType().equals("text"),
                    at,
                    "Only a text can be kept as sent (when_bad).");
        }
    }

    private void variant(String at, FeedDefinition variant) {
        for (FeedColumn column : variant.columns()) {
            demand(column.type() != ColumnType.CODE || column.codes() != null, at, "A code needs a code list.");
            codeList(column.codes(), at);
        }
        for (RowCheck check : variant.checks()) {
            reference(at, check.column());
            reference(at, check.other());
        }
    }

    private void codeList(String list, String at) {
        demand(list == null || codes.containsKey(list), at, "There is no config/feeds/codes/" + list + ".csv.");
    }

    private void references() {
        for (int i = 0; i < feed.columns().size(); i++) {
            reference("/columns/" + i, feed.columns().get(i).evidenceOf());
        }
        feed.key().forEach(key -> reference("/key", key));
        reference("/organisation_column", feed.organisationColumn());
        reference("/source_system_column", feed.sourceSystemColumn());
        if (feed.ageScope() != null) {
            reference("/age_scope", feed.ageScope().column());
        }
        if (feed.exclusive() != null) {
            feed.exclusive().columns().forEach(column -> reference("/exclusive", column));
            reference("/exclusive", feed.exclusive().from());
            reference("/exclusive", feed.exclusive().to());
        }
        for (int i = 0; i < feed.checks().size(); i++) {
            RowCheck check = feed.checks().get(i);
            check("/checks/" + i, check);
        }
    }

    private void check(String at, RowCheck check) {
        reference(at, check.column());
        reference(at, check.other());
        check.columns().forEach(column -> reference(at, column));
        values(at, check.other(), check.values());
        if (check.when() != null) {
            reference(at, check.when().column());
            demand(coded(check.when().column()), at, "Only a coded column can say when a check applies.");
            values(at, check.when().column(), check.when().values());
        }
        demand(
                (check.check() == RowCheckKind.ANY_OF) != check.columns().isEmpty(),
                at,
                "The check any_of, and no other, names columns.");
        demand(
                check.check() != RowCheckKind.NOT_FUTURE || type(check.column()) == ColumnType.DATE,
                at,
                "Only a date can lie in the future.");
    }

    private void values(String at, String coded, Set<String> values) {
        feed.columns().stream()
                .filter(column ->
                        column.name().equals(coded) && column.codes() != null && codes.containsKey(column.codes()))
                .map(column -> codes.get(column.codes()).codes())
                .forEach(list ->
                        values.forEach(value -> demand(list.contains(value), at, "There is no code " + value + ".")));
    }

    private boolean coded(String name) {
        return type(name) == ColumnType.CODE;
    }

    /** Type of a column; null where there is none of the name. */
    private ColumnType type(String name) {
        return feed.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(FeedColumn::type)
                .findFirst()
                .orElse(null);
    }

    private void reference(String at, String column) {
        demand(column == null || names.contains(column), at, "There is no column " + column + ".");
    }

    private void files() {
        try {
            feed.files().compiled();
            feed.files().unread();
        } catch (PatternSyntaxException e) {
            faults.add(new Fault("/files/pattern", "No regular expression: " + e.getDescription() + "."));
        }
        for (String place : feed.files().senderListedIn()) {
            demand(PLACE.matcher(place).matches(), "/files", "This is no schema.table.column: " + place + ".");
        }
        String pattern = feed.files().pattern();
        demand(
                feed.files().nameDate() == NameDate.FULL
                        || (pattern.contains("(?<month>") && pattern.contains("(?<day>")),
                "/files",
                "A date in letters needs the groups month and day.");
        demand(
                feed.files().maxAgeDays() == null
                        || feed.files().nameDate() != NameDate.FULL
                        || pattern.contains("(?<asat>"),
                "/files",
                "A name without a date has no age (max_age_days).");
        demand(
                feed.files().control() == ControlPolicy.NONE || feed.files().controlFeed() != null,
                "/files",
                "A feed with control files needs control_feed.");
    }

    private static boolean identifier(String name) {
        return name != null && name.matches("[a-z][a-z0-9_]{0,62}");
    }

    private void demand(boolean met, String pointer, String what) {
        if (!met) {
            faults.add(new Fault(pointer, what));
        }
    }
}
