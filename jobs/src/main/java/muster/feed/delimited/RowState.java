package muster.feed.delimited;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.definition.feed.FeedColumn.Role;
import muster.feed.Reason;

/** What is known of the row being read: which columns have a value, numbers to compare, and what is wrong with it. */
final class RowState {

    private final List<Reason> refusals = new ArrayList<>();
    private final List<Reason> warnings = new ArrayList<>();
    private String refusedField;
    private String warnedField;

    final boolean[] present;
    /** Value of a present column: epoch day, number, or the position of a code in its list. */
    final long[] number;
    /** Columns whose text could not be read. */
    final boolean[] unreadable;

    private final boolean[] hasRole = new boolean[Role.values().length];

    RowState(int columns) {
        present = new boolean[columns];
        number = new long[columns];
        unreadable = new boolean[columns];
    }

    void clear() {
        refusals.clear();
        warnings.clear();
        refusedField = null;
        warnedField = null;
        Arrays.fill(present, false);
        Arrays.fill(unreadable, false);
        Arrays.fill(hasRole, false);
    }

    void has(int column, Role role) {
        present[column] = true;
        hasRole[role.ordinal()] = true;
    }

    boolean hasRole(Role role) {
        return hasRole[role.ordinal()];
    }

    void refuse(Reason reason, String field) {
        if (refusals.isEmpty()) {
            refusedField = field;
        }
        if (!refusals.contains(reason)) {
            refusals.add(reason);
        }
    }

    void warn(Reason reason, String field) {
        if (warnings.isEmpty()) {
            warnedField = field;
        }
        if (!warnings.contains(reason)) {
            warnings.add(reason);
        }
    }

    boolean refused() {
        return !refusals.isEmpty();
    }

    /** The refusals, then the warnings: the deciding reason first (rulings 3). */
    List<Reason> reasons() {
        List<Reason> all = new ArrayList<>(refusals);
        warnings.stream().filter(warning -> !all.contains(warning)).forEach(all::add);
        return all;
    }

    List<Reason> warnings() {
        return warnings;
    }

    String refusedField() {
        return refusedField;
    }

    String warnedField() {
        return warnedField;
    }
}
