package muster.acceptance.slow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line read by itself: its values, what refuses it, what a person should see. An absent value has no entry. */
final class SlowRecord {

    final int line;
    final Map<String, String> values = new LinkedHashMap<>();
    final Set<String> refusals = new LinkedHashSet<>();
    final Set<String> warnings = new LinkedHashSet<>();
    /** Columns that hold something which cannot be read. */
    final Set<String> unreadable = new LinkedHashSet<>();
    /** The sender's key where the line gives it, even a refused one; else null. */
    List<String> key;

    SlowRecord(int line) {
        this.line = line;
    }

    String get(String column) {
        return values.get(column);
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    /** All that the row says, but for the action. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>(values);
        said.keySet().removeAll(Set.of("RECORD_ACTION", "ACTION_FLAG", "record_type", "change_time_stamp"));
        return said;
    }
}
