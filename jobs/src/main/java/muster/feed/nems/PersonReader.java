package muster.feed.nems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Reads who the child is: number, names, gender, birth, confidentiality. */
final class PersonReader {

    static final String NHS_NUMBER = "nhs_number";
    static final String BIRTH_DATE = "person_birth_date";
    private static final String NHS_NUMBER_SYSTEM = "nhs-number";
    private static final Map<String, String> GENDERS = Map.of("male", "1", "female", "2", "other", "9", "unknown", "X");

    private final ParserLimits limits;
    private final EventDraft draft;

    PersonReader(ParserLimits limits, EventDraft draft) {
        this.limits = limits;
        this.draft = draft;
    }

    void read(Node patient) {
        readNumber(patient);
        draft.serialChangeNumber = EventDraft.number(patient.child("meta").text("versionId"));
        Node name = FhirValues.currentName(patient.all("name"));
        draft.familyName = FhirValues.family(name);
        draft.givenName = FhirValues.given(name);
        readGender(patient);
        readBirth(patient.child("birthDate"));
        readConfidentiality(patient);
    }

    private void readNumber(Node patient) {
        Node identifier = nhsIdentifier(patient);
        draft.nhsNumber = NhsNumber.clean(identifier.text("value"));
        if (draft.nhsNumber == null) {
            draft.refuse(Reason.MANDATORY_MISSING, NHS_NUMBER);
            return;
        }
        String fault = NhsNumber.fault(draft.nhsNumber);
        if (fault != null) {
            draft.refuse(fault, NHS_NUMBER);
        }
        Node status = FhirValues.extension(identifier, "Extension-CareConnect-NHSNumberVerificationStatus-1");
        draft.nhsNumberStatus = FhirValues.code(FhirValues.value(status));
    }

    /** The NHS number identifier that is not a former one; absent where there is none. */
    static Node nhsIdentifier(Node patient) {
        return patient.all("identifier").stream()
                .filter(identifier -> NHS_NUMBER_SYSTEM.equals(Text.lastSegment(identifier.text("system"))))
                .filter(identifier -> identifier.child("period").text("end") == null)
                .findFirst()
                .orElse(Node.NONE);
    }

    private void readGender(Node patient) {
        String gender = patient.text("gender");
        draft.genderCode = gender == null ? null : GENDERS.get(gender);
        if (gender != null && draft.genderCode == null) {
            draft.warn(Reason.RESULT_UNMAPPED, "person_stated_gender_code");
        }
    }

    private void readBirth(Node birthDate) {
        FhirDates.Reading reading = draft.birthDate(birthDate.text(), BIRTH_DATE);
        draft.birthDate = reading.day();
        draft.partialBirthDate = reading.partial();
        if (reading.partial() != null) {
            draft.warn(Reason.DOB_PARTIAL, BIRTH_DATE);
        }
        String timeText = FhirValues.value(FhirValues.extension(birthDate, "patient-birthTime"))
                .text();
        draft.birthTime = FhirDates.instant(timeText);
        if (timeText != null && draft.birthTime == null) {
            draft.warn(Reason.DATE_FORMAT, "person_birth_date_time");
        }
        if (draft.birthDate != null && draft.birthTime != null && !sameDay(draft.birthDate, timeText)) {
            draft.warn(Reason.DOB_DISAGREES, BIRTH_DATE);
        }
    }

    /** The day as written or the London day: publishers differ in which of them they mean near midnight. */
    private static boolean sameDay(LocalDate day, String dateTime) {
        Instant instant = FhirDates.instant(dateTime);
        return day.equals(FhirDates.date(dateTime).day())
                || day.equals(instant.atZone(FhirDates.LONDON).toLocalDate());
    }

    /** Doubts the birth date where the routing has another. */
    static void compareBirthDates(EventDraft draft) {
        if (draft.birthDate != null
                && draft.routingBirthDate != null
                && !draft.birthDate.equals(draft.routingBirthDate)) {
            draft.warn(Reason.DOB_DISAGREES, BIRTH_DATE);
        }
    }

    private void readConfidentiality(Node patient) {
        draft.confidentialityCode = patient.child("meta").all("security").stream()
                .map(label -> label.text("code"))
                .filter(code -> code != null && limits.restrictedCodes().contains(code))
                .findFirst()
                .orElse(null);
        draft.restricted |= draft.confidentialityCode != null;
    }
}
