package muster.feed.delimited;

/**
 * The fields of one record as UTF-8 text, each a slice of one buffer; what a format's reader shows to
 * {@link RecordRows}. The slices stand until the next record.
 */
public interface FieldText {

    /** Holds the text of all fields. */
    byte[] buffer();

    /** Number of fields. */
    int fields();

    /** Where a field's text begins. */
    int start(int field);

    /** Where a field's text ends. */
    int end(int field);

    /** False only where the field is all ASCII. */
    boolean nonAscii(int field);

    /** Where the record stands in its file (rulings 3). */
    long line();

    /** The first field with a control character, or -1. */
    int controlField();
}
