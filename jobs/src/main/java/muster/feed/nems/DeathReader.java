package muster.feed.nems;

import java.util.Locale;
import java.util.Set;

/** Reads death status and date (feeds.md 3.7), which a birth notification may carry too. */
final class DeathReader {

    private static final String REMOVED = "U";
    private static final Set<String> STATUSES = Set.of("1", "2", REMOVED);
    private static final String STATUS = "death_notification_status";
    private static final String DEATH_DATE = "person_death_date";

    private final EventDraft draft;

    DeathReader(EventDraft draft) {
        this.draft = draft;
    }

    /** For a death notification, where the status is the message. */
    void readRequired(Node patient) {
        String code = statusCode(patient);
        read(patient, code);
        if (draft.deathStatus == null) {
            draft.refuse(code == null ? Reason.MANDATORY_MISSING : Reason.UNKNOWN_CODE, STATUS);
        } else if (REMOVED.equals(draft.deathStatus)) {
            draft.deceasedDate = null;
        } else if (draft.deceasedDate == null) {
            draft.warn(Reason.MANDATORY_MISSING, DEATH_DATE);
        }
    }

    /** For a birth notification, where it is the exception. */
    void readOptional(Node patient) {
        String code = statusCode(patient);
        read(patient, code);
        if (code != null && draft.deathStatus == null) {
            draft.warn(Reason.RESULT_UNMAPPED, STATUS);
        }
    }

    private void read(Node patient, String code) {
        String status = code == null ? null : code.toUpperCase(Locale.ROOT);
        draft.deathStatus = STATUSES.contains(String.valueOf(status)) ? status : null;
        String effective = FhirValues.value(FhirValues.extension(group(patient), "systemEffectiveDate"))
                .text();
        draft.systemEffectiveDate = FhirDates.instant(effective);
        if (effective != null && draft.systemEffectiveDate == null) {
            draft.warn(Reason.TIMESTAMP_INVALID, "death_status_effective_date_time");
        }
        Node deceased = patient.child("deceasedDateTime");
        if (deceased.isPresent()) {
            draft.deceasedDate = draft.date(deceased.text(), DEATH_DATE);
        }
    }

    /** The status stands in the group; the published birth without mother has it directly on the patient. */
    private static String statusCode(Node patient) {
        Node nested = FhirValues.extension(group(patient), "deathNotificationStatus");
        Node status = nested.isPresent() ? nested : FhirValues.extension(patient, "deathNotificationStatus");
        return FhirValues.code(FhirValues.value(status));
    }

    private static Node group(Node patient) {
        return FhirValues.extension(patient, "Extension-CareConnect-DeathNotificationStatus-1");
    }
}
