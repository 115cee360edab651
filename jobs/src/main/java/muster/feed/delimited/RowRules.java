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

    /**
     * A check with its columns as positions.
     *
     * @param column the column blamed; -1 where none
     * @param other the column compared with; -1 where none
     * @param codes positions of the codes of {@code other}
     * @param anyOf the columns one of which must have a value
     * @param when column that says whether the check applies; -1 where it always does
     * @param whenCodes positions of the codes with which it applies
     */
    private record Rule(
            RowCheck check,
            int column,
            int other,
            Set<Integer> codes,
            List<Integer> anyOf,
            int when,
            Set<Integer> whenCodes,
            Reason reason,
            String field) {}

    private final List<Rule> rules = new ArrayList<>();
    private final long today;

    RowRules(FileContext context) {
        today = context.businessDate().toEpochDay();
        context.definition().checks().forEach(check -> rules.add(rule(context, check)));
    }

    private static Rule rule(FileContext context, RowCheck check) {
        FeedDefinition feed = context.definition();
        List<Integer> anyOf =
                check.columns().stream().map(name -> position(feed, name)).toList();
        int column = anyOf.isEmpty() ? position(feed, check.column()) : anyOf.get(0);
        int other = position(feed, check.other());
        int when = check.when() == null ? -1 : position(feed, check.when().column());
        FeedColumn blamed = column < 0 ? null : feed.columns().get(column);
        return new Rule(
                check,
                column,
                other,
                codes(context, other, check.values()),
                anyOf,
                when,
                check.when() == null
                        ? Set.of()
                        : codes(context, when, check.when().values()),
                Reason.valueOf(check.reason()),
                blamed == null ? null : blamed.header() == null ? blamed.name() : blamed.header());
    }

    private static int position(FeedDefinition feed, String name) {
        for (int i = 0; i < feed.columns().size(); i++) {
            if (feed.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Set<Integer> codes(FileContext context, int column, Set<String> codes) {
        Set<Integer> positions = new TreeSet<>();
        for (String code : codes) {
            String list = context.definition().columns().get(column).codes();
            positions.add(context.codes().get(list).codes().indexOf(code));
        }
        return positions;
    }

    void check(RowState row) {
        for (Rule rule : rules) {
            if (applies(rule, row) && broken(rule, row)) {
                if (rule.check.refuse()) {
                    row.refuse(rule.reason, rule.field);
                } else {
                    row.warn(rule.reason, rule.field);
                }
            }
        }
    }

    private static boolean applies(Rule rule, RowState row) {
        return rule.when < 0 || (row.present[rule.when] && rule.whenCodes.contains((int) row.number[rule.when]));
    }

    private boolean broken(Rule rule, RowState row) {
        return switch (rule.check.check()) {
            case NOT_FUTURE -> row.present[rule.column] && row.number[rule.column] > today;
            case ANY_OF -> !anySent(rule, row);
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

    /** An unreadable value was sent all the same, and has its own reason. */
    private static boolean anySent(Rule rule, RowState row) {
        for (int column : rule.anyOf) {
            if (row.present[column] || row.unreadable[column]) {
                return true;
            }
        }
        return false;
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
