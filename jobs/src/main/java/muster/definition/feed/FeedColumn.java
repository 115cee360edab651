package muster.definition.feed;

import java.util.List;

/**
 * One landing column of a feed and how its value is read.
 *
 * @param name column of the landing table
 * @param header title in the file; null where the value does not come from a field
 * @param position field of a form without a header, from 1
 * @param aliases other titles that mean the same
 * @param type how the text is read and what the column holds
 * @param max most characters a text may have; null for no limit of its own
 * @param format form of dates and times
 * @param pattern regular expression that a text matches whole; null for any text
 * @param nonePattern regular expression of texts that stand for no value
 * @param codes code list (a CSV of {@code config/feeds/codes}) that maps values as sent to codes
 * @param codesFull the list that applies in a full file instead
 * @param min lowest number
 * @param maxValue highest number
 * @param whenMissing what an empty value means for the row
 * @param whenBad what an unreadable value means for the row
 * @param columnRequired false where the header may lack the column
 * @param role what the value is to the row, for the reason codes and the demand to be identifiable
 * @param partial what a date without day or month means
 * @param future what a date after the business date means
 * @param reason reason code of a bad value where the type's own does not fit
 * @param inHash false where the value is no part of what the row says (an action code, for example)
 * @param fromName group of the file name that gives the value
 * @param evidenceOf column whose text as sent is kept here when it could not be read
 * @param padded true where leading zeros may have been lost from an NHS number
 */
public record FeedColumn(
        String name,
        String header,
        Integer position,
        List<String> aliases,
        ColumnType type,
        Integer max,
        Format format,
        String pattern,
        String nonePattern,
        String codes,
        String codesFull,
        Long min,
        Long maxValue,
        WhenMissing whenMissing,
        WhenBad whenBad,
        Boolean columnRequired,
        Role role,
        Partial partial,
        Future future,
        String reason,
        Boolean inHash,
        String fromName,
        String evidenceOf,
        boolean padded) {

    public FeedColumn {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        format = format == null ? Format.ISO : format;
        whenMissing = whenMissing == null ? WhenMissing.ALLOW : whenMissing;
        whenBad = whenBad == null ? WhenBad.REFUSE : whenBad;
        columnRequired = columnRequired == null ? whenMissing != WhenMissing.ALLOW : columnRequired;
        role = role == null ? Role.NONE : role;
        partial = partial == null ? Partial.BAD : partial;
        future = future == null ? Future.ALLOW : future;
        inHash = inHash == null || inHash;
    }

    /** How a text is read. {@code sqlType} is the landing column's type. */
    public enum ColumnType {
        TEXT("text"),
        CODE("text"),
        NHS_NUMBER("text"),
        POSTCODE("text"),
        ORGANISATION("text"),
        TIME("text"),
        DATE("date"),
        INTEGER("integer"),
        LONG("bigint"),
        BOOLEAN("boolean"),
        TIMESTAMP("timestamptz"),
        /** Several texts of one record, from readers of messages; never of a delimited file. */
        TEXT_LIST("text[]");

        private final String sqlType;

        ColumnType(String sqlType) {
            this.sqlType = sqlType;
        }

        /** PostgreSQL type of the landing column. */
        public String sqlType() {
            return sqlType;
        }
    }

    /** Forms of dates and times. */
    public enum Format {
        /** {@code YYYY-MM-DD}; {@code YYYY-MM-DDThh:mm:ss} with offset. */
        ISO,
        /** {@code yyyymmdd}; {@code yyyymmddThhmmss} with 00 (GMT) or 01 (BST) at its end, or nothing (UTC). */
        COMPACT,
        /** {@code yyyymmdd}, {@code dd/mm/yyyy} or {@code YYYY-MM-DD}, as they stand side by side in school files. */
        MIXED
    }

    /** An empty value: nothing to say, a warning, or a refused row. */
    public enum WhenMissing {
        ALLOW,
        WARN,
        REFUSE
    }

    /** An unreadable value: the row is refused, the field is emptied with a warning, or kept as sent with a warning. */
    public enum WhenBad {
        REFUSE,
        EMPTY,
        KEEP
    }

    /** A date of which only year, or year and month, are given. */
    public enum Partial {
        /** Is a bad value. */
        BAD,
        /** Is emptied, with the warning of a partial birth date. */
        EMPTY,
        /** Means the first day of the period. */
        PAD
    }

    /** A date after the business date. */
    public enum Future {
        ALLOW,
        REFUSE,
        EMPTY
    }

    /** What the value is to the row. */
    public enum Role {
        NONE,
        NHS_NUMBER,
        LOCAL_IDENTIFIER,
        BIRTH_DATE,
        FAMILY_NAME,
        GIVEN_NAME,
        POSTCODE
    }
}
