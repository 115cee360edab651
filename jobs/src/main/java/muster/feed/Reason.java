package muster.feed;

/**
 * Reason codes of files and lines (rulings 3 and {@code feeds.md} appendix E), with the words of the report that lies
 * beside a file in quarantine. A message never holds a value.
 */
public enum Reason {
    AS_AT_LATER("The list is dated after the business date; it waits."),
    BIRTH_ORDER_DISAGREES("The birth order is higher than the number of births."),
    BIRTH_WEIGHT_RANGE("The birth weight is outside the plausible range."),
    CLOSED_ALREADY("What was asked is settled, or is no longer asked."),
    CLOSED_ORGANISATION("The organisation is closed."),
    COLUMN_SHIFTED("A column is filled in far more or far fewer rows than before, or most rows cannot be read."),
    CONTROL_CHARACTER("The line holds a control character."),
    CONTROL_FILE_MISSING("The control file has not come."),
    CONTROL_TOTAL("The control file and the data file disagree."),
    DATE_FORMAT("Not a date of the expected form."),
    DATE_FUTURE("The date lies in the future."),
    DATE_ORDER("The end lies before the start."),
    DEATH_BEFORE_BIRTH("The death is dated before the birth."),
    DOB_DISAGREES("The birth date disagrees with another one given for this person."),
    DOB_FUTURE("The birth date lies in the future."),
    DOB_MISSING("No birth date."),
    DOB_PARTIAL("The birth date lacks its day or month."),
    DUAL_REGISTRATION("The child is on the lists of several practices."),
    DUPLICATE_FILE("The same content was taken before."),
    DUPLICATE_KEY("The same key with other content."),
    ENCODING("The characters are neither UTF-8 nor Windows-1252."),
    EVENT_IGNORED("An event of a kind that is not used."),
    EXTERNAL_LINKS("The workbook refers to other files."),
    FACT_CHANGED("A fact was changed by hand; it was not read."),
    FIELD_COUNT("The number of fields differs from the header's."),
    FIELD_TOO_LONG("The value is longer than the field allows."),
    FILE_CHANGING("The file is still being written."),
    FILE_DATE("The date in the file name is too old, or not the date inside."),
    FILE_EMPTY("The file is empty."),
    FILE_NAME("The file name does not follow the feed's pattern."),
    FILE_NAME_REUSED("A file of this name with other content was taken before."),
    FILE_NOT_REGULAR("A link, folder or special file; it was not opened."),
    HEADER_MISMATCH("The header is not the feed's."),
    INITIALS_MISSING("Nobody's initials stand beside the answer."),
    JSON_INVALID("The message is not well-formed JSON, or lacks a mandatory part."),
    KEYS_CHANGED("Far more records than before have another key or NHS number."),
    LIMIT_EXCEEDED("The file exceeds a size limit."),
    LIST_NOT_READ("A list that this version does not read back; it waits."),
    MACROS("The workbook holds macros, or is of a kind that may."),
    MANDATORY_MISSING("A mandatory value is empty."),
    MESSAGE_ID_REUSED("The message identifier came before with other content."),
    NAME_MISSING("A name is empty."),
    NHS_CHECK_DIGIT("The NHS number has a wrong check digit."),
    NHS_FORMAT("The NHS number is not ten digits."),
    NHS_MISSING("No NHS number."),
    NOT_LINKED("No child is known for this row."),
    NOTE_MISSING("The answer needs a reason."),
    NO_BASELINE("The first full list of this sender: it needs a first load or a release."),
    NO_ROWS("A full list without a row."),
    NUMBER_FORMAT("Not a whole number in the expected range."),
    ORGANISATION_ABSENT("An organisation of earlier lists is absent; its rows stay as they were."),
    OUT_OF_SCOPE("The person is past the age of the service."),
    PARQUET_INVALID("The file is no well-formed Parquet file, or packed in a way that is not taken."),
    POPULATION_DROP("Far fewer rows, or far more leavers, than in the lists before."),
    POPULATION_GROWTH("Far more rows than in the sender's last full list."),
    QUOTING("A quotation mark is out of place."),
    REPEATED_HEADER("The header line again."),
    RESULT_UNMAPPED("A result that no code list maps."),
    ROUTING_PATIENT_MISMATCH("The message is routed for one person and speaks of another."),
    SEQUENCE_CONFLICT("This sequence number, or a later one, came before with other content."),
    SEQUENCE_GAP("A file is missing between the last one taken and this one."),
    STALE("Older than what is held."),
    TEST_NUMBER("The NHS number is of the test range."),
    TIMESTAMP_INVALID("Not a time of the expected form."),
    UNKNOWN_CODE("The code is not in the feed's list."),
    UNKNOWN_EVENT("An event that the service does not know."),
    UNKNOWN_KEY("No record of this key is held."),
    UNKNOWN_ORGANISATION("The organisation is not in the reference data."),
    UNSUPPORTED_EVENT_DIALECT("An event of the older message dialect."),
    WORKBOOK_ENCRYPTED("The file has a password, or is of the older kind of workbook."),
    WORKBOOK_INVALID("The file is no readable workbook, nor CSV."),
    WORKED_ELSEWHERE("Somebody else has answered otherwise since the list was made: look at the next list."),
    XML_DTD_REFUSED("The message holds a DOCTYPE."),
    XML_INVALID("The message is not well-formed, or lacks a mandatory part."),
    XML_TOO_LARGE("The message is larger than three megabytes.");

    private final String message;

    Reason(String message) {
        this.message = message;
    }

    /** What an operator or sender reads; holds no value. */
    public String message() {
        return message;
    }
}
