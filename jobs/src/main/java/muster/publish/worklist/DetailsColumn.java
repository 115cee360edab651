package muster.publish.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The columns of sheet Details: facts that the printed list has no room for (reports.md 5.2). */
enum DetailsColumn {
    CASE_REF("Case ref", 12, true, WorklistRow::caseRef),
    TELEPHONE("Telephone", 16, false, WorklistRow::telephone),
    SCHOOL("School", 30, false, WorklistRow::schoolName),
    MOTHER("Mother's name", 24, false, WorklistRow::motherName),
    MOTHER_NHS_NUMBER("Mother's NHS number", 16, false, row -> WorklistWords.nhsNumber(row.motherNhsNumber())),
    INCOMPLETE("What is incomplete", 34, true, WorklistRow::incompleteElements),
    TIMES_RAISED("Times raised", 9, true, WorklistRow::incrementNo),
    ESCALATION("Escalation level", 11, true, WorklistRow::escalationLevel),
    LAST_ACTIONS("Last three actions", 50, false, WorklistRow::lastActions);

    private final String title;
    private final int width;
    private final boolean shownToNamedHolder;
    private final Function<WorklistRow, Object> value;

    DetailsColumn(String title, int width, boolean shownToNamedHolder, Function<WorklistRow, Object> value) {
        this.title = title;
        this.width = width;
        this.shownToNamedHolder = shownToNamedHolder;
        this.value = value;
    }

    static List<DetailsColumn> layout(boolean restricted) {
        return Arrays.stream(values())
                .filter(column -> !restricted || column.shownToNamedHolder)
                .toList();
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    /** Text, an integer, or null for an empty cell. */
    Object value(WorklistRow row) {
        return value.apply(row);
    }
}
