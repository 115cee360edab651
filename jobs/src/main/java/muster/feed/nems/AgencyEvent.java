package muster.feed.nems;

import java.util.Arrays;
import java.util.Optional;

/** The events that agencies publish, and the resource in focus of each (feeds.md 3.2). */
enum AgencyEvent {
    BLOOD_SPOT("blood-spot-test-outcome-1", "Encounter"),
    HEARING("newborn-hearing-1", "Encounter"),
    PHYSICAL_EXAMINATION("nipe-outcome-1", "Encounter"),
    PROFESSIONAL_CONTACTS("professional-contacts-1", "EpisodeOfCare"),
    VACCINATIONS("vaccinations-1", "Immunization");

    private final String code;
    private final String focus;

    AgencyEvent(String code, String focus) {
        this.code = code;
        this.focus = focus;
    }

    String code() {
        return code;
    }

    /** Type of the resource that carries the record's identifier. */
    String focus() {
        return focus;
    }

    static Optional<AgencyEvent> of(String code) {
        return Arrays.stream(values()).filter(event -> event.code.equals(code)).findFirst();
    }
}
