package muster.publish.worklist;

import java.util.HashSet;
import java.util.Set;

/** Stops a worklist whose rows could reach the wrong reader or could not be read back (checks R12 and SG-05). */
final class RowGuard {

    private final boolean restricted;
    private final Set<String> keys = new HashSet<>();
    private WorklistRow previous;

    RowGuard(boolean restricted) {
        this.restricted = restricted;
    }

    WorklistRow check(WorklistRow row) {
        if (row.restricted() != restricted) {
            throw new IllegalArgumentException(
                    "Case " + row.caseRef() + ": restricted records and others never share a file");
        }
        if (previous != null && WorklistRow.ORDER.compare(previous, row) >= 0) {
            throw new IllegalArgumentException(
                    "Case " + row.caseRef() + " comes after " + previous.caseRef() + ": out of order or twice");
        }
        previous = row;
        return row;
    }

    void checkKey(String key) {
        if (!keys.add(key)) {
            throw new IllegalArgumentException("Two rows of one list have the same key");
        }
    }
}
