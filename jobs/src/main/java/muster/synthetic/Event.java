package muster.synthetic;

import java.time.LocalDate;
import muster.synthetic.Geography.Practice;

/**
 * Something PDS tells through NEMS ({@code feeds.md} 3.4 to 3.8). Fields that the kind has no use for are null or 0.
 *
 * @param on the day it was sent
 * @param deathStatus 1 informal, 2 formal
 * @param stillborn 1 live, 2 to 4 not, for a birth
 */
record Event(
        Kind kind,
        LocalDate on,
        Child child,
        Who who,
        Address address,
        LocalDate since,
        Address oldAddress,
        LocalDate oldSince,
        Practice practice,
        Practice oldPractice,
        LocalDate registered,
        int deathStatus,
        LocalDate death,
        int stillborn) {

    enum Kind {
        BIRTH("pds-birth-notification-1", "PDS Birth Notification"),
        ADDRESS("pds-change-of-address-1", "PDS Change of Address"),
        PRACTICE("pds-change-of-gp-1", "PDS Change of GP"),
        DEATH("pds-death-notification-1", "PDS Death Notification"),
        RECORD("pds-record-change-1", "PDS Record Change");

        final String code;
        final String display;

        Kind(String code, String display) {
            this.code = code;
            this.display = display;
        }
    }

    private static final int LIVE = 1;

    static Event birth(Child child, LocalDate on, Who who, int stillborn) {
        return new Event(
                Kind.BIRTH,
                on,
                child,
                who,
                child.home(),
                null,
                null,
                null,
                child.practice(),
                null,
                null,
                0,
                null,
                stillborn);
    }

    /** A birth where the child lived before it moved in, told there. */
    static Event birthElsewhere(Child child, LocalDate on, Who who) {
        Address home = child.otherHome();
        Practice practice = child.otherPractice();
        return new Event(Kind.BIRTH, on, child, who, home, null, null, null, practice, null, null, 0, null, LIVE);
    }

    static Event moved(Child child, LocalDate on, Who who, Address to, LocalDate since) {
        return new Event(
                Kind.ADDRESS,
                on,
                child,
                who,
                to,
                since,
                child.home(),
                child.atHomeSince(),
                null,
                null,
                null,
                0,
                null,
                0);
    }

    /** @param practice null: removed without a new one */
    static Event practice(Child child, LocalDate on, World world, Practice practice) {
        return new Event(
                Kind.PRACTICE,
                on,
                child,
                world.who,
                world.home,
                null,
                null,
                null,
                practice,
                child.practice(),
                child.registered(),
                0,
                null,
                0);
    }

    static Event died(Child child, LocalDate on, Who who, int status, LocalDate death) {
        return new Event(
                Kind.DEATH, on, child, who, child.home(), null, null, null, null, null, null, status, death, 0);
    }

    static Event changed(Child child, LocalDate on, Who who) {
        return new Event(Kind.RECORD, on, child, who, null, null, null, null, null, null, null, 0, null, 0);
    }
}
