package muster.synthetic;

import java.util.Locale;

/** What makes it hard to say whose a register record is; the key {@code lookalikes} of a profile names them in lower case. */
enum RecordKind {
    /** Nothing. */
    PLAIN(true),
    // The only record that a register has of the child, so that whoever misses it misses the child.
    /** Without an NHS number. */
    NUMBER_MISSING(true),
    /** The number fails its check. */
    NUMBER_WRONG_DIGIT(true),
    /** The right number, which the source has not traced. */
    NUMBER_UNVERIFIED(true),
    // Further records, of episodes that are over.
    /** The source has the child a second time under another key, and without its number. */
    SECOND_KEY(true),
    /** Without a number, and day and month of birth the wrong way round. */
    SWAPPED_BIRTH_DATE(true),
    /** The child under the number of another one, which that one's own record claims as well. */
    NUMBER_OF_ANOTHER(true),
    /** A newborn without number or name. */
    NEWBORN_NAME(true),
    /** One of twins without a number: birth date, address and family name are the other's too. */
    TWIN(true),
    /** The same, called "Baby" or "Twin 1". */
    TWIN_STAND_IN(true),
    /** One of twins under the other's number. */
    TWIN_NUMBER(true),
    /** A child whom PDS does not hold: family name and street of one whom it holds, born about a year apart. */
    COUSIN(false),
    /** The same, with the given name as well. */
    SAME_NAME_AND_STREET(false),
    /** Somebody quite different under a child's number. */
    BORROWED_NUMBER(false);

    private final boolean owned;

    RecordKind(boolean owned) {
        this.owned = owned;
    }

    /** Whether it is of the child among whose records it stands; if not, of nobody whom PDS holds. */
    boolean owned() {
        return owned;
    }

    /** Its name in a profile. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
