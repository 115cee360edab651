package muster.publish.worklist;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** The columns of sheets Worklist and Baseline, in order (reports.md 5.2). Widths are in characters. */
enum WorklistColumn implements SheetColumn {
    CASE_REF("Case ref", Kind.FACT, 12, Type.TEXT, true, (row, header) -> row.caseRef()),
    PRIORITY("Priority", Kind.FACT, 10, Type.TEXT, true, (row, header) -> WorklistWords.priority(row.severity())),
    DUE_BY("Due by", Kind.FACT, 12, Type.DATE, true, (row, header) -> row.actionByDate()),
    DAYS_OPEN("Days open", Kind.FACT, 7, Type.INTEGER, true, WorklistColumn::daysOpen),
    MISSING(
            "What is missing",
            Kind.FACT,
            18,
            Type.TEXT,
            true,
            (row, header) -> WorklistWords.missing(row.missingName(), row.typeCode())),
    CHILD(
            "Child",
            Kind.FACT,
            18,
            Type.TEXT,
            true,
            (row, header) -> WorklistWords.child(row.personFamilyName(), row.personGivenName())),
    NHS_NUMBER("NHS number", Kind.FACT, 14, Type.TEXT, true, (row, header) -> WorklistWords.nhsNumber(row.nhsNumber())),
    BIRTH_DATE("Date of birth", Kind.FACT, 12, Type.DATE, false, (row, header) -> row.personBirthDate()),
    AGE(
            "Age",
            Kind.FACT,
            9,
            Type.TEXT,
            false,
            (row, header) -> WorklistWords.age(row.personBirthDate(), header.businessDate())),
    ADDRESS("Last known address", Kind.FACT, 25, Type.TEXT, false, (row, header) -> row.lastKnownAddress()),
    POSTCODE("Postcode", Kind.FACT, 9, Type.TEXT, false, (row, header) -> row.postcode()),
    PRACTICE(
            "Last known GP practice",
            Kind.FACT,
            21,
            Type.TEXT,
            false,
            (row, header) -> WorklistWords.practice(row.practiceCode(), row.practiceName())),
    HV_TEAM("HV team", Kind.FACT, 15, Type.TEXT, false, (row, header) -> WorklistWords.orNone(row.hvTeam())),
    REASON("Why it is on the list", Kind.FACT, 31, Type.TEXT, true, (row, header) -> row.reason()),
    WHAT_HAPPENED("What happened", Kind.STAFF, 21, Type.TEXT, true, (row, header) -> null),
    LOOK_AGAIN_ON("Look again on", Kind.STAFF, 12, Type.DATE, true, (row, header) -> null),
    CLOSE_BECAUSE("Close because", Kind.STAFF, 21, Type.TEXT, true, (row, header) -> null),
    WORKED_BY("Worked by", Kind.STAFF, 9, Type.TEXT, true, (row, header) -> null),
    NOTES("Notes", Kind.STAFF, 26, Type.TEXT, true, (row, header) -> null),
    ROW_KEY("Row key", Kind.KEY, 14, Type.TEXT, true, (row, header) -> null);

    /** Who fills a column. */
    enum Kind {
        /** A fact of the run: typing is refused, and what comes back is never believed. */
        FACT,
        /** For staff to fill in. */
        STAFF,
        /** The hidden row key. */
        KEY
    }

    /** How a cell is written. */
    enum Type {
        TEXT,
        DATE,
        INTEGER
    }

    private final String title;
    private final Kind kind;
    private final int width;
    private final Type type;
    private final boolean shownToNamedHolder;
    private final BiFunction<WorklistRow, WorklistHeader, Object> value;

    WorklistColumn(
            String title,
            Kind kind,
            int width,
            Type type,
            boolean shownToNamedHolder,
            BiFunction<WorklistRow, WorklistHeader, Object> value) {
        this.title = title;
        this.kind = kind;
        this.width = width;
        this.type = type;
        this.shownToNamedHolder = shownToNamedHolder;
        this.value = value;
    }

    /** The columns of one file: those of restricted records tell neither where a child is nor how old. */
    static List<WorklistColumn> layout(boolean restricted) {
        return Arrays.stream(values())
                .filter(column -> !restricted || column.shownToNamedHolder)
                .toList();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public Type type() {
        return type;
    }

    /** The cell's value: text, a date, an integer, or null for an empty cell. The row key is the writer's to make. */
    Object value(WorklistRow row, WorklistHeader header) {
        return value.apply(row, header);
    }

    private static Object daysOpen(WorklistRow row, WorklistHeader header) {
        return (int) ChronoUnit.DAYS.between(row.raisedDate(), header.businessDate());
    }
}
