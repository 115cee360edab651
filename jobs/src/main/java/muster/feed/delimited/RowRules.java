package muster.feed.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import muster.definition.feed.FeedColumn;
import muster.definition.feed.FeedColumn.Role;
import muster.definition.feed.FeedDefinition;
import muster.definition.feed.FeedDefinition.RowCheck;
import muster.feed.FileContext;
import muster.feed.Reason;

/** What a row must satisfy across its own columns, as its definition lists it. */
final class RowRules {

    private record Rule(RowCheck check, int column, int other, Set<Integer> codes, Reason reason, String field) {}

    private final List<Rule> rules = new ArrayList<>();

    RowRules(FileContext context) {
        FeedDefinition feed = context.definition();
        for (RowCheck check : feed.checks()) {
            int column = position(feed, check.column());
            int other = position(feed, check.other());
            FeedColumn blamed = column < 0 ? null : feed.columns().get(column);
            rules.add(new Rule(
                    check,
                    column,
                    other,
                    codes(context, check, other),
                    Reason.valueOf(check.reason()),
                    blamed == null ? null : blamed.header() == null ? blamed.name() : blamed.header()));
        }
    }

    private static int position(FeedDefinition feed, String name) {
        for (int i = 0; i < feed.columns().size(); i++) {
            if (feed.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Set<Integer> codes(FileContext context, RowCheck check, int other) {
        Set<Integer> positions = new TreeSet<>();
        for (String code : check.values()) {
            String list = context.definition().columns().get(other).codes();
            positions.add(context.codes().get(list).codes().indexOf(code));
        }
        return positions;
    }

    void check(RowState row) {
        for (Rule rule : rules) {
            if (broken(rule, row)) {
                if (rule.check.refuse()) {
                    row.refuse(rule.reason, rule.field);
                } else {
                    row.warn(rule.reason, rule.field);
                }
            }
        }
    }

    private static boolean broken(Rule rule, RowState row) {
        return switch (rule.check.check()) {
            case NOT_BEFORE -> both(rule, row) && row.number[rule.column] < row.number[rule.other];
            case NOT_MORE_THAN -> both(rule, row) && row.number[rule.column] > row.number[rule.other];
            case REQUIRED_WHEN ->
                row.present[rule.other]
                        && (rule.codes.isEmpty() || rule.codes.contains((int) row.number[rule.other]))
                        && !row.present[rule.column]
                        && !row.unreadable[rule.column];
            case IDENTIFIABLE -> !identifiable(row);
        };
    }

    private static boolean both(Rule rule, RowState row) {
        return row.present[rule.column] && row.present[rule.other];
    }

    /** A number, or two of name (family or given), birth date and postcode (rulings 3). */
    private static boolean identifiable(RowState row) {
        if (row.hasRole(Role.NHS_NUMBER)) {
            return true;
        }
        boolean name = row.hasRole(Role.FAMILY_NAME) || row.hasRole(Role.GIVEN_NAME);
        boolean birthDate = row.hasRole(Role.BIRTH_DATE);
        boolean postcode = row.hasRole(Role.POSTCODE);
        return (name && birthDate) || (name && postcode) || (birthDate && postcode);
    }
}
