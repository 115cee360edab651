package muster.feed.nems;

/** Reason codes of rulings 3 and feeds.md Appendix E that a NEMS message can earn. */
final class Reason {

    static final String FILE_EMPTY = "FILE_EMPTY";
    static final String XML_TOO_LARGE = "XML_TOO_LARGE";
    static final String XML_DTD_REFUSED = "XML_DTD_REFUSED";
    static final String XML_INVALID = "XML_INVALID";
    static final String ENCODING = "ENCODING";
    static final String LIMIT_EXCEEDED = "LIMIT_EXCEEDED";
    static final String CONTROL_CHARACTER = "CONTROL_CHARACTER";
    static final String UNSUPPORTED_EVENT_DIALECT = "UNSUPPORTED_EVENT_DIALECT";
    static final String UNKNOWN_EVENT = "UNKNOWN_EVENT";
    static final String UNKNOWN_CODE = "UNKNOWN_CODE";
    static final String MANDATORY_MISSING = "MANDATORY_MISSING";
    static final String ROUTING_PATIENT_MISMATCH = "ROUTING_PATIENT_MISMATCH";
    static final String NHS_FORMAT = "NHS_FORMAT";
    static final String NHS_CHECK_DIGIT = "NHS_CHECK_DIGIT";
    static final String TIMESTAMP_INVALID = "TIMESTAMP_INVALID";
    static final String NAME_MISSING = "NAME_MISSING";
    static final String DOB_MISSING = "DOB_MISSING";
    static final String DOB_PARTIAL = "DOB_PARTIAL";
    static final String DOB_FUTURE = "DOB_FUTURE";
    static final String DOB_DISAGREES = "DOB_DISAGREES";
    static final String DATE_FORMAT = "DATE_FORMAT";
    static final String DATE_FUTURE = "DATE_FUTURE";
    static final String RESULT_UNMAPPED = "RESULT_UNMAPPED";
    static final String DEATH_BEFORE_BIRTH = "DEATH_BEFORE_BIRTH";
    static final String BIRTH_ORDER_DISAGREES = "BIRTH_ORDER_DISAGREES";
    static final String BIRTH_WEIGHT_RANGE = "BIRTH_WEIGHT_RANGE";

    private Reason() {}
}
