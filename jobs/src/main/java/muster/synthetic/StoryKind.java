package muster.synthetic;

import java.util.Locale;

/** What may befall a child. Each child plays one story at most; how often each happens stands in the profile. */
enum StoryKind {
    /** Nothing but growing up. */
    USUAL,
    // Standing before the first night, right in every register.
    CROSS_BORDER,
    REGISTERED_OUTSIDE,
    RESIDENT_OUTSIDE,
    OUT_OF_AREA,
    RESTRICTED,
    DIED_BEFORE,
    LEFT_ENGLAND,
    NEW_NUMBER_EVERYWHERE,
    PRACTICE_DISSOLVED_RECENTLY,
    ARMED_FORCES_FAMILY,
    CHANGED_PRACTICE_RECENTLY,
    SENT_AGAIN_UNCHANGED,
    /** Five years old and still on the caseload list that will shrink. */
    LEAVES_CASELOAD_LATE,
    // Happening on a night, right in every register.
    MOVES_WITHIN_AUTHORITY,
    MOVES_BETWEEN_AUTHORITIES,
    MOVES_OUT,
    CHANGES_PRACTICE,
    DIES,
    BECOMES_RESTRICTED,
    BIRTH(true),
    STILLBIRTH(true),
    MOVES_IN(true),
    /** The number is invalidated on PDS, without a survivor, and every register lets it go. */
    IDENTITY_CLOSED,
    /** Comes on that night under another number and name: same birth, address, practice and doses; nothing joins the two. */
    IDENTITY_NEW(true),
    // Faults: each raises exactly one exception of its type.
    NO_GP("FS-101"),
    NO_HV("FS-102"),
    WRONG_HV("FS-103"),
    NO_CHIS("FS-104"),
    TWO_HV("FS-107"),
    TWO_CHIS("FS-107"),
    TWO_PRACTICES("FS-108"),
    OLD_NUMBER("FS-203"),
    BORROWED_NUMBER("FS-206"),
    DEAD_ON_CASELOAD("FS-305"),
    DEAD_ON_CHIS("FS-305"),
    RESTRICTED_NOT_REFRESHED("FS-312"),
    STILLBORN_ON_CHIS("FS-308", true),
    // Faults of the pathway, in PathwayFaults: each raises what pathway_fault.csv says, this type among it.
    NO_SAMPLE("FS-401"),
    RESULT_MISSING("FS-402"),
    REPEAT_NOT_TAKEN("FS-403"),
    MOVER_FROM_ABROAD("FS-404"),
    CYSTIC_FIBROSIS_UNTESTED("FS-406"),
    NO_HEARING_SCREEN("FS-409"),
    PART_NOT_EXAMINED("FS-411"),
    NO_INFANT_EXAMINATION("FS-412"),
    SCREEN_DECLINED("FS-413"),
    NO_NEW_BIRTH_VISIT("FS-501"),
    NO_REVIEW("FS-502"),
    NO_FIRST_DOSE("FS-503"),
    DOSE_MISSING("FS-504"),
    BCG_NOT_GIVEN("FS-506"),
    REVIEW_NOT_OFFERED("FS-508"),
    NO_RESPONSE("FS-509"),
    NOT_BROUGHT_TWICE("FS-510"),
    DOSE_TOO_EARLY("FS-511"),
    MOVER_WITHIN_ENGLAND("FS-405"),
    BCG_BEFORE_RESULT("FS-507");

    private final String exception;
    private final boolean arrival;

    StoryKind() {
        this(null, false);
    }

    StoryKind(boolean arrival) {
        this(null, arrival);
    }

    StoryKind(String exception) {
        this(exception, false);
    }

    StoryKind(String exception, boolean arrival) {
        this.exception = exception;
        this.arrival = arrival;
    }

    /** The exception this fault raises, or the main one, or null for a story that raises none. */
    String exception() {
        return exception;
    }

    /** Whether the child moved in some weeks before the first night, with nothing that was done where it lived before. */
    boolean movedIn() {
        return this == MOVER_FROM_ABROAD || this == MOVER_WITHIN_ENGLAND;
    }

    /** Whether it is a fault of the pathway: something left undone, not a wrong register. */
    boolean pathway() {
        return exception != null && (exception.startsWith("FS-4") || exception.startsWith("FS-5"));
    }

    /** Whether the child comes into the population on the story's night and is not known before. */
    boolean arrives() {
        return arrival;
    }

    /** The story's name in a profile. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StoryKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
