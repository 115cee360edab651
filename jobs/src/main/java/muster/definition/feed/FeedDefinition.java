package muster.definition.feed;

import java.util.List;
import java.util.Set;

/**
 * One feed as data: how its files are named, laid out, checked and landed ({@code config/feeds/*.yaml}). A new
 * delimited feed is a new definition and needs no Java.
 *
 * @param feed name of the feed and of its inbox folder
 * @param title what a person calls it
 * @param source where the layout comes from
 * @param reader name of the reader: {@code delimited}, or one that a message format brings
 * @param landingTable table in schema landing that takes the typed rows
 * @param files names, control file, sender and order of the files
 * @param layout the delimited form; null for readers of messages
 * @param freshness how often the feed comes, and when it is too old to judge by
 * @param volume the guards against a shrunken full list
 * @param rejectedBound how many rejected rows a person must look at
 * @param key columns that identify a record within one sender
 * @param organisationColumn column that says whose register the row is of; null where none
 * @param sourceSystemColumn column that says which system sent it, one value a file; null where none
 * @param columns the landing columns, in their order
 * @param checks what a row must satisfy across its own columns
 * @param ageScope persons whose age puts them out of scope: their lines are skipped; null where there is no such rule
 * @param refusedFromRejected so many refused lines refuse the file; null where any number may be
 * @param variants the layouts of a feed that has several; empty where there is one
 * @param exclusive what no two rows of a file may claim at the same time; null where there is no such rule
 */
public record FeedDefinition(
        String feed,
        String title,
        String source,
        String reader,
        String landingTable,
        FeedFiles files,
        FeedLayout layout,
        Freshness freshness,
        VolumeGuard volume,
        RejectedBound rejectedBound,
        List<String> key,
        String organisationColumn,
        String sourceSystemColumn,
        List<FeedColumn> columns,
        List<RowCheck> checks,
        AgeScope ageScope,
        Integer refusedFromRejected,
        List<Variant> variants,
        Exclusive exclusive) {

    public FeedDefinition {
        key = key == null ? List.of() : List.copyOf(key);
        columns = columns == null ? List.of() : List.copyOf(columns);
        checks = checks == null ? List.of() : List.copyOf(checks);
        variants = variants == null ? List.of() : List.copyOf(variants);
    }

    /** The same feed as one of its layouts has it: the same landing columns, filled from that layout's titles. */
    public FeedDefinition in(Variant variant) {
        return copy(landingTable, variant.columns(), variant.checks());
    }

    /** The same feed with another landing table. */
    public FeedDefinition landedIn(String table) {
        return copy(table, columns, checks);
    }

    private FeedDefinition copy(String table, List<FeedColumn> otherColumns, List<RowCheck> otherChecks) {
        return new FeedDefinition(
                feed,
                title,
                source,
                reader,
                table,
                files,
                layout,
                freshness,
                volume,
                rejectedBound,
                key,
                organisationColumn,
                sourceSystemColumn,
                otherColumns,
                otherChecks,
                ageScope,
                refusedFromRejected,
                variants,
                exclusive);
    }

    /**
     * One of several layouts in which a feed's files come, known by its header.
     *
     * @param name what a {@code from_name: layout} column holds, in upper case
     * @param knownBy titles that all stand in its header; of the layouts that fit, the one that asks for most
     * @param columns the feed's landing columns, each as this layout fills it; without a title where it has none
     * @param checks what a row of this layout must satisfy
     */
    public record Variant(String name, List<String> knownBy, List<FeedColumn> columns, List<RowCheck> checks) {
        public Variant {
            knownBy = List.copyOf(knownBy);
            columns = List.copyOf(columns);
            checks = checks == null ? List.of() : List.copyOf(checks);
        }
    }

    /**
     * Who is of the age of the service on the date of the file.
     *
     * @param column birth date; a row without one is in scope
     * @param underYears a person who has reached this age is skipped
     */
    public record AgeScope(String column, int underYears) {}

    /**
     * Two rows of one file that agree in {@code columns} may not overlap in time; else the file is refused.
     *
     * @param columns what the rows may share only one after the other
     * @param from column of the first day
     * @param to column of the last day; empty means open
     */
    public record Exclusive(List<String> columns, String from, String to) {
        public Exclusive {
            columns = List.copyOf(columns);
        }
    }

    /**
     * How often a feed comes and how long its last list may be judged by.
     *
     * @param cadence for people: nightly, weekly, as it happens
     * @param limitDays days after its as-at date at which a sender's last list is too old for a verdict
     * @param deadlineDays days a file may wait for its control file before it is held
     * @param dueDays days after its as-at date up to which the last list is fresh; null for up to the limit
     */
    public record Freshness(String cadence, int limitDays, int deadlineDays, Integer dueDays) {

        /** Days after its as-at date up to which the last list is fresh. */
        public int due() {
            return dueDays == null ? limitDays : dueDays;
        }
    }

    /**
     * Guards on full files, each per feed and sender (rulings 2). Percentages are of the last accepted full file.
     *
     * @param warnPercent drop in rows that warns
     * @param holdPercent drop in rows that holds the file
     * @param leaversFactor multiple of the median number of leavers that holds the file
     * @param leaversFloor leavers that never hold the file by themselves
     * @param leaversFromFile ordinal of the first full file that the guard on leavers looks at
     * @param history the guards against what the sender's accepted files were like; null where the feed has none
     */
    public record VolumeGuard(
            int warnPercent,
            int holdPercent,
            int leaversFactor,
            int leaversFloor,
            int leaversFromFile,
            HistoryGuard history) {}

    /**
     * Guards that compare a full file with the sender's accepted ones (RP-12). Floors are numbers that never hold a file
     * by themselves: a list of five children may change whole.
     *
     * @param files accepted files that medians are taken of
     * @param growthPercent growth in rows that holds
     * @param growthFloor rows more
     * @param changedPercent share of the records held whose key or number is another that holds
     * @param changedFloor such records
     * @param filledPoints change of a column's share of filled rows, in points, that holds: a column has shifted
     * @param unreadablePercent share of refused rows that holds
     * @param minimumRows smaller files are not judged by their columns
     */
    public record HistoryGuard(
            int files,
            int growthPercent,
            int growthFloor,
            int changedPercent,
            int changedFloor,
            int filledPoints,
            int unreadablePercent,
            int minimumRows) {}

    /** A person must look when at least so many rows and at least that share of the rows are rejected (rulings 3). */
    public record RejectedBound(int rows, int percent) {}

    /**
     * A demand on the values of one row.
     *
     * @param check what is compared
     * @param column the column that is blamed
     * @param other the column compared with, or the one whose value makes the demand; null where none
     * @param values codes of {@code other} that make the demand; empty where any value does
     * @param columns the columns of a demand on several; the first is blamed
     * @param when the rows that the demand is made of; null where of all
     * @param reason reason code
     * @param refuse true where the row is refused, false where it is kept with the warning
     */
    public record RowCheck(
            RowCheckKind check,
            String column,
            String other,
            Set<String> values,
            List<String> columns,
            When when,
            String reason,
            boolean refuse) {
        public RowCheck {
            values = values == null ? Set.of() : Set.copyOf(values);
            columns = columns == null ? List.of() : List.copyOf(columns);
        }
    }

    /**
     * Rows whose {@code column} has one of some codes.
     *
     * @param column a coded column
     * @param values its codes
     */
    public record When(String column, Set<String> values) {
        public When {
            values = Set.copyOf(values);
        }
    }

    /** The kinds of {@link RowCheck}. */
    public enum RowCheckKind {
        /** {@code column} is not before {@code other}. */
        NOT_BEFORE,
        /** {@code column} is not greater than {@code other}. */
        NOT_MORE_THAN,
        /** {@code column} is a date that does not lie after the business date. */
        NOT_FUTURE,
        /** At least one of {@code columns} has a value. */
        ANY_OF,
        /** {@code column} has a value where {@code other} has one (of {@code values}). */
        REQUIRED_WHEN,
        /** The row has a number, or two of name, birth date and postcode (rulings 3). */
        IDENTIFIABLE
    }
}
