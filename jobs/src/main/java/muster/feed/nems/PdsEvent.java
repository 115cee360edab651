package muster.feed.nems;

import java.util.Arrays;
import java.util.Optional;

/** The five PDS events that are applied (feeds.md 3.2). */
enum PdsEvent {
    BIRTH("pds-birth-notification-1"),
    CHANGE_OF_ADDRESS("pds-change-of-address-1"),
    CHANGE_OF_GP("pds-change-of-gp-1"),
    DEATH("pds-death-notification-1"),
    RECORD_CHANGE("pds-record-change-1");

    private final String code;

    PdsEvent(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<PdsEvent> of(String code) {
        return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
    }
}
