package muster.definition;

import java.time.DayOfWeek;
import java.util.List;

/**
 * One output Muster may publish, from {@code config/outputs}. What is not declared here cannot be rendered (SG-01).
 *
 * @param id kebab case, also the {output} part of file names (reports 0.10)
 * @param audience code of the list {@code audience}
 * @param recipient kind of recipient: one file for each of them
 * @param tier release tier T1 to T3 (reports 0.7), or NONE for operations
 * @param format file formats it is rendered in
 * @param restricted whether it carries restricted children (and then nobody else)
 * @param personal whether it carries rows about people
 * @param disclosure profile of {@code config/disclosure}; null for operations
 * @param wording file of {@code config/messages} with its fixed words; null for none
 * @param restsOn feeds whose as-at dates the output states and whose staleness it shows (RP-13)
 * @param schedule when it is sent; null for every night, or where something else decides
 * @param sheets tables of the output with their columns; may be empty where the layout is a template's
 */
public record OutputDefinition(
        String id,
        int version,
        String title,
        String audience,
        Recipient recipient,
        Tier tier,
        List<String> format,
        boolean restricted,
        boolean personal,
        String disclosure,
        String wording,
        Integer rowLimit,
        List<String> restsOn,
        Schedule schedule,
        List<Sheet> sheets,
        String source) {

    public OutputDefinition {
        format = Lists.orEmpty(format);
        sheets = Lists.orEmpty(sheets);
        restsOn = Lists.orEmpty(restsOn);
    }

    /** Who gets one file each. */
    public enum Recipient {
        CHIS,
        RESTRICTED_LEAD,
        PRACTICE,
        AREA,
        PROVIDER,
        SERVICE,
        SENDER,
        PUBLIC
    }

    /**
     * When a list is sent.
     *
     * @param weeklyFrom weeks begin on this day; the first night of a week sends the whole list
     * @param dailyUnderDays on the other nights a list of the babies younger than this, in days; null for none
     * @param confidence mark of the fact
     */
    public record Schedule(
            DayOfWeek weeklyFrom, Integer dailyUnderDays, String why, String source, String confidence) {}

    /** Release tiers. */
    public enum Tier {
        T1,
        T2,
        T3,
        NONE
    }

    /** Kinds of column: a fact from the run, a cell for staff, or hidden. */
    public enum ColumnKind {
        FACT,
        STAFF,
        HIDDEN
    }

    /** Types of cell. */
    public enum CellType {
        TEXT,
        DATE,
        INTEGER,
        PERCENT,
        LIST
    }

    /** A sheet, table or CSV. */
    public record Sheet(String name, List<Column> columns) {
        public Sheet {
            columns = Lists.orEmpty(columns);
        }
    }

    /**
     * A column.
     *
     * @param header as printed
     * @param field column of the publish row that fills it; null for a cell staff fill
     * @param width in characters; null where the format has none
     * @param list code list of a drop-down; null for none
     */
    public record Column(String header, String field, ColumnKind kind, CellType type, Integer width, String list) {}
}
